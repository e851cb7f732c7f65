import { expect, test } from 'vitest';
import { createTokenPointing, holdToken, referenceOf, type TokenPlace } from './token-pointing';

const place = (patch: number, encoder = 'tiny fp32'): TokenPlace => {
  return { encoder, imageId: '1', patch };
};

test('a patch that is held is what all are compared with, whatever is pointed at', () => {
  const store = createTokenPointing();
  const reference = () => referenceOf(store.getState(), 'tiny fp32');
  expect(reference()).toBeNull();
  store.setState({ pointed: place(1) });
  expect(reference()).toEqual(place(1));
  holdToken(store, place(2));
  expect(reference()).toEqual(place(2));
  // Pressed once more it is let go of; another one takes its place.
  holdToken(store, place(2));
  expect(reference()).toEqual(place(1));
  holdToken(store, place(2));
  holdToken(store, place(3));
  expect(reference()).toEqual(place(3));
});

test('patches of another backbone are no reference', () => {
  const store = createTokenPointing();
  holdToken(store, place(2, 'base fp32'));
  expect(referenceOf(store.getState(), 'tiny fp32')).toBeNull();
  store.setState({ pointed: place(1) });
  expect(referenceOf(store.getState(), 'tiny fp32')).toEqual(place(1));
});

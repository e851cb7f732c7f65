import { expect, test } from 'vitest';
import { richParts } from './rich';

test('text without tags is one part', () => {
  expect(richParts('Nothing here.')).toEqual([{ tag: null, text: 'Nothing here.' }]);
});

test('tags become parts of their own, in order', () => {
  expect(
    richParts('Press <strong>Train</strong> to see what each <queries>query</queries> does.'),
  ).toEqual([
    { tag: null, text: 'Press ' },
    { tag: 'strong', text: 'Train' },
    { tag: null, text: ' to see what each ' },
    { tag: 'queries', text: 'query' },
    { tag: null, text: ' does.' },
  ]);
});

test('an empty tag marks a place, and a lone bracket is text', () => {
  expect(richParts('a < b <chip></chip>')).toEqual([
    { tag: null, text: 'a < b ' },
    { tag: 'chip', text: '' },
  ]);
});

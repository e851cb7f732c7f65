import { expect, test } from 'vitest';
import { testImages } from '../../testing/test-images';
import type { AppState, Study } from '../slices/types';
import { imagesGone, isStale, isStudyStale, studyImagesGone, trainingSet } from './training-set';

const classes = [
  { id: 'b', name: 'birds' },
  { id: 'a', name: 'animals' },
  { id: 'c', name: 'cars' },
];
const images = [
  ...testImages('a', ['1', '2']),
  ...testImages('b', ['3', '4']),
  ...testImages('c', ['5']),
  ...testImages('c', ['6'], 'waiting'),
];

test('images come class by class, and a class with one finished image is left out', () => {
  const set = trainingSet({ classes, images });
  expect(set.classes.map(({ name }) => name)).toEqual(['birds', 'animals']);
  expect(set.images.map(({ id }) => id)).toEqual(['3', '4', '1', '2']);
  expect(set.leftOut.map(({ name }) => name)).toEqual(['cars']);
});

function done(labels: Record<string, string>): AppState['training'] {
  const run = { labels } as unknown as Extract<AppState['training'], { kind: 'done' }>['run'];
  return { kind: 'done', run, curve: [], predictions: {} };
}

test('a result is stale once an image has moved, gone or come', () => {
  const training = done({ 1: 'a', 2: 'a', 3: 'b', 4: 'b' });
  expect(isStale({ classes, images, training })).toBe(false);
  const moved = images.map((image) => (image.id === '1' ? { ...image, classId: 'b' } : image));
  expect(isStale({ classes, images: moved, training })).toBe(true);
  expect(isStale({ classes, images: images.slice(1), training })).toBe(true);
  const more = [...images, ...testImages('a', ['7'])];
  expect(isStale({ classes, images: more, training })).toBe(true);
});

test('a result whose images are all gone is told from one of which some are left', () => {
  const training = done({ 1: 'a', 2: 'a', 3: 'b', 4: 'b' });
  expect(imagesGone({ images, training })).toBeNull();
  const [first] = images;
  expect(imagesGone({ images: first ? [first] : [], training })).toBeNull();
  expect(imagesGone({ images: images.slice(4), training })).toBe(4);
  expect(isStale({ classes: [], images: [], training })).toBe(true);
  expect(imagesGone({ images: [], training: { kind: 'idle' } })).toBeNull();
  const study = { labels: { 1: 'a', 2: 'a' } } as unknown as Study;
  expect(studyImagesGone({ images: [], study: { kind: 'done', study } })).toBe(2);
  expect(studyImagesGone({ images, study: { kind: 'done', study } })).toBeNull();
});

test('so is a comparison, paused ones among them', () => {
  const study = { labels: { 1: 'a', 2: 'a', 3: 'b', 4: 'b' } } as unknown as Study;
  for (const status of [
    { kind: 'done', study },
    { kind: 'paused', study, reason: null },
  ] as const) {
    expect(isStudyStale({ classes, images, study: status })).toBe(false);
    const moved = images.map((image) => (image.id === '1' ? { ...image, classId: 'b' } : image));
    for (const changed of [[...images, ...testImages('a', ['7'])], images.slice(1), moved]) {
      expect(isStudyStale({ classes, images: changed, study: status })).toBe(true);
    }
  }
});

test('nothing is stale where nothing has been compared', () => {
  expect(isStudyStale({ classes, images, study: { kind: 'idle' } })).toBe(false);
  expect(isStudyStale({ classes, images, study: { kind: 'queued', study: null } })).toBe(false);
});

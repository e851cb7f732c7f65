import { expect, test } from 'vitest';
import { filesOf, precisionsOf, preprocessingKey, totalBytes } from '../backbone';
import {
  BACKBONES,
  backboneOfRepo,
  DEFAULT_BACKBONE,
  findBackbone,
  knownBackbone,
  ownId,
  restoredBackbone,
  withBackbone,
  withoutBackbone,
} from './catalogue';

const own = { ...findBackbone([], 'dino-vits16'), id: ownId('ab'), label: 'Mine' };

test('every id is there once, and every default is there', () => {
  const ids = BACKBONES.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(findBackbone([], DEFAULT_BACKBONE).source.kind).toBe('bundled');
});

test('a person’s own is found by id once it is added, and never hides one of the catalogue', () => {
  expect(knownBackbone([], own.id)).toBeNull();
  const mine = withBackbone(withBackbone([], own), { ...own, id: DEFAULT_BACKBONE });
  expect(mine).toEqual([own]);
  expect(findBackbone(mine, own.id).label).toBe('Mine');
  expect(findBackbone(mine, DEFAULT_BACKBONE).label).not.toBe('Mine');
});

test('the person’s own stay in the order they were added, and one comes once', () => {
  const other = { ...own, id: ownId('cd') };
  const renamed = { ...own, label: 'Renamed' };
  expect([own, other, renamed].reduce(withBackbone, [])).toEqual([renamed, other]);
});

test('an id that nothing has is no other backbone’s', () => {
  const left = withoutBackbone([own], own.id);
  expect(left).toEqual([]);
  const gone = { code: 'backbone-gone', id: own.id };
  expect(() => findBackbone(left, own.id)).toThrow(expect.objectContaining({ failure: gone }));
});

test('a stored id that nothing has any more gives way to the default, and that is told', () => {
  const { id } = findBackbone([], DEFAULT_BACKBONE);
  expect(restoredBackbone([], 'gone')).toMatchObject({ backbone: { id }, gone: true });
  expect(restoredBackbone([], 7)).toMatchObject({ backbone: { id }, gone: true });
  expect(restoredBackbone([], 'dinov2-small')).toMatchObject({
    backbone: { id: 'dinov2-small' },
    gone: false,
  });
  // Projects of before there was a choice.
  expect(restoredBackbone([], undefined)).toMatchObject({ backbone: { id }, gone: false });
});

test('precisions and their sizes', () => {
  expect(precisionsOf(findBackbone([], 'dinov2-small'))).toEqual(['fp32', 'fp16', 'q4']);
  expect(precisionsOf(findBackbone([], DEFAULT_BACKBONE))).toEqual(['fp32']);
  expect(totalBytes(filesOf(findBackbone([], 'dinov2-base'), 'q4'))).toBe(60e6);
  expect(totalBytes(filesOf(findBackbone([], 'dinov3-small')))).toBeNull();
  expect(() => filesOf(findBackbone([], 'dino-vits8'), 'q4')).toThrow(/does not come in q4/);
});

test('a pasted repository is the catalogue’s if the catalogue has it', () => {
  expect(backboneOfRepo([], 'xenova/DINOv2-small')?.id).toBe('dinov2-small');
  expect(backboneOfRepo([], 'Xenova/else')).toBeNull();
});

test('any change of preprocessing has another key', () => {
  const { preprocessing } = findBackbone([], 'dinov2-small');
  const keys = [
    preprocessing,
    { ...preprocessing, resize: 224 },
    { ...preprocessing, resample: 'bilinear' as const },
    { ...preprocessing, mean: [0.5, 0.5, 0.5] as const },
    { ...preprocessing, std: [0.5, 0.5, 0.5] as const },
  ].map(preprocessingKey);
  expect(new Set(keys).size).toBe(keys.length);
});

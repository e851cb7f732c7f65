import { expect, test } from 'vitest';
import { findBackbone } from '../../backbones/catalogue/catalogue';
import { FAMILY_WORDS, paperNote } from './backbone-catalogue';

test('a backbone of the catalogue has its own note; any other that of its family', () => {
  const hiera = findBackbone([], 'hiera-tiny-224');
  expect(paperNote(hiera)).toMatch(/Hiera-B/);
  expect(paperNote({ ...hiera, id: 'own:ab' })).toBe(FAMILY_WORDS.MIM.paperNote);
  expect(paperNote({ id: 'toString', family: 'unknown' })).toBe(FAMILY_WORDS.unknown.paperNote);
});

import { expect, it } from 'vitest';
import { defaultTicked, FLOORS, studyEntries } from './study-entries';

const keys = (hasCls: boolean) => studyEntries({ hasCls }).map(({ key }) => key);

it('offers what reads [CLS] only where the backbone has it', () => {
  expect(keys(false)).not.toContain('linear');
  expect(keys(false).some((key) => key.includes('_all'))).toBe(false);
  expect(keys(true)).toContain('linear');
  expect(keys(true)).toContain('ep_all queries=8 dOut=1');
});

it('names every entry once, and ticks the floors to begin with', () => {
  expect(new Set(keys(true)).size).toBe(keys(true).length);
  expect(defaultTicked()).toEqual(expect.arrayContaining([...FLOORS]));
});

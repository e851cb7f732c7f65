import { expect, test } from 'vitest';
import { chooseSlot } from './slot';

function tab(heldByOthers: number[], remembered: number | null) {
  const kept: number[] = [];
  const parts = {
    tryToHold: async (slot: number) => !heldByOthers.includes(slot),
    remembered,
    remember: (slot: number) => kept.push(slot),
  };
  return { parts, kept };
}

test('the first tab takes the first slot and remembers it', async () => {
  const { parts, kept } = tab([], null);
  expect(await chooseSlot(parts)).toBe(0);
  expect(kept).toEqual([0]);
});

test('a second tab takes the next free slot', async () => {
  expect(await chooseSlot(tab([0, 1], null).parts)).toBe(2);
});

test('a reload gets its slot back, though an earlier one is free', async () => {
  expect(await chooseSlot(tab([], 3).parts)).toBe(3);
});

test('a duplicated tab remembers a slot that its original holds, and takes another', async () => {
  const { parts, kept } = tab([0], 0);
  expect(await chooseSlot(parts)).toBe(1);
  expect(kept).toEqual([1]);
});

import { expect, test } from 'vitest';
import { firstProject } from './first-project';
import type { ProjectSummary } from './restore';

const project = (id: number, changedAt: number): ProjectSummary => ({
  id,
  changedAt,
  name: '',
  classes: 1,
  images: 1,
  pictureId: null,
});
const projects = [project(0, 10), project(1, 30), project(2, 20)];
const begin = (heldByOthers: number[], remembered: number | null, all = projects) =>
  firstProject({
    projects: all,
    remembered,
    hold: async (id) => !heldByOthers.includes(id),
  });

test('the project that was changed last opens, whichever tab it was made in', async () => {
  expect(await begin([], null)).toEqual({ id: 1, elsewhere: null });
});

test('a reload gets its own back', async () => {
  expect(await begin([], 0)).toEqual({ id: 0, elsewhere: null });
});

test('one that another tab has open is named, and a new one begins', async () => {
  expect(await begin([1], null)).toMatchObject({ id: null, elsewhere: { id: 1 } });
  // A duplicated tab remembers its original's project.
  expect(await begin([1], 1)).toMatchObject({ id: null, elsewhere: { id: 1 } });
});

test('without any there is a new one', async () => {
  expect(await begin([], 4, [])).toEqual({ id: null, elsewhere: null });
});

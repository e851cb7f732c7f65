import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, expect, test, vi } from 'vitest';
import { ProjectDatabase } from '../../storage/database';
import { soon, testApp } from '../../testing/test-app';
import { RECIPES } from '../../training/model/recipe';

/** As the page of before several projects wrote it: 24 images in two classes, mean pooling chosen. */
const RECORD = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../storage/project-v2.fixture.json'), 'utf8'),
) as { images: { id: string; name: string }[]; classes: { name: string }[] };

afterEach(() => vi.unstubAllGlobals());

test('a project that an earlier version of this page kept opens, with nothing missing', async () => {
  globalThis.indexedDB = new IDBFactory();
  const before = await openDB('probe-playground', 1, {
    upgrade(db) {
      db.createObjectStore('projects');
      db.createObjectStore('files');
    },
  });
  await before.put('projects', RECORD, 0);
  for (const { id, name } of RECORD.images) {
    await before.put('files', new Blob([`GIF89a ${name}`]), [0, id]);
  }
  before.close();

  const database = new ProjectDatabase();
  const visit = testApp((browser) => {
    Object.defineProperty(browser, 'projects', { value: database });
  });

  await visit.start();
  await visit.untilTokens();
  expect(visit.state().classes.map(({ name }) => name)).toEqual(['animal faces', 'Früchte 🍎']);
  expect(visit.state().images.map(({ name }) => name)).toEqual(
    RECORD.images.map(({ name }) => name),
  );
  expect(visit.state().probe.name).toBe('gap');
  // It had the recipe that every project began with, which nobody chose.
  expect(visit.state().recipe).toEqual(RECIPES['small-data']);
  expect(visit.state().messages).toEqual([]);

  // From its first change on it is a project of today, under the same number.
  await visit.commands.renameProject(0, 'Old times');
  await soon(() => visit.state().projects[0]?.name === 'Old times');
  expect(visit.state().projects).toMatchObject([{ id: 0, images: 24, classes: 2 }]);
  const record = (await database.records()).get(0);
  expect(record).toMatchObject({ version: 4, name: 'Old times', classes: RECORD.classes });
  expect((await database.files(0)).files.size).toBe(24);
  await database.close();
});

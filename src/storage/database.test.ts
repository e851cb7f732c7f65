import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore, IDBOpenDBRequest } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Overtaken, ProjectDatabase, type ProjectWrite } from './database';

let database: ProjectDatabase;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  database = new ProjectDatabase('test');
});
afterEach(async () => {
  await database.close();
  vi.restoreAllMocks();
});

const write = (stamp: number, more: Partial<ProjectWrite> = {}): ProjectWrite => ({
  project: { version: 3, name: `written ${stamp}` },
  expected: null,
  stamp,
  removed: [],
  copyOf: null,
  ...more,
});
const gif = (text: string) => new Blob([`GIF89a ${text}`]);
const nameOf = async (project: number) =>
  ((await database.records()).get(project) as { name: string }).name;

test('projects have numbers of their own, and so do their files', async () => {
  const first = await database.write(null, write(1));
  const second = await database.write(null, write(2));
  expect([first, second]).toEqual([0, 1]);
  await database.writeFiles(first, new Map([['a', gif('1')]]));
  await database.writeFiles(second, new Map([['a', gif('22')]]));
  expect([...(await database.files(first)).files.keys()]).toEqual(['a']);
  expect(await (await database.file(second, 'a'))?.text()).toBe('GIF89a 22');
  expect(await database.bytes()).toBe(8 + 9);
  await database.remove(first);
  expect([...(await database.records()).keys()]).toEqual([1]);
  expect((await database.files(first)).files.size).toBe(0);
  expect((await database.files(second)).files.size).toBe(1);
});

test('a copy begins with all files of the project that it is of', async () => {
  const first = await database.write(null, write(1));
  await database.writeFiles(
    first,
    new Map([
      ['a', gif('a')],
      ['b', gif('b')],
    ]),
  );
  const copy = await database.write(null, write(2, { copyOf: first }));
  expect([...(await database.files(copy)).files.keys()]).toEqual(['a', 'b']);
  expect(await (await database.file(copy, 'b'))?.text()).toBe('GIF89a b');
  expect((await database.files(first)).files.size).toBe(2);
});

test('a write takes files along, all or nothing', async () => {
  const project = await database.write(null, write(1));
  await database.writeFiles(
    project,
    new Map([
      ['a', gif('a')],
      ['b', gif('b')],
    ]),
  );
  await database.write(project, write(2, { expected: 1, removed: ['a'] }));
  expect([...(await database.files(project)).files.keys()]).toEqual(['b']);
  vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(() => {
    throw new DOMException('Internal error.', 'DataError');
  });
  const failed = database.write(project, write(3, { expected: 2, removed: ['b'] }));
  await expect(failed).rejects.toThrow('Internal error.');
  expect(await nameOf(project)).toBe('written 2');
  expect((await database.files(project)).files.size).toBe(1);
});

test('what another tab has written is not written over', async () => {
  const project = await database.write(null, write(1));
  const other = new ProjectDatabase('test');
  await other.write(project, write(2, { expected: 1 }));
  const late = database.write(project, write(3, { expected: 1 }));
  await expect(late).rejects.toBeInstanceOf(Overtaken);
  expect(await nameOf(project)).toBe('written 2');
  // Nor is one that is gone written anew.
  await other.remove(project);
  await expect(database.write(project, write(4, { expected: 1 }))).rejects.toBeInstanceOf(
    Overtaken,
  );
  await other.close();
});

describe('a connection that is lost', () => {
  test('to a later version of the page is opened again, which says so', async () => {
    await database.write(null, write(1));
    const later = await openDB('test', 2);
    await expect(database.records()).rejects.toMatchObject({ name: 'VersionError' });
    later.close();
  });

  test('in the middle is opened again, and the call made once more', async () => {
    const project = await database.write(null, write(1));
    const { put } = IDBObjectStore.prototype;
    let left = 1;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...all
    ) {
      if (left-- > 0) throw new DOMException('The database is closing.', 'InvalidStateError');
      return put.apply(this, all);
    });
    await database.write(project, write(2, { expected: 1 }));
    expect(await nameOf(project)).toBe('written 2');
  });

  test('that can’t be had is given up, and asked for again by the next call', async () => {
    const { open } = indexedDB;
    indexedDB.open = () => {
      throw new DOMException('Refused.', 'SecurityError');
    };
    await expect(database.records()).rejects.toMatchObject({ name: 'SecurityError' });
    indexedDB.open = open;
    expect((await database.records()).size).toBe(0);
  });

  test('that never answers is not waited for', async () => {
    const { open } = indexedDB;
    indexedDB.open = () => new IDBOpenDBRequest();
    const patient = new ProjectDatabase('test', 20);
    await expect(patient.records()).rejects.toMatchObject({ failure: { code: 'no-answer' } });
    indexedDB.open = open;
    expect((await patient.records()).size).toBe(0);
    await patient.close();
  });
});

test('one file that can’t be read leaves the others readable, and is named', async () => {
  const project = await database.write(null, write(1));
  await database.writeFiles(
    project,
    new Map([
      ['a', gif('a')],
      ['b', gif('b')],
    ]),
  );
  const { get } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'getAll').mockImplementation(() => {
    throw new DOMException('Read failed.', 'DataError');
  });
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementation(function (
    this: IDBObjectStore,
    key,
  ) {
    if (JSON.stringify(key).includes('"a"')) throw new DOMException('Read failed.', 'DataError');
    return get.call(this, key);
  });
  const { files, unreadable } = await database.files(project);
  expect([...files.keys()]).toEqual(['b']);
  expect(unreadable).toEqual(['a']);
});

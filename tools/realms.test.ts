import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..');
const compiler = path.join(root, 'node_modules/typescript/bin/tsc');
let directory = '';

beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'realms-'));
});
afterAll(() => rm(directory, { recursive: true }));

type Realm = 'page' | 'worker' | 'tools';

function compile(...parameters: string[]): Promise<string> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [compiler, ...parameters],
      { cwd: root, maxBuffer: 64 * 2 ** 20 },
      (_error, output) => resolve(output),
    );
  });
}

/** What the compiler says of a file that would stand in this realm. */
async function errorsOf(realm: Realm, source: string): Promise<string> {
  const place = await mkdtemp(path.join(directory, `${realm}-`));
  await writeFile(path.join(place, 'probe.ts'), `export {};\n${source}\n`);
  const settings = {
    extends: path.join(root, `tsconfig.${realm}.json`),
    compilerOptions: { types: realm === 'tools' ? ['node'] : [], typeRoots: typeRoots() },
    include: [],
    files: ['probe.ts'],
  };
  await writeFile(path.join(place, 'tsconfig.json'), JSON.stringify(settings));
  return compile('--project', place);
}

const typeRoots = () => [path.join(root, 'node_modules/@types')];

/** Files of src/ that are checked in a realm, as paths from there. */
async function filesOf(realm: Realm): Promise<Set<string>> {
  const listed = await compile('--project', `tsconfig.${realm}.json`, '--listFilesOnly');
  const src = path.join(root, 'src');
  return new Set(
    listed
      .split(/\r?\n/)
      .map((file) => path.relative(src, file.trim()).replaceAll(path.sep, '/'))
      .filter((file) => file !== '' && !file.startsWith('..') && !path.isAbsolute(file)),
  );
}

test('a worker file knows no document, and a page file neither a worker’s scope nor Node', async () => {
  const [inWorker, inPage, scope, node, tools] = await Promise.all([
    errorsOf('worker', 'document.title = "";'),
    errorsOf('page', 'document.title = "";'),
    errorsOf('page', 'importScripts("x.js");'),
    errorsOf('page', 'process.exit();'),
    errorsOf('tools', 'process.exit(document.title.length);'),
  ]);
  expect(inWorker).toContain("Cannot find name 'document'");
  expect(inPage).toBe('');
  expect(scope).toContain("Cannot find name 'importScripts'");
  expect(node).toContain("Cannot find name 'process'");
  expect(tools).toBe('');
});

test('every file is checked in its realm', async () => {
  const [page, worker, tools, all] = await Promise.all([
    filesOf('page'),
    filesOf('worker'),
    filesOf('tools'),
    readdir(path.join(root, 'src'), { recursive: true }),
  ]);
  const sources = all.map((file) => file.replaceAll(path.sep, '/')).filter(isSource);
  expect(
    sources.filter((file) => !page.has(file) && !worker.has(file) && !tools.has(file)),
  ).toEqual([]);
  const production = sources.filter((file) => !isForTests(file));
  const entries = production.filter((file) => file.endsWith('/worker.ts'));
  expect(entries.length).toBeGreaterThan(4);
  expect(entries.filter((file) => !worker.has(file))).toEqual([]);
  expect(production.filter((file) => !page.has(file) && !entries.includes(file))).toEqual([]);
});

const isSource = (file: string) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts');
const isForTests = (file: string) => /\.test\.tsx?$/.test(file) || file.startsWith('testing/');

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * What the documents for people who work on the page name is there: files, folders, names in files,
 * scripts. And ARCHITECTURE.md names every room.
 */

const ROOT = path.join(import.meta.dirname, '..');

/** Made by a build, so not in a fresh clone. */
const MADE = /^dist\//;

const documents = ['ARCHITECTURE.md', 'README.md', ...markdownIn('docs')];
const text = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');

/** Folders of the repository, whose files a document may name by their path from there. */
const top = entries('.')
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
/** Of a file that a document names without its folder. */
const fileNames = new Set(
  ['src', 'e2e', 'bench', 'tools', '.']
    .flatMap((folder) =>
      folder === '.'
        ? readdirSync(ROOT)
        : readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' }),
    )
    .map((file) => path.basename(file)),
);

describe.each(documents)('%s', (document) => {
  test('names paths that exist, and names that stand in their files', () => {
    expect(pathsIn(text(document)).flatMap(wrongWith)).toEqual([]);
  });

  test('links to files that exist', () => {
    const links = [...text(document).matchAll(/\]\(([^)\s#]+)/g)].map(
      ([, address = '']) => address,
    );
    const folder = path.dirname(path.join(ROOT, document));
    const own = links.filter((address) => !/^\w+:/.test(address));
    expect(own.filter((address) => !existsSync(path.join(folder, address)))).toEqual([]);
  });

  test('names scripts that package.json has', () => {
    const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
    const named = [...text(document).matchAll(/\bnpm (?:run (?:-\S+ )*([\w:-]+)|(start|test)\b)/g)];
    const wrong = named
      .map(([, script, own]) => script ?? own ?? '')
      .filter((script) => !Object.hasOwn(scripts, script));
    expect(wrong).toEqual([]);
  });
});

test('ARCHITECTURE.md names every room of src/, and in its row the folders of that room', () => {
  const rows = new Map(
    text('ARCHITECTURE.md')
      .split('\n')
      .flatMap((line) => {
        const room = roomOfRow(line);
        return room === null ? [] : [[room, line] as const];
      }),
  );
  const rooms = foldersIn('src');
  expect([...rows.keys()].sort()).toEqual(rooms);
  const missing = rooms.flatMap((room) =>
    foldersIn(`src/${room}`)
      .filter((folder) => !rows.get(room)?.includes(`\`${folder}/\``))
      .map((folder) => `src/${room}/${folder}`),
  );
  expect(missing).toEqual([]);
});

test('what is wrong is found', () => {
  const found = (line: string) => pathsIn(line).flatMap(wrongWith);
  const right = [
    '`src/docs.test.ts`, `docs.test.ts:wrongWith`, `e2e/`, `api.ts`, `npm test`, `Q / A`',
    '| `src/graph` | `gradients.ts` and `src/probes` |',
  ];
  expect(right.flatMap(found)).toEqual([]);
  expect(found('`src/graph/gone.ts`')).toEqual(['src/graph/gone.ts is not there']);
  expect(found('`graph/gone.ts:gradients`')).toEqual(['graph/gone.ts is not there']);
  expect(found('`graph/gradients.ts:nowhere`')).toEqual(['graph/gradients.ts has no nowhere']);
  // Imported there, declared elsewhere.
  expect(found('`graph/gradients.ts:dependsOn`')).toEqual(['graph/gradients.ts has no dependsOn']);
  expect(found('`no-such-file.ts`')).toEqual(['no-such-file.ts is not there']);
  expect(found('| `src/graph` | `methods/` |')).toEqual(['methods/ is not there']);
  expect(found('```sh\npython3 tools/gone.py --help\n```')).toEqual(['tools/gone.py is not there']);
});

interface Named {
  path: string;
  /** What the file is said to hold; its parts, as in `Class.method`. */
  names: readonly string[];
  /** The room that the line is about: its folders go by their own name there. */
  room: string | null;
}

/** Whatever looks like a path: in `code`, and in blocks of code what begins with a folder of ours. */
function pathsIn(markdown: string): Named[] {
  const blocks: string[] = [];
  const prose = markdown.replace(/^```.*\n([\s\S]*?)^```/gm, (_whole, block: string) => {
    blocks.push(block);
    return '';
  });
  const inProse = prose.split('\n').flatMap((line) => {
    const spans = [...line.matchAll(/`([^`]+)`/g)].map(([, span = '']) => span);
    return words(spans)
      .filter(looksLikePath)
      .map((word) => named(word, roomOfRow(line)));
  });
  const inBlocks = words(blocks)
    .filter((word) => word.includes('/') && top.includes(word.split('/')[0] ?? ''))
    .map((word) => named(word, null));
  return [...inProse, ...inBlocks];
}

function named(word: string, room: string | null): Named {
  const [file = '', names] = word.split(':');
  return { path: file, names: names?.split('.') ?? [], room };
}

/** The room that a row of ARCHITECTURE.md's table is about. */
function roomOfRow(line: string): string | null {
  return /^\| `src\/([\w-]+)` *\|/.exec(line)?.[1] ?? null;
}

function words(texts: readonly string[]): string[] {
  return texts.flatMap((one) => one.split(/\s+/)).map((word) => word.replace(/[.,;:)]+$/, ''));
}

/** Folders and files, `file:name` too; neither addresses nor a stroke between two words. */
function looksLikePath(word: string): boolean {
  const [file = ''] = word.split(':');
  if (/^\w+:\/\//.test(word) || MADE.test(word)) return false;
  if (/^[\w.-]+\.(tsx?|mjs|json|md|css|html|py|txt)$/.test(file)) return true;
  return /^[\w.-]+(\/[\w.-]+)*\/?$/.test(file) && file.includes('/');
}

function wrongWith({ path: file, names, room }: Named): string[] {
  const places = [file, `src/${file}`, ...(room === null ? [] : [`src/${room}/${file}`])];
  const place = places.find((one) => existsSync(path.join(ROOT, one)));
  if (place === undefined) {
    const isName = !file.includes('/') && names.length === 0 && fileNames.has(file);
    return isName ? [] : [`${file} is not there`];
  }
  if (names.length === 0) return [];
  const content = text(place);
  return names.filter((name) => !declares(content, name)).map((name) => `${file} has no ${name}`);
}

/** Whether a file makes something of that name; to import or to mention it is not enough. */
function declares(content: string, name: string): boolean {
  const statement = `\\b(?:function|class|interface|type|const|let)\\s+${name}\\b`;
  const modifiers = '(?:(?:private|static|async|readonly|override)\\s+)*';
  const member = `^\\s*${modifiers}${name}\\s*(?:[<:?=]|\\((?!.*\\);$))`;
  return new RegExp(`${statement}|${member}`, 'm').test(content);
}

function entries(folder: string) {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true });
}

/** Recordings are no part of a room. */
function foldersIn(folder: string): string[] {
  return entries(folder)
    .filter((entry) => entry.isDirectory() && entry.name !== 'golden')
    .map(({ name }) => name)
    .sort();
}

function markdownIn(folder: string): string[] {
  return entries(folder)
    .filter(({ name }) => name.endsWith('.md'))
    .map(({ name }) => `${folder}/${name}`);
}

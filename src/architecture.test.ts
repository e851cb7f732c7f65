import path from 'node:path';
import { expect, test } from 'vitest';
import { circles } from './testing/circles';
import { changing } from './testing/module-state';
import { isProduction, readSources, roomOf, type Source } from './testing/sources';

/**
 * Which rooms each room may import. Arrows point one way: a room only names rooms above it in this
 * table.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  numbers: [],
  vocabulary: [],
  database: ['vocabulary'],
  bridge: ['vocabulary'],
  runtime: ['bridge', 'vocabulary'],
  onnx: ['vocabulary'],
  graph: ['onnx', 'vocabulary'],
  images: ['bridge', 'numbers', 'vocabulary'],
  probes: ['graph', 'numbers', 'vocabulary'],
  backbones: ['bridge', 'database', 'numbers', 'onnx', 'runtime', 'vocabulary'],
  analysis: ['numbers', 'vocabulary'],
  training: ['analysis', 'bridge', 'graph', 'numbers', 'probes', 'runtime', 'vocabulary'],
  study: ['numbers', 'probes', 'training', 'vocabulary'],
  figures: ['analysis', 'bridge', 'numbers', 'study', 'vocabulary'],
  storage: ['backbones', 'database', 'numbers', 'probes', 'runtime', 'training', 'vocabulary'],
  state: [
    'analysis',
    'backbones',
    'figures',
    'images',
    'numbers',
    'probes',
    'runtime',
    'storage',
    'study',
    'training',
    'vocabulary',
  ],
  messages: [
    'analysis',
    'backbones',
    'figures',
    'images',
    'numbers',
    'probes',
    'runtime',
    'state',
    'study',
    'training',
    'vocabulary',
  ],
  export: [
    'analysis',
    'backbones',
    'bridge',
    'figures',
    'messages',
    'numbers',
    'probes',
    'state',
    'study',
    'vocabulary',
  ],
  // Without words and without pictures on the page: `engine` and `ui` meet in `state` and `app`.
  engine: [
    'analysis',
    'backbones',
    'bridge',
    'figures',
    'images',
    'numbers',
    'onnx',
    'probes',
    'runtime',
    'state',
    'storage',
    'study',
    'training',
    'vocabulary',
  ],
  app: ['engine', 'export', 'messages', 'state', 'storage', 'vocabulary'],
  ui: [
    'analysis',
    'app',
    'backbones',
    'bridge',
    'export',
    'figures',
    'images',
    'messages',
    'numbers',
    'probes',
    'runtime',
    'state',
    'study',
    'training',
    'vocabulary',
  ],
  'main.tsx': ['app', 'export', 'ui', 'vocabulary'],
};

/** Files on one floor, tests aside. */
const FLOOR = 25;

const WORKER = 'the entry of a worker, which runs once in each: its `main`';

const MEMO = 'a pure function that remembers its results: nobody can tell, but for the time';

/** What may stand at module level though it changes, and why. */
const MAY_CHANGE: Readonly<Record<string, string>> = {
  'backbones/encode/worker.ts *': WORKER,
  'backbones/import/worker.ts *': WORKER,
  'backbones/obtain/worker.ts *': WORKER,
  'figures/scene/worker.ts *': WORKER,
  'images/worker.ts *': WORKER,
  'training/worker.ts *': WORKER,
  'ui/page/painter/worker.ts *': WORKER,
  'numbers/float16.ts allHalves': MEMO,
  'figures/maps/palette.ts queryColours': MEMO,
  'state/derive/tokens-revision.ts tokensRevision': MEMO,
  'ui/hooks/query-groups.ts groupsByCount': MEMO,
  'ui/hooks/use-verdicts.ts verdictsOf': MEMO,
  'ui/sees/evidence/evidence-maps.ts evidenceMaps': MEMO,
};

const sources = readSources();
const production = sources.filter(isProduction);

/** Arrows between files of production. */
const arrows = production.flatMap((source) =>
  source.imports.flatMap(({ target }) => (target ? [{ from: source.path, to: target }] : [])),
);

test('rooms import only rooms that they may', () => {
  const wrong = arrows.filter(({ from, to }) => {
    const [room, other] = [roomOf(from), roomOf(to)];
    return room !== other && other !== 'testing' && !MAY_IMPORT[room]?.includes(other);
  });
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test('the table names every room once, and each names only rooms above it', () => {
  const rooms = Object.keys(MAY_IMPORT);
  expect([...new Set(production.map(({ path: file }) => roomOf(file)))].sort()).toEqual(
    rooms.toSorted(),
  );
  for (const [index, room] of rooms.entries()) {
    const above = rooms.slice(0, index);
    expect(
      MAY_IMPORT[room]?.filter((other) => !above.includes(other)),
      room,
    ).toEqual([]);
  }
});

test('no circle of files', () => {
  expect(circles(grouped((file) => file))).toEqual([]);
});

test('no circle among what stands in one folder', () => {
  const found = foldersOf(production).flatMap((folder) =>
    circles(grouped((file) => childOf(folder, file))).map(
      (circle) => `${folder || 'src'}: ${circle.join(' ↔ ')}`,
    ),
  );
  expect(found).toEqual([]);
});

test(`a floor holds ${FLOOR} files at most`, () => {
  const counts = new Map<string, number>();
  for (const { path: file } of production) {
    const folder = path.posix.dirname(file);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  expect([...counts].filter(([, count]) => count > FLOOR)).toEqual([]);
});

test('production imports no test and no helper of tests', () => {
  const wrong = production.flatMap((source) =>
    source.imports
      .filter(
        ({ specifier, target }) =>
          /\.test(\.tsx?)?$/.test(specifier) || (target !== null && roomOf(target) === 'testing'),
      )
      .map(({ specifier }) => `${source.path} → ${specifier}`),
  );
  expect(wrong).toEqual([]);
});

test('an exported name is declared in one file', () => {
  const files = new Map<string, string[]>();
  for (const source of production) {
    for (const name of exportedNames(source)) {
      files.set(name, [...(files.get(name) ?? []), source.path]);
    }
  }
  // Components and types of one name apart: a reader would open the wrong one.
  expect([...files].filter(([, of]) => of.length > 1)).toEqual([]);
});

test('a language is known to messages and to who chooses it', () => {
  const wrong = arrows.filter(
    ({ from, to }) => to.startsWith('messages/en/') && !/^(messages|app)\//.test(from),
  );
  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test('React stands in ui, onnxruntime-web in runtime', () => {
  const of = (packages: RegExp, allowed: (file: string) => boolean) =>
    production.flatMap((source) =>
      source.imports
        .filter(({ specifier }) => packages.test(specifier) && !allowed(source.path))
        .map(({ specifier }) => `${source.path} → ${specifier}`),
    );
  const react = /^(react|react-dom|radix-ui|recharts|@tanstack\/react-|@radix-ui\/)/;
  expect(of(react, (file) => roomOf(file) === 'ui' || file === 'main.tsx')).toEqual([]);
  // The React half of zustand; its stores by themselves are `zustand/vanilla`.
  const bound = /^zustand(\/(react|react\/shallow|shallow|traditional))?$/;
  expect(of(bound, (file) => roomOf(file) === 'ui')).toEqual([]);
  expect(of(/^onnxruntime-web/, (file) => roomOf(file) === 'runtime')).toEqual([]);
  const jsx = production.filter(
    ({ path: file }) => file.endsWith('.tsx') && roomOf(file) !== 'ui' && file !== 'main.tsx',
  );
  expect(jsx.map(({ path: file }) => file)).toEqual([]);
});

test('a worker reaches neither state nor words nor components', () => {
  const reached = new Set<string>();
  const waiting = production
    .map(({ path: file }) => file)
    .filter((file) => file.endsWith('/worker.ts'));
  expect(waiting.length).toBeGreaterThan(4);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    waiting.push(...arrows.filter(({ from }) => from === file).map(({ to }) => to));
  }
  const wrong = [...reached].filter(
    (file) => /^(state|messages|engine|export|app)\//.test(file) || file.endsWith('.tsx'),
  );
  expect(wrong.sort()).toEqual([]);
});

test('nothing at module level changes', () => {
  const found = production.flatMap((source) => changing(source, production));
  expect(found.filter(({ key }) => !mayChange(key)).map(({ says }) => says)).toEqual([]);
});

test('what may change at module level is still there', () => {
  const names = new Set(production.map(({ path: file }) => file));
  const found = new Set(
    production.flatMap((source) => changing(source, production)).map(({ key }) => key),
  );
  const gone = Object.keys(MAY_CHANGE).filter((key) => {
    const [file = '', name] = key.split(' ');
    return name === '*' ? !names.has(file) : !found.has(key);
  });
  expect(gone).toEqual([]);
});

/** What a file declares and exports at once; names handed on are declared elsewhere. */
function exportedNames({ program }: Source): string[] {
  return program.body.flatMap((statement) => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : null;
    switch (declaration?.type) {
      case 'VariableDeclaration':
        return declaration.declarations.flatMap(({ id }) =>
          id.type === 'Identifier' ? [id.name] : [],
        );
      case 'FunctionDeclaration':
      case 'ClassDeclaration':
      case 'TSInterfaceDeclaration':
      case 'TSTypeAliasDeclaration':
        return declaration.id ? [declaration.id.name] : [];
      default:
        return [];
    }
  });
}

function mayChange(key: string): boolean {
  return key in MAY_CHANGE || key.replace(/ .*/, ' *') in MAY_CHANGE;
}

/** The arrows between groups of files; a file in no group is left out. */
function grouped(group: (file: string) => string | null): Map<string, Set<string>> {
  const result = new Map<string, Set<string>>();
  for (const { from, to } of arrows) {
    const [one, other] = [group(from), group(to)];
    if (one === null || other === null || one === other) continue;
    result.set(one, (result.get(one) ?? new Set()).add(other));
  }
  return result;
}

/** What of a folder a file belongs to: its own name, or the folder below; null outside. */
function childOf(folder: string, file: string): string | null {
  if (folder === '') return roomOf(file);
  return file.startsWith(`${folder}/`)
    ? (file.slice(folder.length + 1).split('/')[0] ?? null)
    : null;
}

/** Every folder that files lie in or below, the top one as "". */
function foldersOf(files: readonly Source[]): string[] {
  const folders = files.flatMap(({ path: file }) => {
    const parts = file.split('/').slice(0, -1);
    return ['', ...parts.map((_, index) => parts.slice(0, index + 1).join('/'))];
  });
  return [...new Set(folders)].sort();
}

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readSources, type Source, walk } from '../src/testing/sources';

const entries = path.join(import.meta.dirname, 'lab/entries');
/** What all entries say, without comments. */
const shown = readdirSync(entries)
  .map((file) => readFileSync(path.join(entries, file), 'utf8'))
  .join('\n')
  .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

const sources = readSources();
const componentFiles = (folder: string) =>
  sources.filter(({ path: file }) => file.startsWith(folder) && file.endsWith('.tsx'));

/** Names that a file exports and that begin as a component's does. */
function componentsOf({ program }: Source): string[] {
  return program.body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration') return [];
    const { declaration } = statement;
    const named =
      declaration?.type === 'FunctionDeclaration'
        ? [declaration.id]
        : declaration?.type === 'VariableDeclaration'
          ? declaration.declarations.map(({ id }) => id)
          : [];
    return named.flatMap((id) =>
      id?.type === 'Identifier' && /^[A-Z]/.test(id.name) ? [id.name] : [],
    );
  });
}

/** Whether some entry imports a name from this file, and draws it. */
function isShown(name: string, file: string, text = shown): boolean {
  const from = `src/${file}`.replace(/\.tsx$/, '');
  const imported = [...text.matchAll(/import (?:type )?\{([^}]*)\} from '([^']*)'/g)].some(
    ([, names = '', source = '']) =>
      source.endsWith(from) && names.split(',').some((one) => one.trim() === name),
  );
  return imported && new RegExp(`<${name}\\b`).test(text);
}

/** Parts that stand inside another one, which is shown. */
const INSIDE: Readonly<Record<string, string>> = { HintText: 'Hint' };

test.each(['ui/kit/', 'ui/charts/'])('every component of %s stands in the lab', (folder) => {
  const files = componentFiles(folder);
  expect(files.length).toBeGreaterThan(1);
  const missing = files.flatMap((file) =>
    componentsOf(file)
      .filter((name) => !isShown(INSIDE[name] ?? name, file.path))
      .map((name) => `${file.path}: ${name}`),
  );
  expect(missing).toEqual([]);
});

test('every layer that is drawn over a photo stands in the lab', () => {
  const missing = layers().filter((name) => !shown.includes(`layer.${name}(`));
  expect(missing).toEqual([]);
});

test('the lab is found wanting without a part', () => {
  const without = shown.replaceAll('<StepSlider', '<Other');
  expect(isShown('StepSlider', 'ui/kit/StepSlider.tsx')).toBe(true);
  expect(isShown('StepSlider', 'ui/kit/StepSlider.tsx', without)).toBe(false);
  expect(isShown('StepSlider', 'ui/kit/Select.tsx')).toBe(false);
  expect(layers()).toEqual(['joint', 'query', 'evidence']);
});

test('nothing that people get knows the lab', () => {
  const imports = sources.flatMap(({ path: file, imports: all }) =>
    all.filter(({ specifier }) => specifier.includes('tools/lab')).map(() => file),
  );
  expect(imports).toEqual([]);
});

/** The methods of `Layer` that paint something. */
function layers(): string[] {
  const source = sources.find(({ path: file }) => file === 'ui/canvas/layers.ts');
  const names: string[] = [];
  if (!source) return names;
  walk(source.program, (node) => {
    if (node.type !== 'MethodDefinition' || node.kind !== 'method') return undefined;
    const { key, accessibility } = node;
    if (key.type === 'Identifier' && accessibility !== 'private') names.push(key.name);
    return undefined;
  });
  return names;
}

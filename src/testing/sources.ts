import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ESTree, parseSync } from 'vite';

/** A file of src/, as tests about the code itself read it. */
export interface Source {
  /** From src/, with forward slashes. */
  path: string;
  text: string;
  program: ESTree.Program;
  /** What it imports, exports from, loads with `import()` or starts as a worker. */
  imports: Import[];
}

export interface Import {
  /** As it is written. */
  specifier: string;
  /** The file of src/ that is meant, from there; null for packages and for what is no code. */
  target: string | null;
}

const SRC = path.join(import.meta.dirname, '..');

/** Every TypeScript file of src/, tests included, parsed. */
export function readSources(): Source[] {
  const paths = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll(path.sep, '/'))
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .sort();
  const known = new Set(paths);
  return paths.map((file) => {
    const text = readFileSync(path.join(SRC, file), 'utf8');
    const { program, errors } = parseSync(file, text);
    if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
    const imports = specifiersOf(program).map((specifier) => ({
      specifier,
      target: resolve(file, specifier, known),
    }));
    return { path: file, text, program, imports };
  });
}

export function isTestFile({ path: file }: Source): boolean {
  return /\.test\.tsx?$/.test(file);
}

/** What people get: neither tests nor their helpers. */
export function isProduction(source: Source): boolean {
  return !isTestFile(source) && roomOf(source.path) !== 'testing';
}

/** The folder of src/ that a file lies in; for the few at the top, their own name. */
export function roomOf(file: string): string {
  return file.split('/')[0] ?? file;
}

/** "path:line" of a place in a file. */
export function place(source: Source, offset: number): string {
  return `${source.path}:${source.text.slice(0, offset).split('\n').length}`;
}

export type Node = ESTree.Node;

/**
 * Visits a tree from the top down.
 * @param visit gets each node and what it lies in, the innermost last; answers false to leave out
 *   what lies inside.
 */
export function walk(
  root: Node,
  visit: (node: Node, ancestors: readonly Node[]) => boolean | undefined,
): void {
  const ancestors: Node[] = [];
  const go = (node: Node) => {
    if (visit(node, ancestors) === false) return;
    ancestors.push(node);
    for (const child of childrenOf(node)) go(child);
    ancestors.pop();
  };
  go(root);
}

function childrenOf(node: Node): Node[] {
  return Object.values(node)
    .flat()
    .filter(
      (value): value is Node =>
        typeof value === 'object' && value !== null && typeof value.type === 'string',
    );
}

/** Types included: `import('./x').X` too. */
function specifiersOf(program: ESTree.Program): string[] {
  const found: string[] = [];
  const take = (node: Node | null | undefined) => {
    if (node?.type === 'Literal' && typeof node.value === 'string') found.push(node.value);
  };
  walk(program, (node) => {
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ExportAllDeclaration':
      case 'ExportNamedDeclaration':
      case 'ImportExpression':
      case 'TSImportType':
        take(node.source);
        break;
      case 'NewExpression':
        // new Worker(new URL('./worker.ts', import.meta.url))
        if (node.callee.type === 'Identifier' && node.callee.name === 'URL') {
          const [address, base] = node.arguments;
          if (base) take(address);
        }
        break;
    }
    return undefined;
  });
  return found;
}

function resolve(from: string, specifier: string, known: ReadonlySet<string>): string | null {
  if (!specifier.startsWith('.')) return null;
  const base = path.posix.join(path.posix.dirname(from), specifier.replace(/\?.*$/, ''));
  const candidates = [base, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`];
  return candidates.find((file) => known.has(file)) ?? null;
}

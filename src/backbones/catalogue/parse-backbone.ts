import { AppError } from '../../vocabulary/failures';
import type { FieldFault } from '../../vocabulary/models';
import {
  type Backbone,
  type BackboneSource,
  type DataFile,
  FAMILIES,
  type Licence,
  type ModelFile,
  type ModelFiles,
  PRECISIONS,
  type Preprocessing,
  RESAMPLES,
} from '../backbone';
import { asUrl } from './model-address';

/**
 * Reads a backbone that comes from storage, or from anywhere else that may hold something different
 * by now. Only what the schema names is taken over.
 * @throws `AppError('backbone-field-unreadable')` for the first value that makes no sense,
 * `AppError('no-backbone-record')` for what is no record.
 */
export function parseBackbone(stored: unknown): Backbone {
  const entry = new Entry(stored, '');
  const source = readSource(entry.entry('source'));
  const preprocessing = readPreprocessing(entry.entry('preprocessing'));
  const patch = entry.count('patch', 1);
  const grid = entry.entry('grid');
  const height = grid.count('height', 1);
  const width = grid.count('width', 1);
  const { crop } = preprocessing;
  const held = Math.floor(crop / patch);
  for (const side of [height, width]) {
    if (held !== side) {
      entry.fail('grid', { kind: 'grid-size', crop, held, patch, side });
    }
  }
  const prefixTokens = entry.count('prefixTokens', 0);
  const hasCls = entry.flag('hasCls');
  const registers = entry.count('registers', 0);
  if (prefixTokens !== Number(hasCls) + registers) {
    entry.fail('prefixTokens', { kind: 'prefix-count', prefixTokens, hasCls, registers });
  }
  return {
    id: entry.text('id'),
    label: entry.text('label'),
    source,
    family: entry.oneOf('family', FAMILIES),
    licence: entry.orNull('licence', () => readLicence(entry.entry('licence'))),
    preprocessing,
    patch,
    grid: { height, width },
    prefixTokens,
    hasCls,
    registers,
    width: entry.count('width', 1),
    input: entry.text('input'),
    output: entry.text('output'),
    batch: entry.orNull('batch', () => entry.count('batch', 1)),
  };
}

function readSource(entry: Entry): BackboneSource {
  const kind = entry.oneOf('kind', ['bundled', 'hub', 'url', 'own'] as const);
  if (kind !== 'hub') {
    const files = readFiles(entry.entry('files'));
    for (const file of [files.graph, ...files.data]) checkOrigin(kind, file, entry);
    return { kind, files };
  }
  const repo = entry.text('repo');
  if (!/^[\w.-]+\/[\w.-]+$/.test(repo)) entry.fail('repo', { kind: 'no-repository' });
  const stored = entry.entry('precisions');
  const precisions = Object.fromEntries(
    PRECISIONS.filter((precision) => stored.has(precision)).map((precision) => [
      precision,
      readFiles(stored.entry(precision)),
    ]),
  );
  if (Object.keys(precisions).length === 0) entry.fail('precisions', { kind: 'no-files' });
  return { kind, repo, revision: entry.text('revision'), precisions };
}

/** Earlier versions wrote a licence that is not known as one without an address. */
function readLicence(entry: Entry): Licence | null {
  const name = entry.text('name');
  const url = entry.orNull('url', () => entry.link('url'));
  return url === null ? null : { name, url };
}

/** What comes from storage must not send the page anywhere that a person could not have sent it. */
function checkOrigin(kind: BackboneSource['kind'], { path, sha256 }: ModelFile, entry: Entry) {
  if (kind === 'url' && !/^https?:$/.test(asUrl(path)?.protocol ?? '')) {
    entry.fail('files', { kind: 'path-no-address', path });
  }
  if (kind === 'bundled' && (URL.canParse(path) || path.startsWith('/'))) {
    entry.fail('files', { kind: 'path-outside-page', path });
  }
  if (kind === 'own' && sha256 === null) entry.fail('files', { kind: 'path-without-hash', path });
}

function readFiles(entry: Entry): ModelFiles {
  return {
    graph: readFile(entry.entry('graph')),
    data: entry
      .list('data')
      .map((file): DataFile => ({ ...readFile(file), location: file.text('location') })),
  };
}

function readFile(entry: Entry): ModelFile {
  return {
    path: entry.text('path'),
    size: entry.orNull('size', () => {
      const size = entry.entry('size');
      return { bytes: size.count('bytes', 0), exact: size.flag('exact') };
    }),
    sha256: entry.orNull('sha256', () => {
      const hash = entry.text('sha256');
      if (!/^[0-9a-f]{64}$/.test(hash)) entry.fail('sha256', { kind: 'no-hash' });
      return hash;
    }),
  };
}

function readPreprocessing(entry: Entry): Preprocessing {
  const resize = entry.count('resize', 1);
  const crop = entry.count('crop', 1);
  if (crop > resize) entry.fail('crop', { kind: 'crop-size', crop, resize });
  const std = entry.threeNumbers('std');
  if (std.some((deviation) => deviation <= 0))
    entry.fail('std', { kind: 'deviation-not-positive' });
  return {
    resize,
    resample: entry.oneOf('resample', RESAMPLES),
    crop,
    mean: entry.threeNumbers('mean'),
    std,
  };
}

/** A record of unknown content; every reader throws a failure that says where and what. */
class Entry {
  private readonly record: Record<string, unknown>;

  constructor(
    value: unknown,
    private readonly path: string,
  ) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new AppError(
        path === ''
          ? { code: 'no-backbone-record' }
          : { code: 'backbone-field-unreadable', field: path, fault: { kind: 'missing' } },
      );
    }
    this.record = value as Record<string, unknown>;
  }

  fail(key: string, fault: FieldFault): never {
    throw new AppError({ code: 'backbone-field-unreadable', field: this.at(key), fault });
  }

  has(key: string): boolean {
    return this.record[key] !== undefined;
  }

  entry(key: string): Entry {
    return new Entry(this.record[key], this.at(key));
  }

  list(key: string): Entry[] {
    const value = this.record[key];
    if (!Array.isArray(value)) return this.fail(key, { kind: 'no-list' });
    return value.map((item, index) => new Entry(item, `${this.at(key)}.${index}`));
  }

  text(key: string): string {
    const value = this.record[key];
    return typeof value === 'string' && value !== '' ? value : this.fail(key, { kind: 'no-text' });
  }

  link(key: string): string {
    const value = this.text(key);
    const { protocol } = asUrl(value) ?? {};
    return protocol === 'https:' || protocol === 'http:'
      ? value
      : this.fail(key, { kind: 'no-address' });
  }

  flag(key: string): boolean {
    const value = this.record[key];
    return typeof value === 'boolean' ? value : this.fail(key, { kind: 'no-flag' });
  }

  count(key: string, least: number): number {
    const value = this.record[key];
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= least
      ? value
      : this.fail(key, { kind: 'no-count', least });
  }

  oneOf<T extends string>(key: string, choices: readonly T[]): T {
    const found = choices.find((choice) => choice === this.record[key]);
    return found ?? this.fail(key, { kind: 'no-choice', choices });
  }

  threeNumbers(key: string): [number, number, number] {
    const value = this.record[key];
    const [red, green, blue] = Array.isArray(value) ? (value as unknown[]) : [];
    return isNumber(red) && isNumber(green) && isNumber(blue)
      ? [red, green, blue]
      : this.fail(key, { kind: 'not-three-numbers' });
  }

  orNull<T>(key: string, read: () => T): T | null {
    return this.record[key] === null ? null : read();
  }

  private at(key: string): string {
    return this.path === '' ? key : `${this.path}.${key}`;
  }
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

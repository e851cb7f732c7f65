import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { ProgrammingError } from '../../vocabulary/programming-error';
import {
  type Backbone,
  type DataFile,
  filesOf,
  type ModelBlobs,
  type ModelFile,
  type ModelFiles,
  type Precision,
} from '../backbone';
import { fileAddress } from '../catalogue/model-address';
import type { BackboneRecords } from './backbone-records';
import type { DownloadOptions, DownloadOutcome, DownloadRequest } from './download';
import { type DownloadFailure, failedWith } from './download-failure';
import { type Keeping, keyOfHash, type ModelStore } from './model-store';
import type { DownloadProgress } from './pace';

/** Where models may come from; the parts that a browser does not give are null. */
export interface ModelSources {
  store: Pick<ModelStore, 'get' | 'put'> | null;
  records: Pick<BackboneRecords, 'firstDownload' | 'recordFirst'> | null;
  download(request: DownloadRequest, options: DownloadOptions): Promise<DownloadOutcome>;
  /** Address that bundled paths are relative to. */
  page: string;
  /** Stands in for the hub in tests. */
  hub?: string;
}

export type ObtainOutcome = ObtainedModel | DownloadFailure;

export interface ObtainedModel {
  kind: 'ready';
  model: ModelBlobs;
  /** Names the bytes of all files together: part of the key of every token made with them. */
  hash: string;
  /** Whether anything was fetched just now. */
  fetched: boolean;
  /** Whether it will be there after a reload. */
  keeping: Keeping;
}

/**
 * A backbone's files, from the browser's storage where they are kept, else from where its source
 * says. What is fetched is kept, unless it came with the page; where it can't be kept the model is
 * ready all the same. Files already there when a later one fails stay there.
 * @throws `AbortError` when `signal` aborts.
 */
export async function obtainModel(
  backbone: Pick<Backbone, 'label' | 'source'>,
  precision: Precision,
  sources: ModelSources,
  options: DownloadOptions = {},
): Promise<ObtainOutcome> {
  const { graph, data } = filesOf(backbone, precision);
  const sum = new ProgressSum({ graph, data }, options.onProgress);
  const taken: Taken[] = [];
  for (const file of [graph, ...data]) {
    const outcome = await take(backbone, file, file === graph ? 'graph' : 'weights', sources, {
      ...options,
      onProgress: (progress) => sum.report(progress),
    });
    if (outcome.kind === 'failed') return outcome;
    sum.finish(outcome.file.size);
    taken.push(outcome);
  }
  const [first, ...rest] = taken;
  if (!first) throw new ProgrammingError(`${backbone.label} has no files.`);
  const keeping = taken.find((file) => file.keeping !== 'kept')?.keeping ?? 'kept';
  return {
    kind: 'ready',
    model: { graph: first.file, data: rest.map(({ file }, index) => weights(data, index, file)) },
    hash: hashOfAll(taken),
    fetched: taken.some(({ fetched }) => fetched),
    keeping,
  };
}

/**
 * The keys that a backbone's files are stored under, in the order graph, data; none for one that
 * comes with the page, which the browser's own cache keeps.
 */
export function storeKeys(
  { source, label }: Pick<Backbone, 'source' | 'label'>,
  precision: Precision,
  { hub }: Pick<ModelSources, 'hub'> = {},
): string[] {
  if (source.kind === 'bundled') return [];
  const { graph, data } = filesOf({ source, label }, precision);
  const at = { page: '', ...(hub !== undefined && { hub }) };
  return [graph, ...data].map((file) => keyOf(source, file, at));
}

/** Names several files' bytes by one hash; that of a single file is its own. */
export function hashOfAll(files: readonly { sha256: string }[]): string {
  const hashes = files.map((file) => file.sha256);
  const [only] = hashes;
  return only !== undefined && hashes.length === 1
    ? only
    : bytesToHex(sha256(utf8ToBytes(hashes.join('\n'))));
}

interface Taken {
  kind: 'taken';
  file: Blob;
  sha256: string;
  fetched: boolean;
  keeping: Keeping;
}

async function take(
  backbone: Pick<Backbone, 'label' | 'source'>,
  file: ModelFile,
  content: DownloadRequest['content'],
  sources: ModelSources,
  options: DownloadOptions,
): Promise<Taken | DownloadFailure> {
  const { source } = backbone;
  const { store, records } = sources;
  const key = keyOf(source, file, sources);
  // The browser's own cache has what came with the page; and a new version of the page may bring
  // another file under the same name.
  const bundled = source.kind === 'bundled';
  const kept = bundled ? null : await store?.get(key).catch(() => null);
  if (kept && (file.sha256 ?? kept.sha256) === kept.sha256) {
    return { kind: 'taken', file: kept.file, sha256: kept.sha256, fetched: false, keeping: 'kept' };
  }
  if (source.kind === 'own') return failedWith({ code: 'own-file-lost', label: backbone.label });

  const first = bundled ? null : await records?.firstDownload(key).catch(() => null);
  const outcome = await sources.download(
    {
      url: key,
      name: `${backbone.label} (${lastPart(file.path)})`,
      content,
      size: file.size,
      expected: bundled ? null : expectedHash(file, first?.sha256),
      fromPage: bundled,
    },
    options,
  );
  if (outcome.kind === 'failed') return outcome;
  const { file: whole, sha256: hash } = outcome;
  if (bundled) return { kind: 'taken', file: whole, sha256: hash, fetched: true, keeping: 'kept' };
  await records?.recordFirst(key, { sha256: hash, bytes: whole.size }).catch(() => undefined);
  const about = { name: `${backbone.label}, ${lastPart(file.path)}`, sha256: hash };
  const keeping = (await store?.put(key, whole, about)) ?? 'no-storage';
  return { kind: 'taken', file: whole, sha256: hash, fetched: true, keeping };
}

function keyOf(
  source: Backbone['source'],
  file: ModelFile,
  at: Pick<ModelSources, 'page' | 'hub'>,
): string {
  return fileAddress(source, file, at) ?? keyOfHash(file.sha256 ?? '');
}

function expectedHash(
  { sha256: catalogued }: ModelFile,
  recorded: string | undefined,
): DownloadRequest['expected'] {
  if (catalogued !== null) return { sha256: catalogued, from: 'catalogue' };
  return recorded === undefined ? null : { sha256: recorded, from: 'first-download' };
}

function weights(data: readonly DataFile[], index: number, blob: Blob) {
  return { location: data[index]?.location ?? '', blob };
}

function lastPart(path: string): string {
  return path.split(/[?#]/)[0]?.split('/').at(-1) || path;
}

/** Progress over several files as if they were one. */
class ProgressSum {
  private before = 0;
  private readonly waiting: (number | null)[];

  constructor(
    { graph, data }: ModelFiles,
    private readonly onProgress: ((progress: DownloadProgress) => void) | undefined,
  ) {
    this.waiting = [graph, ...data].map(({ size }) => size?.bytes ?? null).slice(1);
  }

  report({ loaded, total, bytesPerSecond }: DownloadProgress): void {
    let end = total;
    for (const bytes of this.waiting) end = end === null || bytes === null ? null : end + bytes;
    const left = end === null || !bytesPerSecond ? null : (end - loaded) / bytesPerSecond;
    this.onProgress?.({
      loaded: this.before + loaded,
      total: end === null ? null : this.before + end,
      bytesPerSecond,
      secondsLeft: left,
    });
  }

  finish(bytes: number): void {
    this.before += bytes;
    this.waiting.shift();
  }
}

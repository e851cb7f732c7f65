import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type OnnxFrame, onnxFrame, startsLikeAPage } from '../../onnx/frame';
import type { ModelFile } from '../backbone';
import { asUrl } from '../catalogue/model-address';
import { type DownloadFailure, failedWith, refused, unreachable } from './download-failure';
import { type DownloadProgress, paceOf, recent, type Sample } from './pace';

export interface DownloadRequest {
  url: string;
  /** What a person knows the file by, as in "DINOv2-S (model.onnx)". */
  name: string;
  /** A graph is looked into; weights that lie beside one are bytes. */
  content: 'graph' | 'weights';
  /** Held against what comes, unless that comes from the page's own server; always used for progress. */
  size: ModelFile['size'];
  /** SHA-256 in hexadecimal, and who says so. */
  expected: { sha256: string; from: 'catalogue' | 'first-download' } | null;
  /** From the page's own server, where the browser may use its cache and who it is signed in as. */
  fromPage: boolean;
}

export type DownloadOutcome = Downloaded | DownloadFailure;

/** A whole file: everything that could be checked was. */
export interface Downloaded {
  kind: 'whole';
  file: Blob;
  sha256: string;
}

export interface DownloadOptions {
  /** Called ten times a second at most, and with the last byte. */
  onProgress?: ((progress: DownloadProgress) => void) | undefined;
  signal?: AbortSignal | undefined;
  /** A server that sends nothing for this long is gone. */
  silenceMs?: number;
}

const PROGRESS_MS = 100;
const SILENCE_MS = 45_000;
/** Above this a file fits into no one buffer of a browser. */
const LARGEST = 2e9;
/** A rounded number of MB is off by less; another precision of a model by far more. */
const ROUNDING = 0.05;
/** Chunks move into a blob, out of the script's memory, when this much has come. */
const PART_BYTES = 8 * 2 ** 20;

/**
 * Fetches one file of a model: a plain GET that says nothing of who asks, hashed while it streams
 * in. What comes back as `whole` has the length that the server announced, the size and hash that
 * are known of it, and for a graph the outline of an ONNX file; everything else is a failure, and
 * leaves nothing behind. There is no resuming: asking again starts from the beginning.
 * @throws `AbortError` when `signal` aborts; nothing else.
 */
export async function download(
  request: DownloadRequest,
  { onProgress, signal, silenceMs = SILENCE_MS }: DownloadOptions = {},
): Promise<DownloadOutcome> {
  signal?.throwIfAborted();
  const { url, name, expected } = request;
  const size = knownSize(request);
  const host = request.fromPage ? null : hostOf(url);
  const watch = new SilenceWatch(silenceMs, signal);
  try {
    const response = await fetch(url, {
      signal: watch.signal,
      referrerPolicy: 'no-referrer',
      credentials: request.fromPage ? 'same-origin' : 'omit',
      // Kept by this program once it is known to be whole; a second copy would waste the disk.
      cache: request.fromPage ? 'default' : 'no-store',
    }).catch(() => null);
    signal?.throwIfAborted();
    if (!response) return unreachable(name, host);
    const finding = objection(request, response, host);
    if (finding) return finding;

    const announced = announcedLength(response);
    const limit = announced ?? (size?.exact ? size.bytes : LARGEST);
    const total = announced ?? request.size?.bytes ?? null;
    const body = await readAll(response, { limit, total, onProgress, watch });
    signal?.throwIfAborted();
    if (body.ended === 'too-long') {
      return limit === LARGEST
        ? failedWith({ code: 'model-too-large', file: name, limit })
        : failedWith({ code: 'model-wrong-size', file: name, expected: limit, found: null });
    }
    if (body.ended === 'broken' || body.file.size < (announced ?? 0)) {
      return brokenOff(name, body.file.size, total);
    }
    const fault = await unlikeAModel(request, body.file, host);
    if (fault) return fault;
    if (size && !isSize(body.file.size, size)) {
      // Without an announced length, a connection that breaks looks like an end.
      return announced === null && body.file.size < size.bytes
        ? brokenOff(name, body.file.size, size.bytes)
        : wrongSize(name, size.bytes, body.file.size);
    }
    if (expected && expected.sha256 !== body.sha256) {
      const changed = expected.from === 'first-download';
      return failedWith({ code: changed ? 'model-changed' : 'model-wrong-hash', file: name, host });
    }
    return { kind: 'whole', file: body.file, sha256: body.sha256 };
  } finally {
    watch.end();
  }
}

/** What speaks against a response before its body has come. */
function objection(
  request: DownloadRequest,
  response: Response,
  host: string | null,
): DownloadFailure | null {
  const { name } = request;
  const size = knownSize(request);
  const stop = (failure: DownloadFailure) => {
    void response.body?.cancel().catch(() => undefined);
    return failure;
  };
  if (!response.ok) return stop(refused(name, host, response.status));
  if (response.headers.get('content-type')?.startsWith('text/html')) {
    return stop(noModel(name, host, 'web-page'));
  }
  const announced = announcedLength(response);
  if (announced === null) return null;
  if (size && !isSize(announced, size)) return stop(wrongSize(name, size.bytes, announced));
  if (announced <= LARGEST) return null;
  return stop(failedWith({ code: 'model-too-large', file: name, limit: LARGEST }));
}

async function unlikeAModel(
  { name, content, size }: DownloadRequest,
  file: Blob,
  host: string | null,
): Promise<DownloadFailure | null> {
  if (file.size === 0) return noModel(name, host, 'empty');
  if (content === 'weights') {
    return (await startsLikeAPage(file)) ? noModel(name, host, 'web-page') : null;
  }
  const frame = await onnxFrame(file);
  if (frame === 'whole') return null;
  if (frame === 'cut-short') return brokenOff(name, file.size, size?.bytes ?? null);
  return noModel(name, host, frame);
}

/** What comes with the page is as trustworthy as the page, and may be newer than its table. */
function knownSize({ fromPage, size }: DownloadRequest): DownloadRequest['size'] {
  return fromPage ? null : size;
}

function isSize(bytes: number, size: NonNullable<ModelFile['size']>): boolean {
  return Math.abs(bytes - size.bytes) <= (size.exact ? 0 : ROUNDING * size.bytes);
}

function announcedLength(response: Response): number | null {
  // A compressed body announces its compressed length, which the bytes counted here exceed.
  if (response.headers.get('content-encoding')) return null;
  const length = response.headers.get('content-length');
  return length === null ? null : Number(length);
}

interface Reading {
  /** Bytes after which nothing more is read. */
  limit: number;
  total: number | null;
  onProgress: ((progress: DownloadProgress) => void) | undefined;
  watch: SilenceWatch;
}

async function readAll(
  response: Response,
  { limit, total, onProgress, watch }: Reading,
): Promise<{ ended: 'whole' | 'broken' | 'too-long'; file: Blob; sha256: string }> {
  const hash = sha256.create();
  const parts = new Parts();
  let samples: Sample[] = [{ at: performance.now(), loaded: 0 }];
  const report = () => {
    samples = recent(samples, { at: performance.now(), loaded: parts.size });
    onProgress?.(paceOf(samples, total));
  };
  const finish = (ended: 'whole' | 'broken' | 'too-long') => {
    report();
    return { ended, file: parts.whole(), sha256: bytesToHex(hash.digest()) };
  };
  // A reader, because Safari's streams are no async iterables.
  const reader = response.body?.getReader();
  if (!reader) return finish('whole');
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      watch.heard();
      hash.update(next.value);
      parts.add(next.value);
      if (parts.size > limit) {
        void reader.cancel().catch(() => undefined);
        return finish('too-long');
      }
      if (performance.now() - (samples.at(-1)?.at ?? 0) >= PROGRESS_MS) report();
    }
    return finish('whole');
  } catch {
    return finish('broken');
  }
}

/** Gathers chunks into a few blobs, which the browser may move to disk. */
class Parts {
  size = 0;
  private readonly done: Blob[] = [];
  private open: Uint8Array<ArrayBuffer>[] = [];
  private openBytes = 0;

  add(chunk: Uint8Array<ArrayBuffer>): void {
    this.size += chunk.length;
    this.openBytes += chunk.length;
    this.open.push(chunk);
    if (this.openBytes >= PART_BYTES) this.close();
  }

  whole(): Blob {
    this.close();
    return new Blob(this.done, { type: 'application/octet-stream' });
  }

  private close(): void {
    if (this.openBytes > 0) this.done.push(new Blob(this.open));
    this.open = [];
    this.openBytes = 0;
  }
}

/** Aborts when the caller does, or when nothing was heard for a while. */
class SilenceWatch {
  readonly signal: AbortSignal;
  private readonly silence = new AbortController();
  private timer: ReturnType<typeof setTimeout>;

  constructor(
    private readonly patienceMs: number,
    outer: AbortSignal | undefined,
  ) {
    this.signal = outer ? AbortSignal.any([outer, this.silence.signal]) : this.silence.signal;
    this.timer = this.wait();
  }

  heard(): void {
    clearTimeout(this.timer);
    this.timer = this.wait();
  }

  end(): void {
    clearTimeout(this.timer);
  }

  private wait() {
    return setTimeout(() => this.silence.abort(), this.patienceMs);
  }
}

function brokenOff(file: string, loaded: number, total: number | null): DownloadFailure {
  return failedWith({ code: 'download-broke', file, loaded, total });
}

function wrongSize(file: string, expected: number, found: number): DownloadFailure {
  return failedWith({ code: 'model-wrong-size', file, expected, found });
}

function noModel(
  file: string,
  host: string | null,
  found: Exclude<OnnxFrame, 'whole' | 'cut-short'>,
): DownloadFailure {
  return failedWith({ code: 'download-no-model', file, host, found });
}

function hostOf(url: string): string | null {
  return asUrl(url)?.host || null;
}

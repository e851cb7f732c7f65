import type { OnnxFrame } from '../../onnx/frame';
import { megabytes } from './pace';

export type FailureReason =
  /** Nobody answered: no connection, no such server, or one that refuses pages like this one. */
  | 'unreachable'
  | 'not-found'
  /** The server wants to know who asks, and this page tells nobody. */
  | 'gated'
  | 'refused'
  | 'not-a-model'
  | 'broken-off'
  | 'wrong-size'
  | 'wrong-hash'
  /** The hash is not the one recorded with the first download. */
  | 'changed';

/** Why a file could not be had, with a sentence that says what happened and what to do. */
export interface DownloadFailure {
  kind: 'failed';
  reason: FailureReason;
  text: string;
}

const failure = (reason: FailureReason, text: string): DownloadFailure => ({
  kind: 'failed',
  reason,
  text,
});

export function unreachable(name: string, host: string): DownloadFailure {
  return failure(
    'unreachable',
    globalThis.navigator?.onLine === false
      ? `${name} could not be fetched: this computer is offline. Connect it and ask again.`
      : `${name} could not be fetched: ${host} did not answer, or lets no page fetch from it. Check the connection and the address, then ask again.`,
  );
}

export function refused(name: string, host: string, status: number): DownloadFailure {
  if (status === 404 || status === 410) {
    return failure(
      'not-found',
      `${name} was not found on ${host} (${status}). Check its name and its version, then ask again.`,
    );
  }
  if (status === 401 || status === 403) {
    return failure(
      'gated',
      `${name} is given only to people whom ${host} knows (${status}): its licence has to be accepted there first, or its name is misspelt. This page signs in nowhere. Download the file there yourself and drop it here.`,
    );
  }
  return failure(
    'refused',
    status === 429
      ? `${name} could not be fetched: ${host} asks for a pause (429). Ask again in a few minutes.`
      : `${name} could not be fetched: ${host} answered ${status}. Ask again later.`,
  );
}

/** The connection ended, or fell silent, before the file did. */
export function brokenOff(name: string, loaded: number, total: number | null): DownloadFailure {
  const part =
    total !== null && total > loaded
      ? `${megabytes(loaded)} of ${megabytes(total)}`
      : megabytes(loaded);
  return failure(
    'broken-off',
    `The connection broke after ${part} of ${name}. None of it is kept: asking again starts from the beginning.`,
  );
}

export function noModel(
  name: string,
  host: string,
  found: Exclude<OnnxFrame, 'whole' | 'cut-short'>,
): DownloadFailure {
  const sent = {
    empty: 'an empty file',
    'web-page': 'a web page',
    'not-onnx': 'something that is no ONNX model',
  }[found];
  return failure(
    'not-a-model',
    `In place of ${name}, ${host} sent ${sent}. A network that wants you to sign in does that, and so does a wrong address. Open the address in a tab to see.`,
  );
}

/** @param found bytes; null when there are more than expected, and nobody read on to count them. */
export function wrongSize(name: string, expected: number, found: number | null): DownloadFailure {
  return failure(
    'wrong-size',
    `${name} has ${found === null ? 'more bytes' : inBytes(found)} where the catalogue says ${inBytes(expected)}: it is another file. It is not used. Add it by its address if it is meant.`,
  );
}

/** @param limit bytes. */
export function modelTooLarge(name: string, limit: number): DownloadFailure {
  return failure(
    'wrong-size',
    `${name} has more than ${megabytes(limit)}, which a page cannot run. Choose a smaller model or a smaller precision.`,
  );
}

/** @param first whether the expected hash was recorded with the first download. */
export function wrongHash(name: string, host: string, first: boolean): DownloadFailure {
  return first
    ? failure(
        'changed',
        `${name} is not the file that was fetched here the first time: its SHA-256 differs, so ${host} has changed it. It is not used. If you trust the change, forget the first one and ask again.`,
      )
    : failure(
        'wrong-hash',
        `${name} is not the file that the catalogue names: its SHA-256 differs. It is not used. Ask again; if it stays so, ${host} holds another file.`,
      );
}

function inBytes(count: number): string {
  return count < 1e6 ? `${count} bytes` : megabytes(count);
}

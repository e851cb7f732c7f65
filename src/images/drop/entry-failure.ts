import { AppError, type Failure, failureOf } from '../../vocabulary/failures';

/**
 * From here on a path may be what is wrong: Windows has room for 260 characters, and those before the
 * folder that was dropped are not known here.
 */
const LONG_PATH = 160;

/** Why the browser did not give a file or folder, as far as it tells. */
export function entryFailure(error: unknown, path: string): Failure {
  if (error instanceof AppError) return error.failure;
  const name = typeof error === 'object' && error && 'name' in error ? error.name : null;
  switch (name) {
    // Chromium's for no permission, a lock, and a file whose bytes have not been downloaded.
    case 'NotReadableError':
    case 'SecurityError':
    case 'NotAllowedError':
    case 'NoModificationAllowedError':
      return { code: 'entry-not-opened' };
    case 'NotFoundError':
      return path.length < LONG_PATH
        ? { code: 'entry-vanished' }
        : { code: 'entry-path-too-long', characters: path.length };
    case 'EncodingError':
      return { code: 'entry-path-too-long', characters: path.length };
    default:
      return failureOf(error);
  }
}

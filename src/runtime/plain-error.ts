import { asError } from '../vocabulary/programming-error';
/**
 * What the runtime's own errors say once source paths, function signatures and error codes are
 * taken off: "ERROR_CODE: 1, ERROR_MESSAGE: /build/…/buffer.cc:643 void Download(…) ok was false.
 * Device is lost" becomes "Device is lost".
 */
export function plainReason(text: string): string {
  const [message = ''] = text.split('ERROR_MESSAGE: ').slice(-1);
  const [reason = ''] = message.split(/ was false\.\s*/).slice(-1);
  return reason.replace(/^\S+\.(cc|h):\d+ [^)]*\)\s*/, '').trim() || text;
}

/** An error of the runtime, in plain words of its own. */
class RuntimeError extends Error {
  override name = 'RuntimeError';
}

/** Runs `task`; when it fails, the error says plainly why, with the original as its cause. */
export async function withPlainErrors<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    throw new RuntimeError(plainReason(asError(error).message), { cause: error });
  }
}

import type { CallContext } from '../../bridge/host';
import { pauseUntilAborted } from '../../bridge/next-message';
import type { HeadEvaluator } from '../head/evaluator';
import type { HeadTensors } from '../model/head';

/**
 * Images at once where a question goes through many images: few, so that a short question that comes
 * meanwhile waits for little, and enough to keep a device busy.
 */
export const PIECE = 8;

/** How far a long answer has come, in images. */
export interface ImageCount {
  done: number;
  total: number;
}

/** How a long answer reports and is interrupted. */
export interface PieceControls {
  /** @param done images that have been gone through */
  onProgress(done: number): void;
  /** Called after every piece: lets messages be handled, and throws where the answer is not wanted any more. */
  pause(): Promise<void>;
}

/** The controls of a call about `total` images. */
export function pieceControls(
  { signal, progress }: CallContext<ImageCount>,
  total: number,
): PieceControls {
  return {
    onProgress: (done) => progress({ done, total }),
    pause: pauseUntilAborted(signal),
  };
}

/**
 * Goes through the maps of images, a few at a time; those that lose their tokens meanwhile are left
 * out.
 * @param head takes raw tokens
 * @param take gets the maps of every image, (M, N), one after another
 */
export async function eachMaps(
  evaluator: HeadEvaluator,
  head: HeadTensors,
  imageIds: readonly string[],
  controls: PieceControls,
  take: (imageId: string, maps: Float32Array, queries: number) => void | Promise<void>,
): Promise<void> {
  const { patches } = evaluator.shape;
  for (let start = 0; start < imageIds.length; start += PIECE) {
    const piece = imageIds.slice(start, start + PIECE).filter((imageId) => evaluator.has(imageId));
    const { attention } = await evaluator.evaluate(head, piece, PIECE);
    const each = (attention?.length ?? 0) / piece.length;
    for (const [row, imageId] of attention ? piece.entries() : []) {
      const maps = attention?.subarray(row * each, (row + 1) * each);
      if (maps) await take(imageId, maps, each / patches);
    }
    controls.onProgress(Math.min(start + PIECE, imageIds.length));
    await controls.pause();
    if (piece.length > 0 && !attention) return;
  }
}

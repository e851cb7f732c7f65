import type { Words } from '../../messages/words';

/** Something that a browser must have, named as its words are. */
export type Need = keyof Words['app']['lacking']['what'];

/** The parts of `globalThis` that are asked for, as a browser may lack each. */
type Scope = Partial<
  Pick<
    typeof globalThis,
    | 'OffscreenCanvas'
    | 'createImageBitmap'
    | 'WebAssembly'
    | 'Worker'
    | 'ResizeObserver'
    | 'AbortSignal'
    | 'CSS'
  >
>;

/**
 * What the page can't do without, and how to tell whether it is there. What can be worked around is
 * none of it: WebGPU, threads, storage, locks and the clipboard may all be missing.
 */
const NEEDS: Readonly<Record<Need, (scope: Scope) => boolean>> = {
  // `src/images` prepares every image on one, `src/figures` and `src/ui/canvas` paint on it.
  offscreenCanvas: ({ OffscreenCanvas }) =>
    new (OffscreenCanvas as Required<Scope>['OffscreenCanvas'])(1, 1).getContext('2d') !== null,
  // `images/decode-file.ts` and `backbones/encode/crop-pixels.ts`.
  imageBitmaps: ({ createImageBitmap }) => typeof createImageBitmap === 'function',
  // onnxruntime-web is built with SIMD alone.
  wasmSimd: ({ WebAssembly }) => WebAssembly?.validate(SIMD_MODULE) === true,
  // All workers are modules. `src/runtime` could not be loaded in one of another kind.
  moduleWorkers: ({ Worker }) => Worker !== undefined && takesModules(Worker),
  // `ui/canvas/use-canvas.ts` and other places that draw.
  resizeObserver: ({ ResizeObserver }) => typeof ResizeObserver === 'function',
  // The newest that is called without a check. What is older came before these.
  recentScript: ({ AbortSignal }) =>
    'toSorted' in Array.prototype && typeof AbortSignal?.any === 'function',
  // `ui/app/tokens.css`: without it colours are missing, the light text on dark buttons is not.
  themedColours: ({ CSS }) => CSS?.supports('color', 'light-dark(#000, #fff)') === true,
};

/** What this browser lacks of what the page needs. Never throws. */
export function lacking(scope: Scope = globalThis): Need[] {
  return (Object.keys(NEEDS) as Need[]).filter((need) => {
    try {
      return !NEEDS[need](scope);
    } catch {
      return true;
    }
  });
}

/** Reads the option before the address, which leads nowhere: nothing is started. */
function takesModules(WorkerOf: typeof Worker): boolean {
  let asked = false;
  const options = {
    get type(): WorkerType {
      asked = true;
      return 'module';
    },
  };
  try {
    new WorkerOf('https://[', options).terminate();
  } catch {
    // The address is none.
  }
  return asked;
}

/** A function that returns nothing and drops a vector: (drop (v128.const 0)). */
const SIMD_MODULE = Uint8Array.from([
  0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00, 0x01, 0x04, 0x01, 0x60, 0x00, 0x00, 0x03, 0x02,
  0x01, 0x00, 0x0a, 0x17, 0x01, 0x15, 0x00, 0xfd, 0x0c, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
  0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x1a, 0x0b,
]);

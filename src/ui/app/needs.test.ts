import { expect, test } from 'vitest';
import { lacking } from './needs';

class Canvas {
  getContext = () => ({});
}

class ModuleWorker {
  constructor(address: string, options: { type?: string }) {
    if (options.type === 'module') throw new SyntaxError(address);
  }
}

const BROWSER = {
  OffscreenCanvas: Canvas,
  createImageBitmap: () => undefined,
  WebAssembly,
  Worker: ModuleWorker,
  ResizeObserver: class {},
  AbortSignal,
  CSS: { supports: () => true },
};

const lackingIn = (changes: Readonly<Record<string, unknown>>) =>
  lacking({ ...BROWSER, ...changes } as unknown as Parameters<typeof lacking>[0]);

test('a browser that has all of it lacks nothing', () => {
  expect(lackingIn({})).toEqual([]);
});

test('each is missed by itself, also where asking for it throws', () => {
  expect(lackingIn({ OffscreenCanvas: undefined })).toEqual(['offscreenCanvas']);
  const withoutContext = class {
    getContext = () => null;
  };
  expect(lackingIn({ OffscreenCanvas: withoutContext })).toEqual(['offscreenCanvas']);
  expect(lackingIn({ createImageBitmap: undefined })).toEqual(['imageBitmaps']);
  expect(lackingIn({ WebAssembly: undefined })).toEqual(['wasmSimd']);
  expect(lackingIn({ WebAssembly: { validate: () => false } })).toEqual(['wasmSimd']);
  expect(lackingIn({ Worker: undefined })).toEqual(['moduleWorkers']);
  // One that knows no modules never looks for the option.
  expect(lackingIn({ Worker: class {} })).toEqual(['moduleWorkers']);
  expect(lackingIn({ ResizeObserver: undefined })).toEqual(['resizeObserver']);
  expect(lackingIn({ AbortSignal: class {} })).toEqual(['recentScript']);
  expect(lackingIn({ CSS: { supports: () => false } })).toEqual(['themedColours']);
});

test('the module that stands for SIMD is one', () => {
  expect(lackingIn({ WebAssembly })).toEqual([]);
});

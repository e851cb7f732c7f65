import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { givesPixelsBack } from './canvas-check';

/** What stands between a canvas and who reads it. */
let onRead: (pixels: Uint8ClampedArray) => void;
let onWrite: (pixels: Uint8ClampedArray) => void;

/** Canvases, blobs and bitmaps are their pixels here. */
class FakeCanvas {
  private pixels: Uint8ClampedArray<ArrayBuffer> = new Uint8ClampedArray();
  getContext = () => ({
    canvas: this,
    putImageData: ({ data }: ImageData) => {
      this.pixels = new Uint8ClampedArray(data);
    },
    clearRect: () => this.pixels.fill(0),
    drawImage: (bitmap: FakeBitmap) => {
      this.pixels = bitmap.pixels.slice();
    },
    getImageData: () => {
      const data = this.pixels.slice();
      onRead(data);
      return { data };
    },
  });
  convertToBlob = async () => {
    const pixels = this.pixels.slice();
    onWrite(pixels);
    return { pixels, close() {} };
  };
}
type FakeBitmap = Awaited<ReturnType<FakeCanvas['convertToBlob']>>;

beforeEach(() => {
  onRead = () => undefined;
  onWrite = () => undefined;
  vi.stubGlobal('OffscreenCanvas', FakeCanvas);
  vi.stubGlobal('createImageBitmap', async (blob: FakeBitmap) => blob);
  vi.stubGlobal(
    'ImageData',
    class {
      constructor(readonly data: Uint8ClampedArray) {}
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

test('an honest canvas', async () => {
  expect(await givesPixelsBack()).toBe(true);
});

const count = (pixels: Uint8ClampedArray) => {
  for (let at = 0; at < pixels.length; at++) pixels[at] = at;
};
const flip = (pixels: Uint8ClampedArray) => pixels.set([(pixels[4002] ?? 0) ^ 1], 4002);
test.each([
  ['white', (pixels: Uint8ClampedArray) => pixels.fill(255)],
  ['something else', count],
  ['the lowest bit of one value', flip],
])('one that gives %s', async (_, alter) => {
  onRead = alter;
  expect(await givesPixelsBack()).toBe(false);
  onRead = () => undefined;
  onWrite = alter;
  expect(await givesPixelsBack()).toBe(false);
});

test('none at all is not its business', async () => {
  vi.stubGlobal('OffscreenCanvas', undefined);
  expect(await givesPixelsBack()).toBe(true);
});

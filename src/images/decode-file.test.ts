import sharp from 'sharp';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Failure } from '../vocabulary/failures';
import { decodeFile } from './decode-file';

const SPEC = { resize: 224, resample: 'bicubic', crop: 224 } as const;
const decode = (file: Blob) => decodeFile({ file, ...SPEC });
const rejected = (reason: Failure) => ({ kind: 'rejected', reason });
const picture = (side: number) =>
  sharp({ create: { width: side, height: side, channels: 3, background: 'red' } });
const png = async (side: number) => Uint8Array.from(await picture(side).png().toBuffer());

afterEach(() => vi.unstubAllGlobals());

describe('a file is turned away', () => {
  test('that is empty', async () => {
    expect(await decode(new Blob())).toEqual(rejected({ code: 'image-empty' }));
  });

  test('that is no image, with what it is', async () => {
    const outcome = await decode(new Blob(['eggs, milk']));
    expect(outcome).toEqual(rejected({ code: 'not-an-image', contents: 'text' }));
  });

  test('that is cut off', async () => {
    const whole = await png(300);
    const half = whole.subarray(0, whole.length / 2);
    expect(await decode(new Blob([half]))).toEqual(rejected({ code: 'image-cut-off' }));
  });

  test('that the browser gives no more', async () => {
    const gone = new Blob(['x']);
    gone.slice = () => gone;
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
    expect(await decode(gone)).toEqual(rejected({ code: 'image-unreadable' }));
  });

  test('whose picture is too small', async () => {
    const outcome = await decode(new Blob([await png(1)]));
    expect(outcome).toEqual(rejected({ code: 'image-too-small', width: 1, height: 1, least: 8 }));
  });

  test('that the browser cannot decode: damaged, or of a format it does not read', async () => {
    vi.stubGlobal('createImageBitmap', () => Promise.reject(new DOMException('no')));
    expect(await decode(new Blob([await png(20)]))).toEqual(
      rejected({ code: 'image-damaged', format: 'PNG' }),
    );
    const tiff = Uint8Array.from(await picture(20).tiff().toBuffer());
    expect(await decode(new Blob([tiff]))).toEqual(
      rejected({ code: 'image-format-unsupported', format: 'TIFF' }),
    );
  });

  test('over which scaling fails, and the browser’s own words go along', async () => {
    vi.stubGlobal('createImageBitmap', async () => ({ width: 20, height: 20, close() {} }));
    vi.stubGlobal(
      'OffscreenCanvas',
      class {
        constructor() {
          throw new RangeError('Array buffer allocation failed');
        }
      },
    );
    const detail = 'RangeError: Array buffer allocation failed';
    expect(await decode(new Blob([await png(20)]))).toEqual(
      rejected({ code: 'image-not-prepared', cause: { code: 'unexpected', detail } }),
    );
  });
});

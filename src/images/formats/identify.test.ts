import { describe, expect, it } from 'vitest';
import { identify } from './identify';

const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('identify', () => {
  it.each([
    ['text', utf8('Apples, pears 🍐 and a melon.\n')],
    ['text', utf8('BM is how a bitmap begins, and this text, too.')],
    ['text', utf8('🍐'.repeat(2000)).subarray(0, 4098)],
    ['text', new Uint8Array(Buffer.from('\uFEFFhello', 'utf16le'))],
    [
      'text',
      latin('K\xfchl gelagert, zwei Pfund Mehl f\xfcr den B\xe4cker, und noch ein wenig mehr.'),
    ],
    ['html', utf8('\n<!DOCTYPE html><html><svg></svg>')],
    ['xml', utf8('<?xml version="1.0"?><note/>')],
    ['pdf', latin('%PDF-1.7\n%\xe2\xe3')],
    ['zip', latin('PK\x03\x04\x14\0')],
    ['mp4', latin('\0\0\0\x18ftypisom\0\0\0\0isomavc1')],
    ['zeros', new Uint8Array(5000)],
    ['unknown', latin('\x01\x02\x03\xff\xfe')],
  ])('says "%s"', (contents, bytes) => {
    expect(identify(bytes)).toEqual({ kind: 'other', contents });
  });

  it('sees that a file is empty', () => {
    expect(identify(new Uint8Array())).toEqual({ kind: 'empty' });
  });

  it.each([
    ['TIFF', latin('II*\0\x08\0\0\0')],
    ['HEIC', latin('\0\0\0\x18ftypmif1\0\0\0\0mif1heic')],
    ['AVIF', latin('\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf')],
    ['JPEG XL', latin('\0\0\0\x0cJXL \r\n\x87\n')],
    ['SVG', utf8('<svg/>')],
    ['SVG', utf8('\uFEFF<?xml version="1.0"?>\n<!-- made by hand --><svg xmlns="x">')],
    ['SVG', utf8('<!DOCTYPE svg PUBLIC "a" "b" [<!ENTITY x "y">]>\n<svg:svg xmlns:svg="x">')],
  ])('recognises %s', (format, bytes) => {
    expect(identify(bytes)).toEqual({ kind: 'image', format });
  });

  it('is not held up by markup made to confuse it', () => {
    const started = performance.now();
    expect(identify(utf8('<!--a-->'.repeat(500)))).toMatchObject({ kind: 'other' });
    expect(performance.now() - started).toBeLessThan(500);
  });
});

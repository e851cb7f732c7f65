import type { FileContents, ImageFormat } from '../../vocabulary/images';
import { Bytes } from './bytes';
import { looksLikeSvg, textKind } from './text-kind';

/** What a file is by its contents, whatever its name says. */
export type Identity =
  | { kind: 'image'; format: ImageFormat }
  | { kind: 'other'; contents: FileContents }
  | { kind: 'empty' };

/** Bytes of a file's beginning that `identify` wants to see. */
export const HEAD_LENGTH = 4096;

/** `bytes` may be the whole file or its first `HEAD_LENGTH` bytes. */
export function identify(data: Uint8Array): Identity {
  if (data.length === 0) return { kind: 'empty' };
  const bytes = new Bytes(data.subarray(0, HEAD_LENGTH));
  const format = imageFormat(bytes);
  if (format) return { kind: 'image', format };
  return { kind: 'other', contents: otherContents(bytes) };
}

function imageFormat(bytes: Bytes): ImageFormat | null {
  const signature = SIGNATURES.find(([text]) => bytes.has(0, text));
  if (signature) return signature[1];
  if (bytes.has(0, 'RIFF') && bytes.has(8, 'WEBP')) return 'WebP';
  if (bytes.has(0, 'BM') && bytes.length >= 18 && BMP_HEADERS.includes(bytes.u32(14, true))) {
    return 'BMP';
  }
  const brands = fileTypeBrands(bytes);
  if (brands.some((brand) => ['avif', 'avis'].includes(brand))) return 'AVIF';
  if (brands.some((brand) => HEIC_BRANDS.includes(brand))) return 'HEIC';
  return looksLikeSvg(bytes.data) ? 'SVG' : null;
}

const SIGNATURES: [start: string, format: ImageFormat][] = [
  ['\x89PNG\r\n\x1a\n', 'PNG'],
  ['\xff\xd8\xff', 'JPEG'],
  ['GIF87a', 'GIF'],
  ['GIF89a', 'GIF'],
  ['II*\0', 'TIFF'],
  ['MM\0*', 'TIFF'],
  ['II+\0', 'TIFF'],
  ['MM\0+', 'TIFF'],
  ['\xff\x0a', 'JPEG XL'],
  ['\0\0\0\x0cJXL ', 'JPEG XL'],
  ['\0\0\0\x0cjP  ', 'JPEG 2000'],
  ['\xff\x4f\xff\x51', 'JPEG 2000'],
  ['8BPS', 'Photoshop'],
  ['\0\0\x01\0', 'icon'],
];

/** The lengths that a BMP's second header can have; text may well start with "BM". */
const BMP_HEADERS = [12, 40, 52, 56, 64, 108, 124];

const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

/** The four-letter names in an ISO media file's first box; none for other files. */
function fileTypeBrands(bytes: Bytes): string[] {
  if (!bytes.has(4, 'ftyp')) return [];
  const end = Math.min(bytes.u32(0), bytes.length);
  const brands = [bytes.text(8, 4)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(bytes.text(at, 4));
  return brands;
}

function otherContents(bytes: Bytes): FileContents {
  const known = OTHER_CONTENTS.find(([at, text]) => bytes.has(at, text));
  if (known) return known[2];
  if (bytes.data.every((byte) => byte === 0)) return 'zeros';
  return textKind(bytes.data) ?? 'unknown';
}

const OTHER_CONTENTS: [at: number, text: string, contents: FileContents][] = [
  [0, '%PDF', 'pdf'],
  [0, 'PK\x03\x04', 'zip'],
  [0, '\x1f\x8b', 'gzip'],
  [0, '7z\xbc\xaf', '7-zip'],
  [0, 'Rar!', 'rar'],
  [8, 'AVI ', 'avi'],
  [8, 'WAVE', 'wav'],
  [0, '\x1a\x45\xdf\xa3', 'matroska'],
  [8, 'M4A ', 'm4a'],
  [8, 'crx ', 'camera-raw'],
  [4, 'ftyp', 'mp4'],
  [4, 'moov', 'quicktime'],
  [0, 'ID3', 'mp3'],
  [0, 'OggS', 'ogg'],
  [0, 'fLaC', 'flac'],
  [0, '\x7fELF', 'program'],
  [0, 'MZ\x90\0', 'program'],
];

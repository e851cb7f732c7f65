import sharp, { type Sharp } from 'sharp';
import type { ImageFormat } from '../vocabulary/images';

/** A picture as a program writes it. */
export interface WholePicture {
  name: string;
  format: ImageFormat;
  /** As names end that have such contents. */
  ending: string;
  bytes: Buffer;
}

const WIDTH = 96;
const HEIGHT = 64;

/** A small picture in every format that the page reads and some that it doesn't, in its varieties. */
export async function wholePictures(): Promise<WholePicture[]> {
  const picture = () => scene(3);
  const lying = () => picture().withMetadata({ orientation: 6 });
  const frames = await Promise.all(
    [0, 90, 180].map((hue) => picture().modulate({ hue }).png().toBuffer()),
  );
  const moving = () => sharp(frames, { join: { animated: true } });
  const made: [name: string, format: ImageFormat, ending: string, made: Sharp][] = [
    ['baseline', 'JPEG', 'jpg', picture().jpeg()],
    ['progressive', 'JPEG', 'jpg', picture().jpeg({ progressive: true })],
    ['grey', 'JPEG', 'jpg', picture().toColourspace('b-w').jpeg()],
    ['CMYK', 'JPEG', 'jpg', picture().toColourspace('cmyk').jpeg()],
    ['with Exif', 'JPEG', 'jpeg', lying().jpeg()],
    ['plain', 'PNG', 'png', picture().png()],
    ['interlaced', 'PNG', 'png', picture().png({ progressive: true })],
    ['deep', 'PNG', 'png', picture().toColourspace('rgb16').png()],
    ['of few colours', 'PNG', 'png', picture().png({ palette: true, colours: 16 })],
    ['transparent', 'PNG', 'png', scene(4).png()],
    ['with Exif', 'PNG', 'png', lying().png()],
    ['plain', 'GIF', 'gif', picture().gif()],
    ['moving', 'GIF', 'gif', moving().gif()],
    ['lossy', 'WebP', 'webp', picture().webp()],
    ['lossless', 'WebP', 'webp', picture().webp({ lossless: true })],
    ['transparent', 'WebP', 'webp', scene(4).webp()],
    ['with Exif', 'WebP', 'webp', lying().webp()],
    ['moving', 'WebP', 'webp', moving().webp()],
    ['plain', 'AVIF', 'avif', picture().avif({ effort: 0 })],
    ['with Exif', 'AVIF', 'avif', lying().avif({ effort: 0 })],
    ['plain', 'TIFF', 'tif', picture().tiff()],
  ];
  const written = await Promise.all(
    made.map(async ([name, format, ending, source]) => {
      return { name, format, ending, bytes: await source.toBuffer() };
    }),
  );
  const png = await picture().resize(32, 32).png().toBuffer();
  return [
    ...written,
    { name: 'plain', format: 'BMP', ending: 'bmp', bytes: bitmap() },
    { name: 'in runs', format: 'BMP', ending: 'bmp', bytes: runs() },
    { name: 'of a PNG', format: 'icon', ending: 'ico', bytes: icon(png) },
    { name: 'drawing', format: 'SVG', ending: 'svg', bytes: Buffer.from(DRAWING) },
  ];
}

/** Noise over a slope, so that no part of it looks like another. */
function scene(channels: 3 | 4): Sharp {
  const pixels = Buffer.alloc(channels * WIDTH * HEIGHT);
  for (let i = 0, seed = 7; i < pixels.length; i++) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    pixels[i] = ((i / pixels.length) * 160 + ((seed >>> 16) % 96)) & 255;
  }
  return sharp(pixels, { raw: { width: WIDTH, height: HEIGHT, channels } });
}

function bitmapHeader(bits: number, compression: number, colours: number): Buffer {
  const header = Buffer.alloc(54 + 4 * colours, 200);
  header.fill(0, 0, 54);
  header.write('BM');
  header.writeUInt32LE(header.length, 10);
  header.writeUInt32LE(40, 14);
  header.writeInt32LE(WIDTH, 18);
  header.writeInt32LE(HEIGHT, 22);
  header.writeUInt16LE(1, 26);
  header.writeUInt16LE(bits, 28);
  header.writeUInt32LE(compression, 30);
  header.writeUInt32LE(colours, 46);
  return header;
}

function bitmap(): Buffer {
  const rows = Buffer.from(Array.from({ length: 3 * WIDTH * HEIGHT }, (_, i) => (i * i) % 251));
  return Buffer.concat([bitmapHeader(24, 0, 0), rows]);
}

function runs(): Buffer {
  const rows = Array.from({ length: HEIGHT }, (_, y) => [48, y, 48, 255 - y, 0, 0]);
  return Buffer.concat([bitmapHeader(8, 1, 256), Buffer.from([...rows.flat(), 0, 1])]);
}

/** An icon of one picture of 32 pixels to a side. */
export function icon(picture: Buffer): Buffer {
  const header = Buffer.alloc(22);
  header.set([0, 0, 1, 0, 1, 0, 32, 32, 0, 0, 1, 0, 24, 0]);
  header.writeUInt32LE(picture.length, 14);
  header.writeUInt32LE(22, 18);
  return Buffer.concat([header, picture]);
}

const DRAWING = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30">
  <rect x="4" y="4" width="32" height="22" fill="teal"/>
  <g><circle cx="20" cy="15" r="8" fill="gold"/></g>
</svg>
`;

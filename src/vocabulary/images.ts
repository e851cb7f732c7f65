/** The tokens of one image: prefix tokens first, then patches row by row. */
export interface ImageTokens {
  /** Row-major, (prefixTokens + N, D). */
  data: Float32Array;
  prefixTokens: number;
  patches: number;
  width: number;
}

export interface LabelledImage {
  id: string;
  /** The image's name. It, not the id, decides the split: the same images give the same run again. */
  name: string;
  /** Index into the classes of the run. */
  classIndex: number;
}

/** Image formats that are told apart. */
export type ImageFormat =
  | 'PNG'
  | 'JPEG'
  | 'WebP'
  | 'GIF'
  | 'BMP'
  | 'AVIF'
  | 'HEIC'
  | 'SVG'
  | 'TIFF'
  | 'JPEG XL'
  | 'JPEG 2000'
  | 'Photoshop'
  | 'icon';

/** What a file holds that is no image. */
export type FileContents =
  | 'pdf'
  | 'zip'
  | 'gzip'
  | '7-zip'
  | 'rar'
  | 'avi'
  | 'wav'
  | 'matroska'
  | 'm4a'
  | 'camera-raw'
  | 'mp4'
  | 'quicktime'
  | 'mp3'
  | 'ogg'
  | 'flac'
  | 'program'
  | 'html'
  | 'xml'
  | 'text'
  | 'zeros'
  | 'unknown';

/** What changes the pixels that a page reads back: a browser known for it, or whatever else. */
export type CanvasProtection = 'brave' | 'firefox' | 'other';

/** Pixels to each side. */
export interface PixelSize {
  width: number;
  height: number;
}

/** Longer names are cut by some systems, and nobody reads them. */
const LONGEST = 80;

/**
 * What a saved picture is called, without its ending: `joint-kingfisher-03-ep-8` for `joint`,
 * `kingfisher-03.webp`, `EP, 8 queries`. Letters of every script stay; all else becomes one hyphen.
 */
export function pictureName(...parts: string[]): string {
  const name = parts
    .map((part) =>
      part
        .replace(/\.(webp|jpe?g|png|gif|svg|heic|heif|avif|bmp)$/i, '')
        .toLowerCase()
        .normalize('NFC')
        .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
        .replace(/^-+|-+$/g, ''),
    )
    .filter((part) => part !== '')
    .join('-');
  return [...name].slice(0, LONGEST).join('').replace(/-+$/, '') || 'picture';
}

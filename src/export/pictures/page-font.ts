import fontUrl from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?url';

/**
 * The bytes of the page's face, null where they could not be had. One file for Latin text; names in
 * other scripts use the system's fonts: a subset per script would be requested when the first such
 * name appears, and nothing is requested after the page has loaded.
 */
export const pageFont: Promise<ArrayBuffer | null> = fetch(fontUrl).then(
  (response) => (response.ok ? response.arrayBuffer() : null),
  () => null,
);

/**
 * Gives the page its face. Not by a rule of a stylesheet: a browser may ask for the file of such a
 * rule again whenever another stylesheet comes, and offline the text would fall back to another face.
 */
export async function addPageFont(): Promise<void> {
  const bytes = await pageFont;
  if (!bytes) return;
  document.fonts.add(await new FontFace('Inter Variable', bytes, { weight: '100 900' }).load());
}

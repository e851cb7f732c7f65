import type { Plugin } from 'vite';

/** Patches along each side: 37 × 37 = 1,369 tokens, what a ViT/14 makes of 518 pixels. */
export const FINER_GRID = 37;
const PATCH = 16;

/** Builds the page for a backbone like the bundled one that sees more patches. */
export function finerBackbone(): Plugin {
  const side = FINER_GRID * PATCH;
  const changes: [from: RegExp, to: string][] = [
    [/resize: 256\b/, `resize: ${side}`],
    [/crop: 224\b/, `crop: ${side}`],
    [/grid: \{ height: 14, width: 14 \}/, `grid: { height: ${FINER_GRID}, width: ${FINER_GRID} }`],
  ];
  let changed = false;
  return {
    name: 'finer-backbone',
    enforce: 'pre',
    buildEnd() {
      if (!changed) throw new Error('The file of the bundled backbone was not met.');
    },
    transform(code, id) {
      if (!id.endsWith('/backbones/catalogue/bundled-backbones.ts')) return null;
      changed = true;
      return changes.reduce((text, [from, to]) => {
        if (!from.test(text))
          throw new Error(`The bundled backbone has no ${from} to be made finer.`);
        return text.replace(from, to);
      }, code);
    },
  };
}

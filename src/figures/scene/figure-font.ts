import { base64 } from './figure-for-svg';

/** The page's face in a document of its own, which can't ask the page for it. */
export function fontFaceRule(font: ArrayBuffer): string {
  return (
    '@font-face { font-family: "Inter Variable"; font-weight: 100 900; ' +
    `src: url("data:font/woff2;base64,${base64(font)}") format("woff2"); }`
  );
}

import type { CanvasProtection } from '../vocabulary/images';

/** What most likely changes the pixels of canvases here: the browser itself, where it is known for it. */
export function protectionOf(browser: Pick<Navigator, 'userAgent'>): CanvasProtection {
  if ('brave' in browser) return 'brave';
  return /\bFirefox\//.test(browser.userAgent) ? 'firefox' : 'other';
}

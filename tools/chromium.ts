import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** Where browsers that speak Chromium's protocol usually lie, the most likely first. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * The Chromium that tests and benchmarks drive: `CHROMIUM_PATH`, Playwright's own, else the
 * system's. Null when there is none.
 */
export function findChromium(): string | null {
  const candidates = [process.env.CHROMIUM_PATH, chromium.executablePath(), ...onPath(), ...PLACES];
  return candidates.find((place) => place !== undefined && existsSync(place)) ?? null;
}

/** @throws with what to do when there is no Chromium. */
export function requireChromium(): string {
  const found = findChromium();
  if (found) return found;
  throw new Error(
    'No Chromium was found. Run `node tools/ensure-chromium.mjs`, or set CHROMIUM_PATH to one.',
  );
}

/** Chromium's sandbox needs a user that is not root. */
export function launchArguments(): string[] {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--no-first-run'];
  return process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet;
}

function onPath(): string[] {
  const finder = process.platform === 'win32' ? 'where' : 'which';
  return NAMES.flatMap((name) => {
    try {
      return execFileSync(finder, [name], { encoding: 'utf8', stdio: 'pipe' }).split('\n');
    } catch {
      return [];
    }
  }).map((line) => line.trim());
}

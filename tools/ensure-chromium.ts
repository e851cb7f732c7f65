/** Makes a Chromium available for the tests, without asking. */
import { execSync } from 'node:child_process';
import { findChromium } from './chromium';

/** Ways to get one, each tried only if the one before left none. */
const WAYS = [
  'apt-get update -qq && apt-get install -y -qq chromium',
  'sudo -n apt-get update -qq && sudo -n apt-get install -y -qq chromium',
  'npx playwright install chromium',
];

for (const way of WAYS) {
  if (findChromium()) break;
  if (way.includes('apt-get') && process.platform !== 'linux') continue;
  console.log(`No Chromium yet. Trying: ${way}`);
  try {
    execSync(way, { stdio: 'inherit' });
  } catch {
    console.log('That did not work.');
  }
}

const found = findChromium();
if (!found) {
  console.error('No Chromium could be installed. Install one, or set CHROMIUM_PATH to one.');
  process.exit(1);
}
console.log(`Chromium: ${found}`);

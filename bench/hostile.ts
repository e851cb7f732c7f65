/**
 * `npm run hostile [-- --seed N] [-- --count N] [-- --keep DIR]`: gives the page files that were cut,
 * changed, lied about and wrongly named, and bombs, in a real Chromium; prints what became of them, and
 * what was wrong with that in the eyes of another reader. Files that went wrong are put into DIR.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { hostileFault } from '../src/testing/hostile-fault';
import { type HostileFile, hostilePictures } from '../src/testing/hostile-pictures';
import { sharpVerdict } from '../src/testing/sharp-verdict';
import type { PreparedPicture } from './lab-api';
import { openLabPage, serveLab } from './serve-lab';

/** Milliseconds that one small file may take. */
const LONG = 5000;
const HANGS = 30_000;
/** Reasons that nobody has foreseen. */
const STUMBLED = ['unexpected', 'image-not-prepared', 'image-stops-decoder', 'worker-died'];

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '1000' },
    keep: { type: 'string' },
  },
});
const seed = Number(options.seed);

const lab = await serveLab();
const page = await openLabPage(lab);
const crashes: string[] = [];
page.on('crash', () => crashes.push('the page crashed'));
page.on('pageerror', (error) => crashes.push(error.message));
await page.evaluate(() => {
  window.images = window.lab.openImages();
});

/** What an encoder sees of the pictures that files are made from. */
const wholeCrops = new Map<string, string>();
const tally = new Map<string, number>();
const faults: string[] = [];
const files = await hostilePictures(seed, Number(options.count));
let longest = 0;
for (const file of files) {
  const outcome = await prepared(file.name, file.bytes);
  const fault = await faultOf(file, outcome);
  const what =
    typeof outcome === 'string' ? outcome : outcome.kind === 'taken' ? 'taken' : outcome.code;
  const key = `${file.harm}: ${what}`;
  tally.set(key, (tally.get(key) ?? 0) + 1);
  if (typeof outcome !== 'string') longest = Math.max(longest, outcome.milliseconds);
  if (!fault) continue;
  const from = file.from ? `${file.from.format} ${file.from.name}, ` : '';
  faults.push(`seed ${seed}, ${file.name} (${from}${file.harm}): ${fault} [${what}]`);
  if (options.keep) {
    mkdirSync(options.keep, { recursive: true });
    writeFileSync(path.join(options.keep, file.name), file.bytes);
  }
}
await lab.close();

for (const [key, count] of [...tally].sort()) console.log(`${String(count).padStart(5)}  ${key}`);
console.log(`${files.length} files of seed ${seed}; the longest took ${Math.round(longest)} ms.`);
for (const fault of [...faults, ...crashes]) console.error(fault);
console.log(faults.length + crashes.length === 0 ? 'Nothing went wrong.' : 'Something went wrong.');
process.exit(faults.length + crashes.length === 0 ? 0 : 1);

/** In words where there is no outcome. */
async function prepared(name: string, bytes: Buffer): Promise<PreparedPicture | string> {
  const answer = page.evaluate(
    ([called, base64]) => {
      const data = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      return window.lab.prepare(window.images, new File([data], called));
    },
    [name, bytes.toString('base64')] as const,
  );
  const hangs = new Promise<string>((resolve) => setTimeout(() => resolve('hangs'), HANGS).unref());
  return Promise.race([answer.catch((error: unknown) => String(error)), hangs]);
}

async function faultOf(
  file: HostileFile,
  outcome: PreparedPicture | string,
): Promise<string | null> {
  if (typeof outcome === 'string') return outcome;
  if (outcome.milliseconds > LONG) return `took ${Math.round(outcome.milliseconds)} ms`;
  const verdict = await sharpVerdict(file);
  if (outcome.kind === 'taken') {
    const looksWhole = outcome.cropHash === (await wholeCrop(file));
    return hostileFault(file, { taken: true, size: outcome, looksWhole }, verdict);
  }
  if (STUMBLED.includes(outcome.code)) return outcome.sentence;
  if (!/^[A-Z0-9].*[.:]$/u.test(outcome.sentence)) return `says "${outcome.sentence}"`;
  return hostileFault(file, { taken: false, size: null, looksWhole: false }, verdict);
}

async function wholeCrop({ from }: HostileFile): Promise<string> {
  if (!from) return '';
  const key = `${from.format} ${from.name}`;
  const known = wholeCrops.get(key);
  if (known !== undefined) return known;
  const outcome = await prepared(`whole.${from.ending}`, from.bytes);
  const crop = typeof outcome !== 'string' && outcome.kind === 'taken' ? outcome.cropHash : '';
  wholeCrops.set(key, crop);
  return crop;
}

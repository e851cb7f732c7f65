/**
 * `npm run bench [-- --json] [-- NAME…]`: measures in a real Chromium and prints a table, or JSON.
 * A name may be the beginning of several (`ep-step`, `backbone`).
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build, preview } from 'vite';
import { BENCHMARKS } from './benchmarks';
import { type Measurement, table } from './measurements';
import { serveLab } from './serve-lab';

const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const asJson = process.argv.includes('--json');
const isWanted = (name: string) =>
  names.length === 0 ||
  names.some(
    (asked) => name === asked || name.startsWith(`${asked}/`) || name.startsWith(`${asked}-`),
  );

const known = BENCHMARKS.flatMap((benchmark) => benchmark.names);
if (!known.some(isWanted)) {
  console.error(`No benchmark is named ${names.join(', ')}. There are:\n  ${known.join('\n  ')}`);
  process.exit(2);
}

const lab = await serveLab();
const outDir = await mkdtemp(path.join(tmpdir(), 'probe-playground-'));
let page: Awaited<ReturnType<typeof preview>> | undefined;
const results: Measurement[] = [];
try {
  const places = {
    lab,
    async pageUrl() {
      if (!page) {
        await build({ logLevel: 'error', build: { outDir, emptyOutDir: true } });
        page = await preview({ logLevel: 'error', build: { outDir }, preview: { port: 0 } });
      }
      return page.resolvedUrls?.local[0] ?? '';
    },
  };
  for (const benchmark of BENCHMARKS) {
    const wanted = benchmark.names.filter(isWanted);
    if (wanted.length === 0) continue;
    const measured = await benchmark.run(places, wanted);
    results.push(...measured);
    if (!asJson) console.log(table(measured));
  }
} finally {
  await lab.close();
  await page?.close();
  await rm(outDir, { recursive: true, force: true });
}
if (asJson) console.log(JSON.stringify(results, null, 2));
process.exit(0);

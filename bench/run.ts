/**
 * `npm run bench [-- --json] [-- --model FILE] [-- NAME…]`: measures in a real Chromium and prints a
 * table, or JSON. A name may be the beginning of several (`ep-step`, `backbone`). A FILE is an .onnx
 * encoder, timed as a backbone; the option can be given several times.
 */
import { parseArgs } from 'node:util';
import { benchmarks } from './benchmarks';
import { BuiltPage } from './built-page';
import { finerBackbone } from './finer-page';
import { type Measurement, table } from './measurements';
import { serveLab } from './serve-lab';

const { values: options, positionals: names } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    model: { type: 'string', multiple: true, default: [] },
  },
});
const { json: asJson, model: files } = options;
const isWanted = (name: string) =>
  names.length === 0 ||
  names.some(
    (asked) => name === asked || name.startsWith(`${asked}/`) || name.startsWith(`${asked}-`),
  );

const all = benchmarks(files);
const known = all.flatMap((benchmark) => benchmark.names);
if (!known.some(isWanted)) {
  console.error(`No benchmark is named ${names.join(', ')}. There are:\n  ${known.join('\n  ')}`);
  process.exit(2);
}

const lab = await serveLab();
const page = new BuiltPage();
const finerPage = new BuiltPage([finerBackbone()]);
const results: Measurement[] = [];
try {
  const places = {
    lab,
    pageUrl: () => page.url(),
    finerPageUrl: () => finerPage.url(),
  };
  for (const benchmark of all) {
    const wanted = benchmark.names.filter(isWanted);
    if (wanted.length === 0) continue;
    const measured = await benchmark.run(places, wanted);
    results.push(...measured);
    if (!asJson) console.log(table(measured));
  }
} finally {
  await lab.close();
  await page.close();
  await finerPage.close();
}
if (asJson) console.log(JSON.stringify(results, null, 2));
process.exit(0);

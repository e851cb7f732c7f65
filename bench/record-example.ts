/**
 * `npm run record-example`: trains EP on the Starter set and records what its queries look at in one
 * image after every few epochs, for the example in the empty page (`public/example/`).
 */
import { mkdir, writeFile } from 'node:fs/promises';
import type { RecordingFile } from '../src/figures/maps/recording';
import { openStudyPage, serveLab } from './serve-lab';

const [image = 'dog-face.webp', seed = '0'] = process.argv.slice(2);
/** Most of what there is to see happens early. */
const EPOCHS = [
  1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 16, 18, 20, 22, 25, 28, 32, 36, 40, 46, 52, 60, 70,
  80, 90, 100,
];

const lab = await serveLab();
const page = await openStudyPage(lab, 'starter');
const recorded = await page.evaluate(
  async ([name, s]) => {
    const probe = { name: 'ep', options: { queries: 8, dOut: 1 } };
    const run = await window.study.call('record', { probe, seed: s, image: name });
    return {
      ...run,
      frames: run.frames.map((frame) => [...frame]),
      crop: [...new Uint8Array(await run.crop.arrayBuffer())],
    };
  },
  [image, Number(seed)] as const,
);
await lab.close();

const patches = recorded.grid.height * recorded.grid.width;
const frames = EPOCHS.flatMap((epoch) => recorded.frames[epoch - 1] ?? []);
const bytes = new Uint8Array(frames.length);
for (let row = 0; row < frames.length; row += patches) {
  const map = frames.slice(row, row + patches);
  const largest = Math.max(...map);
  bytes.set(
    map.map((weight) => Math.round((255 * weight) / largest)),
    row,
  );
}
const file: RecordingFile = {
  imageUrl: 'example.png',
  grid: recorded.grid,
  queries: recorded.queries,
  frames: Buffer.from(bytes).toString('base64'),
};
await mkdir('public/example', { recursive: true });
await writeFile('public/example/example.json', JSON.stringify(file));
await writeFile('public/example/example.png', new Uint8Array(recorded.crop));
console.log(`Recorded ${frames.length / patches / recorded.queries} frames of ${image}.`);
process.exit(0);

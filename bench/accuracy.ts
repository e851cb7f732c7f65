/**
 * `npm run accuracy [-- SET…]`: EP with 8 queries against mean pooling on the sample sets, default
 * recipe, five seeds, in a real Chromium. Mean ± standard deviation over the seeds. The epoch is
 * chosen on the held-out images, so the last epoch's accuracy, which nothing chose, stands beside it.
 */
import type { ProbeChoice } from '../src/probes/choice';
import { openStudyPage, serveLab } from './serve-lab';
import { spread } from './spread';
import type { StudyRun } from './study-api';

const SEEDS = [0, 1, 2, 3, 4];
const EP: ProbeChoice = { name: 'ep', options: { queries: 8, dOut: 1 } };
const GAP: ProbeChoice = { name: 'gap', options: {} };

const asked = process.argv.slice(2);
const sets = asked.length > 0 ? asked : ['starter', 'zoo-and-garage'];
const lab = await serveLab();
try {
  for (const setId of sets) {
    const page = await openStudyPage(lab, setId);
    for (const probe of [EP, GAP]) {
      const runs: StudyRun[] = [];
      for (const seed of SEEDS) {
        runs.push(
          await page.evaluate(
            ([choice, s]) => window.study.call('train', { probe: choice, seed: s }),
            [probe, seed] as const,
          ),
        );
      }
      report(setId, probe.name, runs);
    }
    await page.context().close();
  }
} finally {
  await lab.close();
}
process.exit(0);

function report(setId: string, probe: string, runs: readonly StudyRun[]): void {
  const percent = (values: number[]) =>
    `${spread(
      values.map((value) => 100 * value),
      1,
    )} %`;
  const similarities = runs.flatMap(({ mapSimilarity }) => mapSimilarity ?? []);
  const parts = [
    `kept epoch ${percent(runs.map(({ kept }) => kept))}`,
    `last epoch ${percent(runs.map(({ last }) => last))}`,
    similarities.length > 0 ? `cosine between maps ${spread(similarities, 2)}` : '',
    `(${runs[0]?.heldOutImages} held-out images, ${runs.length} seeds)`,
  ];
  console.log(`${setId.padEnd(16)}${probe.padEnd(5)}${parts.filter(Boolean).join('   ')}`);
}

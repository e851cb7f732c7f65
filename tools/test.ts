/**
 * `npm test`: formatting and lint, types, unit tests and the build side by side, then journeys in a
 * real browser against the built page. Tells what took longest, and ends with `N passed, N failed`,
 * counting every test of both kinds and each other step as one.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CHECKS, type Outcome, runStep, runSteps } from './steps';
import { readJourneys, readUnitTests, slowest, type TestReport } from './test-reports';
import { BUILD, journeys, unitTests } from './test-steps';

const started = performance.now();
const reports = mkdtempSync(path.join(tmpdir(), 'probe-playground-test-'));
const unitReport = path.join(reports, 'unit.json');
const journeyReport = path.join(reports, 'journeys.json');

// The longest first, so that none is left over at the end.
const outcomes = await runSteps([unitTests(unitReport), BUILD, ...CHECKS]);
const isBuilt = outcomes.find(({ title }) => title === BUILD.title)?.passed === true;
if (isBuilt) outcomes.push(await runStep(journeys([], journeyReport)));
else console.log('\n== Journeys: there is no page to visit.');

const unit = readUnitTests(unitReport);
const visits = isBuilt ? readJourneys(journeyReport) : null;
rmSync(reports, { recursive: true });

tellTimes(outcomes, unit, visits);
for (const title of visits?.unsteady ?? []) console.log(`\nOnly at the second attempt: ${title}`);
const total = count(outcomes, [unit, visits]);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);

/** Runners count by their tests, all other steps as one; a runner that left no report has failed. */
function count(steps: readonly Outcome[], runners: readonly (TestReport | null)[]) {
  let [passed, failed] = [0, 0];
  for (const step of steps) {
    if (step.title === 'Unit tests' || step.title === 'Journeys') continue;
    if (step.passed) passed++;
    else failed++;
  }
  for (const report of runners) {
    passed += report?.passed ?? 0;
    failed += report?.failed ?? 0;
    if (!report || report.passed === 0) failed++;
  }
  return { passed, failed };
}

function tellTimes(
  steps: readonly Outcome[],
  unitTestsReport: TestReport | null,
  journeysReport: TestReport | null,
): void {
  const line = ({ title, seconds }: { title: string; seconds: number }) =>
    `  ${seconds.toFixed(1).padStart(6)} s  ${title}`;
  const table = (heading: string, lines: readonly { title: string; seconds: number }[]) =>
    console.log([`\n${heading}`, ...lines.map(line)].join('\n'));
  if (journeysReport) table('Slowest journeys', slowest(journeysReport, 8));
  if (unitTestsReport) table('Slowest files of unit tests', slowest(unitTestsReport, 6));
  const whole = (performance.now() - started) / 1000;
  table('Steps', [...slowest({ parts: steps }, steps.length), { title: 'in all', seconds: whole }]);
}

/**
 * `npm test`: formatting and lint, types, unit tests, then journeys in a real browser against the
 * built page. Prints `N passed, N failed` at the end, counting every test of both kinds.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HUB_ORIGIN, TEST_PAGE } from '../e2e/ports';

const reports = mkdtempSync(path.join(tmpdir(), 'probe-playground-test-'));
const unitReport = path.join(reports, 'unit.json');
const journeyReport = path.join(reports, 'journeys.json');
const total = { passed: 0, failed: 0 };

check('Format and lint', ['biome', 'ci', '--error-on-warnings', '.']);
check('Types', ['tsc', '--project', '.']);
run('Unit tests', [
  'vitest',
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${unitReport}`,
]);
count(unitReport, (report) => [report.numPassedTests, report.numFailedTests]);
// Not into dist/, which people put on servers: this page asks a hub that only the journeys have.
check('Build', ['vite', 'build', '--logLevel', 'warn', '--outDir', TEST_PAGE], {
  VITE_HUB: HUB_ORIGIN,
});
run(
  'Journeys',
  ['playwright', 'test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'],
  {
    PLAYWRIGHT_JSON_OUTPUT_NAME: journeyReport,
  },
);
count(journeyReport, ({ stats }) => [
  stats?.expected,
  (stats?.unexpected ?? 0) + (stats?.flaky ?? 0),
]);

rmSync(reports, { recursive: true });
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);

/** A step that counts as one test. */
function check(title: string, command: string[], environment: Record<string, string> = {}): void {
  if (run(title, command, environment)) total.passed++;
  else total.failed++;
}

function run(title: string, command: string[], environment: Record<string, string> = {}): boolean {
  console.log(`\n== ${title}`);
  const { status } = spawnSync('npx', command, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, ...environment },
  });
  return status === 0;
}

interface Report {
  numPassedTests?: number;
  numFailedTests?: number;
  stats?: { expected?: number; unexpected?: number; flaky?: number };
}

/** Adds a runner's counts; a runner that left no report has failed. */
function count(file: string, counts: (report: Report) => [number | undefined, number | undefined]) {
  try {
    const [passed, failed] = counts(JSON.parse(readFileSync(file, 'utf8')) as Report);
    total.passed += passed ?? 0;
    total.failed += failed ?? 0;
    if (passed === undefined || passed === 0) total.failed++;
  } catch {
    console.log('The runner left no report: counted as failed.');
    total.failed++;
  }
}

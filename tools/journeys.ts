/**
 * `npm run test:journeys -- NAME…`: builds the page that journeys visit and runs those whose file's
 * name contains one of these, or all. `--smoke` runs the few of `e2e/smoke.txt`. Whatever else is
 * given goes to Playwright (`--headed`, `--trace on`, `-g TITLE`).
 */
import { runStep, type Step } from './steps';
import { BUILD, journeys } from './test-steps';

const [smoke, rest] = process.argv
  .slice(2)
  .reduce<[boolean, string[]]>(
    ([found, others], parameter) =>
      parameter === '--smoke' ? [true, others] : [found, [...others, parameter]],
    [false, []],
  );
const step: Step = journeys([...(smoke ? ['--test-list', 'e2e/smoke.txt'] : []), ...rest]);
const built = await runStep(BUILD);
process.exit(built.passed && (await runStep(step)).passed ? 0 : 1);

/** `npm run check`: format, lint and types; some seconds. */
import { CHECKS, runSteps } from './steps';

const started = performance.now();
const outcomes = await runSteps(CHECKS);
const failed = outcomes.filter(({ passed }) => !passed).map(({ title }) => title);
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`\n${failed.length > 0 ? `Failed: ${failed.join(', ')}` : 'All well'}, ${seconds} s`);
process.exit(failed.length > 0 ? 1 : 0);

import { HUB_ORIGIN, TEST_PAGE } from '../e2e/ports';
import type { Step } from './steps';

/** Not into dist/, which people put on servers: this page asks a hub that only the journeys have. */
export const BUILD: Step = {
  title: 'Build of the page under test',
  program: 'vite',
  parameters: ['build', '--logLevel', 'error', '--outDir', TEST_PAGE],
  environment: { VITE_HUB: HUB_ORIGIN },
};

/** Unit tests, with a report for counting. */
export function unitTests(report: string): Step {
  return {
    title: 'Unit tests',
    program: 'vitest',
    parameters: ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
  };
}

/**
 * Journeys in a real browser, against the page that `BUILD` has built. Where they are counted, one that
 * fails has a second attempt, and is named: what surrounds them is a machine that others use, too.
 */
export function journeys(parameters: readonly string[], report?: string): Step {
  return {
    title: 'Journeys',
    program: 'playwright',
    parameters: [
      'test',
      '--config',
      'e2e/playwright.config.ts',
      `--reporter=list${report ? ',json' : ''}`,
      ...(report ? ['--retries=1'] : []),
      ...parameters,
    ],
    environment: report ? { PLAYWRIGHT_JSON_OUTPUT_NAME: report } : {},
    live: true,
  };
}

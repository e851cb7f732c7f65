import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What a runner's report says: how many tests, and how long each part took. */
export interface TestReport {
  passed: number;
  failed: number;
  parts: readonly { title: string; seconds: number }[];
  /** Tests that failed at first, and passed at the second attempt. */
  unsteady: readonly string[];
}

/** @returns null where there is no report. */
export function readUnitTests(file: string): TestReport | null {
  const report = readJson<{
    numPassedTests?: number;
    numFailedTests?: number;
    numFailedTestSuites?: number;
    testResults?: {
      name: string;
      status: string;
      startTime: number;
      endTime: number;
      assertionResults: unknown[];
    }[];
  }>(file);
  if (!report) return null;
  const files = report.testResults ?? [];
  // A file that could not be loaded has no tests to count.
  const broken = files.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests ?? 0,
    failed: (report.numFailedTests ?? 0) + broken.length,
    parts: files.map(({ name, startTime, endTime }) => ({
      title: path.relative('.', name),
      seconds: (endTime - startTime) / 1000,
    })),
    unsteady: [],
  };
}

interface JourneySuite {
  specs?: {
    title: string;
    file: string;
    tests: { status: string; results: { duration: number }[] }[];
  }[];
  suites?: JourneySuite[];
}

/** @returns null where there is no report. */
export function readJourneys(file: string): TestReport | null {
  const report = readJson<{
    stats?: { expected?: number; unexpected?: number; flaky?: number };
    errors?: unknown[];
    suites?: JourneySuite[];
  }>(file);
  if (!report) return null;
  const { expected = 0, unexpected = 0, flaky = 0 } = report.stats ?? {};
  return {
    passed: expected + flaky,
    failed: unexpected + (report.errors?.length ?? 0),
    parts: (report.suites ?? []).flatMap(timesOf),
    unsteady: (report.suites ?? []).flatMap(unsteadyIn),
  };
}

function timesOf({ specs = [], suites = [] }: JourneySuite): { title: string; seconds: number }[] {
  const own = specs.flatMap(({ title, file, tests }) =>
    tests.map(({ results }) => ({
      title: `${file}: ${title}`,
      seconds: results.reduce((sum, { duration }) => sum + duration, 0) / 1000,
    })),
  );
  return [...own, ...suites.flatMap(timesOf)];
}

function unsteadyIn({ specs = [], suites = [] }: JourneySuite): string[] {
  const own = specs
    .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
    .map(({ title, file }) => `${file}: ${title}`);
  return [...own, ...suites.flatMap(unsteadyIn)];
}

export function slowest({ parts }: Pick<TestReport, 'parts'>, count: number) {
  return parts.toSorted((a, b) => b.seconds - a.seconds).slice(0, count);
}

function readJson<T>(file: string): T | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return null;
  }
}

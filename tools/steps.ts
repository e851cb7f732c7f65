import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import path from 'node:path';

export interface Step {
  title: string;
  /** A package's program, with what it is given. */
  program: Program;
  parameters: readonly string[];
  environment?: Readonly<Record<string, string>>;
  /** Shows what it prints while it runs; nothing else may run beside it then. */
  live?: boolean;
}

export interface Outcome {
  title: string;
  passed: boolean;
  seconds: number;
}

const PROGRAMS = {
  biome: '@biomejs/biome',
  tsc: 'typescript',
  vitest: 'vitest',
  vite: 'vite',
  playwright: '@playwright/test',
} as const;
export type Program = keyof typeof PROGRAMS;

/** Format, lint, and the types of each realm. */
export const CHECKS: readonly Step[] = [
  {
    title: 'Format and lint',
    program: 'biome',
    parameters: ['check', '--error-on-warnings', '.'],
  },
  ...(['page', 'worker', 'tools'] as const).map(
    (realm): Step => ({
      title: `Types (${realm})`,
      program: 'tsc',
      parameters: ['--project', `tsconfig.${realm}.json`],
    }),
  ),
];

/** Runs one step; what it prints comes as a whole when it ends, unless it is `live`. */
export async function runStep(step: Step): Promise<Outcome> {
  const started = performance.now();
  if (step.live) console.log(`\n== ${step.title}`);
  const { passed, printed } = await execute(step);
  const seconds = (performance.now() - started) / 1000;
  if (!step.live) {
    const verdict = passed ? 'done' : 'FAILED';
    console.log(`\n== ${step.title}: ${verdict} in ${seconds.toFixed(1)} s`);
    if (printed.trim() !== '') console.log(printed.trim());
  }
  return { title: step.title, passed, seconds };
}

/** Runs steps side by side, as many as there are cores, in the order given. */
export async function runSteps(steps: readonly Step[]): Promise<Outcome[]> {
  const waiting = [...steps];
  const outcomes: Outcome[] = [];
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      outcomes.push(await runStep(step));
    }
  };
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, work));
  return outcomes;
}

function execute(step: Step): Promise<{ passed: boolean; printed: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [fileOf(step.program), ...step.parameters], {
      stdio: step.live ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...colour(), ...step.environment },
    });
    let printed = '';
    const take = (piece: Buffer) => {
      printed += piece.toString();
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    child.on('error', (error) => resolve({ passed: false, printed: error.message }));
    child.on('close', (status) => resolve({ passed: status === 0, printed }));
  });
}

/** Programs that print into a pipe can't see whether colours are welcome. */
function colour(): Record<string, string> {
  const isWelcome = process.stdout.isTTY && process.env.NO_COLOR === undefined;
  return isWelcome ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };
}

/** A package's program, started with Node itself: no shell, on any platform. */
function fileOf(program: Program): string {
  const { resolve } = createRequire(import.meta.url);
  const manifest = resolve(`${PROGRAMS[program]}/package.json`);
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    bin: string | Record<string, string>;
  };
  const relative = typeof bin === 'string' ? bin : bin[program];
  if (relative === undefined) throw new Error(`${manifest} names no program "${program}".`);
  return path.join(path.dirname(manifest), relative);
}

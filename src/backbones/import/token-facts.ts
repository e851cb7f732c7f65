import type { Failure } from '../../vocabulary/failures';
import type { TrialRun } from './api';
import { ANY_ENCODER } from './export-examples';
import type { ImportAnswers } from './question';
import type { GraphFacts, Recognition } from './recognise';

/** How a model's tokens lie, after a run of one image. */
export interface TokenFacts {
  /** Name of the graph's output (B, prefixTokens + N, D). */
  output: string;
  /** Pixels to a side of the image that was run. */
  side: number;
  grid: number;
  /** Pixels to a side of one patch. */
  patch: number;
  prefixTokens: number;
  hasCls: boolean;
  registers: number;
  /** D */
  width: number;
}

/** Encoders in use have up to 8 registers; more left over means that the tokens are no grid. */
const MOST_PREFIX = 17;

/** Works out the grid and what stands before it from the shapes that a run gave. */
export function recogniseTokens(
  { name: file }: Pick<GraphFacts, 'name'>,
  run: TrialRun,
  answers: ImportAnswers = {},
): Recognition<TokenFacts> {
  const example = ANY_ENCODER;
  const sequences = run.outputs.filter(({ dims }) => dims.length === 3 && (dims[1] ?? 0) > 3);
  const [first, ...more] = sequences;
  const output =
    sequences.find((one) => one.name === answers.output) ??
    sequences.find((one) => one.name === 'last_hidden_state') ??
    (more.length === 0 ? first : undefined);
  if (!first) {
    const outputs = run.outputs.map(({ name, dims }) => ({ name, dims }));
    return unusable({ code: 'run-gives-no-tokens', file, outputs, example });
  }
  if (!output) {
    const candidates = sequences.map(({ name, dims }) => ({ name, dims }));
    return { kind: 'question', question: { about: 'output', candidates } };
  }
  if (!output.finite) return unusable({ code: 'run-gives-not-finite', file, example });
  const [, tokens = 0, width = 0] = output.dims;
  const { side } = run;
  const grid = gridOf(tokens, side);
  if (grid === null) {
    return unusable({ code: 'tokens-without-grid', file, tokens, side, example });
  }
  const prefixTokens = tokens - grid * grid;
  const hasCls = answers.hasCls ?? usualCls(prefixTokens);
  if (hasCls === null) {
    return { kind: 'question', question: { about: 'cls', prefixTokens } };
  }
  return {
    kind: 'recognised',
    facts: {
      output: output.name,
      side,
      grid,
      patch: Math.floor(side / grid),
      prefixTokens,
      hasCls: hasCls && prefixTokens > 0,
      registers: hasCls && prefixTokens > 0 ? prefixTokens - 1 : prefixTokens,
      width,
    },
  };
}

function unusable(failure: Failure): Recognition<never> {
  return { kind: 'unusable', failure };
}

/**
 * Patches to a side: the largest square that leaves a few tokens over and whose patches fill the
 * image. Where they leave a margin of pixels, only what usually stands before patches is believed.
 */
function gridOf(tokens: number, side: number): number | null {
  for (let grid = Math.floor(Math.sqrt(tokens)); grid > 1; grid--) {
    const prefix = tokens - grid * grid;
    if (prefix > MOST_PREFIX) return null;
    const fits = Math.floor(side / Math.floor(side / grid)) === grid;
    if (side % grid === 0 || (fits && usualCls(prefix) !== null)) return grid;
  }
  return null;
}

/** [CLS] alone, or with four registers, is how encoders come; null for what could be either. */
function usualCls(prefixTokens: number): boolean | null {
  if (prefixTokens === 0) return false;
  return prefixTokens === 1 || prefixTokens === 5 ? true : null;
}

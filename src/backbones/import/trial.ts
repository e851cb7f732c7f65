import { WorkerClient, WorkerDied } from '../../bridge/client';
import { type Failure, failureOf } from '../../vocabulary/failures';
import { LOAD_LIMIT_MS, RUN_LIMIT_MS, RUNTIME_LIMIT_MS } from '../encode/patience';
import type { TrialCalls, TrialRequest, TrialRun, TrialStep } from './api';
import type { GraphFacts } from './recognise';
import { type TrialEnd, whyItFailed } from './trial-failure';

export type TrialOutcome =
  | { kind: 'ran'; run: TrialRun }
  /** The model can't serve, as far as this browser goes. */
  | { kind: 'failed'; failure: Failure };

export interface TrialOptions extends Omit<TrialRequest, 'facts'> {
  /** Milliseconds that each step gets before the worker is ended. */
  limits?: Record<TrialStep, number>;
  onStep?: (step: TrialStep) => void;
  signal?: AbortSignal;
}

const LIMITS: Record<TrialStep, number> = {
  runtime: RUNTIME_LIMIT_MS,
  session: LOAD_LIMIT_MS,
  run: RUN_LIMIT_MS,
};

/**
 * Runs one image through a model that nobody knows, in a worker of its own. Whatever the model does,
 * run for ever or ask for all memory, the page goes on: the worker is ended.
 * @throws `AbortError` when `signal` aborts; nothing else.
 */
export async function tryModel(
  facts: GraphFacts,
  { limits = LIMITS, onStep, signal, ...request }: TrialOptions,
): Promise<TrialOutcome> {
  signal?.throwIfAborted();
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  // A run blocks its worker, so silence means nothing before its time is over.
  const client = new WorkerClient<TrialCalls>(worker, {
    silenceMs: 2 * Math.max(...Object.values(limits)),
  });
  let step: TrialStep = 'runtime';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let timedOut = false;
  const begin = (next: TrialStep) => {
    step = next;
    clearTimeout(timer);
    timer = setTimeout(() => {
      timedOut = true;
      client.end();
    }, limits[next]);
    onStep?.(next);
  };
  try {
    begin('runtime');
    const run = await client.call('run', { facts, ...request }, { signal, onProgress: begin });
    return { kind: 'ran', run };
  } catch (error) {
    signal?.throwIfAborted();
    const end: TrialEnd = timedOut
      ? { kind: 'time', seconds: limits[step] / 1000 }
      : { kind: error instanceof WorkerDied ? 'death' : 'error', cause: failureOf(error) };
    return { kind: 'failed', failure: whyItFailed(facts, step, end) };
  } finally {
    clearTimeout(timer);
    client.end();
  }
}

import type { Failure } from '../../vocabulary/failures';
import type { TrialStep } from './api';
import { ANY_ENCODER } from './export-examples';

export type TrialEnd =
  /** It was not done in time, so its worker was ended. */
  | { kind: 'time'; seconds: number }
  /** The worker reported an error, or is gone. */
  | { kind: 'error' | 'death'; cause: Failure };

/** Why a trial failed at `step`, and what would help. */
export function whyItFailed(
  { name: file, side }: { name: string; side: number | null },
  step: TrialStep,
  end: TrialEnd,
): Failure {
  const example = ANY_ENCODER;
  if (step === 'runtime') {
    // Not the model's fault: nothing can be run at all.
    return end.kind === 'time'
      ? { code: 'trial-runtime-timeout', seconds: end.seconds }
      : { code: 'trial-runtime-failed', cause: end.cause };
  }
  if (end.kind === 'time') {
    return { code: 'trial-timeout', file, step, seconds: end.seconds, example };
  }
  const { cause } = end;
  // What the runtime itself said; our own failures say what they are by their code.
  const reason = cause.code === 'unexpected' ? cause.detail : '';
  const operator = unknownOperator(reason);
  if (operator) return { code: 'trial-unknown-operator', file, operator, example };
  if (TOO_NEW.test(reason)) return { code: 'trial-onnx-too-new', file, cause, example };
  if (end.kind === 'death' || OUT_OF_MEMORY.test(reason)) {
    return { code: 'trial-out-of-memory', file, example };
  }
  if (step === 'run' && side === null) return { code: 'trial-no-size-fits', file, cause, example };
  return { code: 'trial-failed', file, step, cause, example };
}

const TOO_NEW =
  /unsupported model ir version|is under development|opset version|max supported ir version/i;

/**
 * "bad_alloc" and its kin; a bare number is a C++ exception that the runtime had no memory left to
 * put into words.
 */
const OUT_OF_MEMORY =
  /bad_alloc|out of memory|out of bounds|failed to allocate|allocation failed|too large|overflow|aborted\(|^\d+$/i;

function unknownOperator(reason: string): string | null {
  const found =
    /([\w.:]+)\(-?\d+\) is not a registered/.exec(reason) ??
    /No Op registered for (\S+)/.exec(reason) ??
    /Could not find an implementation for (\w+)/.exec(reason);
  return found?.[1] ?? null;
}

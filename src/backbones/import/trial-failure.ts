import type { TrialStep } from './api';
import { exportCommand } from './export-command';

/** What a trial failed over. */
export type FailedBecause =
  /** It was not done in time, so its worker was ended. */
  | 'time'
  | 'memory'
  /** An operator, or a version of one, that the runtime does not know. */
  | 'operator'
  /** The model says no size, and none that was tried fits. */
  | 'size'
  /** Not the model's fault: nothing can be run at all. */
  | 'runtime'
  | 'other';

export type TrialEnd =
  | { kind: 'time'; seconds: number }
  /** The worker reported an error, or is gone. */
  | { kind: 'error' | 'death'; reason: string };

/** Says in a sentence why a trial failed at `step`, and what would help. */
export function whyItFailed(
  { name, side }: { name: string; side: number | null },
  step: TrialStep,
  end: TrialEnd,
): { because: FailedBecause; sentence: string } {
  const failed = (because: FailedBecause, sentence: string) => ({ because, sentence });
  if (step === 'runtime') {
    const reason = end.kind === 'time' ? `nothing came in ${end.seconds} s` : plain(end.reason);
    return failed('runtime', `The runtime could not be started: ${reason}. Reload the page.`);
  }
  if (end.kind === 'time') {
    const what = step === 'session' ? 'was not loaded' : 'was not done with one image';
    return failed(
      'time',
      `${name} ${what} after ${end.seconds} s, so it was stopped. It is too large for this device, or goes round in a loop for ever: choose a smaller one, or export it without loops: ${exportCommand()}`,
    );
  }
  const { reason } = end;
  const operator = unknownOperator(reason);
  if (operator) {
    return failed(
      'operator',
      `${name} uses the operator ${operator}, which onnxruntime does not know. Export it with ONNX’s own operators: ${exportCommand()}`,
    );
  }
  if (TOO_NEW.test(reason)) {
    return failed(
      'operator',
      `${name} is written in a newer version of ONNX than onnxruntime reads here (${plain(reason)}). Export it with opset 17: ${exportCommand()}`,
    );
  }
  if (end.kind === 'death' || OUT_OF_MEMORY.test(reason)) {
    return failed(
      'memory',
      `${name} asks for more memory than a browser has. Choose a smaller one, or export it for a smaller image: ${exportCommand()}`,
    );
  }
  if (step === 'run' && side === null) {
    return failed(
      'size',
      `${name} says that it takes images of any size, and none of the usual ones ran: ${plain(reason)}. Export it for one size: ${exportCommand()}`,
    );
  }
  return failed(
    'other',
    `${name} could not be ${step === 'session' ? 'loaded' : 'run'}: ${plain(reason)}. Export it again: ${exportCommand()}`,
  );
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

/** The runtime's own words on one line, without the full stop that the sentence adds. */
function plain(reason: string): string {
  const line = reason.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}

import type { Errors } from './run-case';

/** Largest allowed relative error by quantity; null where it can't be compared. */
export type Tolerances = Readonly<Record<string, number | null>>;

/** What holds where the recording names no tolerance of its own (attention maps). */
const DEFAULT_TOLERANCE = 1e-4;

/** Whether every comparable error is within its tolerance, and all of them as one line. */
export function judge(errors: Errors, tolerances: Tolerances): { pass: boolean; line: string } {
  let pass = true;
  const parts = Object.entries(errors).map(([quantity, error]) => {
    const given = tolerances[quantity];
    const tolerance = given === undefined ? DEFAULT_TOLERANCE : given;
    const within = tolerance === null || error <= tolerance;
    pass &&= within;
    const mark = tolerance === null ? ' (not comparable)' : within ? '' : ` > ${tolerance}!`;
    return `${quantity} ${error.toExponential(1)}${mark}`;
  });
  return { pass, line: parts.join('  ') };
}

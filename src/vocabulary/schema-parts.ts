import { finite, minValue, nonEmpty, number, pipe, safeInteger, string } from 'valibot';

/* Shapes of single values that are read back from disk or from strangers. */

export const TEXT = pipe(string(), nonEmpty());
export const FINITE = pipe(number(), finite());
/** Finite, 0 or more. */
export const AMOUNT = pipe(FINITE, minValue(0));
/** Whole, 0 or more. */
export const COUNT = pipe(number(), safeInteger(), minValue(0));
export const POSITIVE_COUNT = pipe(COUNT, minValue(1));

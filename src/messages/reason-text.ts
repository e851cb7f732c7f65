import { AppError } from '../vocabulary/failures';
import { failureText } from './en/failures';

/**
 * TODO integrator: goes once engine and state hand failures up instead of sentences.
 * What was thrown, in words: an error of ours as its sentence, any other by its own text.
 */
export function reasonText(error: unknown): string {
  if (error instanceof AppError) return failureText(error.failure);
  return error instanceof Error ? error.message : String(error);
}

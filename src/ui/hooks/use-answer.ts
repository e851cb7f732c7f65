import { useEffect, useSyncExternalStore } from 'react';
import type { Answer, QueryCache } from '../../state/queries/query-cache';

/**
 * The answer to `args`, asked for while it is shown; null without args.
 * @param args the same object as long as it says the same
 */
export function useAnswer<Args, Value, Progress>(
  answers: QueryCache<Args, Value, Progress>,
  args: Args | null,
): Answer<Value, Progress> | null {
  useEffect(() => (args === null ? undefined : answers.want(args)), [answers, args]);
  return useSyncExternalStore(answers.subscribe, () => (args === null ? null : answers.read(args)));
}

import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { Answer, QueryCache } from '../../state/queries/query-cache';

/**
 * The answer to `args`, asked for while it is shown; null without args.
 * @param args the same object as long as it says the same
 * @param subject where it is given, the last answer that was ready for the same subject stays until
 *   the next one is, so that nothing flashes.
 */
export function useAnswer<Args, Value, Progress>(
  cache: QueryCache<Args, Value, Progress>,
  args: Args | null,
  subject: string | null = null,
): Answer<Value, Progress> | null {
  useEffect(() => (args === null ? undefined : cache.want(args)), [cache, args]);
  const answer = useSyncExternalStore(cache.subscribe, () =>
    args === null ? null : cache.read(args),
  );
  const last = useRef<{ subject: string; answer: Answer<Value, Progress> } | null>(null);
  useEffect(() => {
    if (subject !== null && answer?.kind === 'ready') last.current = { subject, answer };
  }, [subject, answer]);
  if (answer?.kind === 'ready' || answer?.kind === 'failed') return answer;
  return subject !== null && last.current?.subject === subject ? last.current.answer : answer;
}

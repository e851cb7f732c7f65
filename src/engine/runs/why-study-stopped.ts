import { WorkerDied } from '../../bridge/client';
import { type Failure, failureOf } from '../../vocabulary/failures';

/** What ended a study before its time. */
export function whyStudyStopped(error: unknown): Failure {
  if (error instanceof WorkerDied) return { code: 'study-worker-died' };
  return { code: 'study-stopped', failure: failureOf(error) };
}

import type { Trainer } from '../engine/workers/trainer';
import type { TrainerCalls } from '../training/api';
import type { HeadRef } from '../vocabulary/heads';

/** A call that reached the fake worker and waits for its answer. */
export interface TestCall {
  method: keyof TrainerCalls;
  args: { head: HeadRef; imageId: string };
  answer(value: unknown): void;
  fail(): void;
}

/** For tests: a trainer whose worker answers when, and what, the test says. */
export function testTrainer() {
  const calls: TestCall[] = [];
  const client = {
    call: (method: keyof TrainerCalls, args: TestCall['args']) =>
      new Promise((resolve, reject) => {
        calls.push({
          method,
          args,
          answer: resolve,
          fail: () => reject(new Error('The worker died.')),
        });
      }),
  };
  const worker: { inUse: typeof client | null } = { inUse: client };
  /** The call number `index`. */
  const callAt = (index: number): TestCall => {
    const call = calls[index];
    if (!call) throw new Error(`Only ${calls.length} calls were made.`);
    return call;
  };
  return { trainer: { worker } as unknown as Trainer, worker, calls, callAt };
}

/** For tests: resolves when everything that has been answered has come through. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/**
 * Runs tasks one after another, in the order of asking. A task that fails rejects its own promise
 * only; the ones behind it still run.
 */
export function sequence(): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const result = last.then(task);
    last = result.catch(() => undefined);
    return result;
  };
}

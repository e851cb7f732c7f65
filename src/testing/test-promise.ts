/** For tests: a promise that the test settles. */
export function testPromise<T>() {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: unknown) => void = () => undefined;
  const promise = new Promise<T>((onValue, onError) => {
    resolve = onValue;
    reject = onError;
  });
  // One that nobody waits for is no failure of the test.
  promise.catch(() => undefined);
  return { promise, resolve, reject };
}

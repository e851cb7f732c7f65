import { Transferred } from '../bridge/host';

/**
 * For tests: a worker's handlers, answering what the page receives: a result whose buffers move
 * comes out of its wrapping, and stays usable here.
 */
export function asReceived<H extends object>(handlers: H): H {
  return Object.fromEntries(
    Object.entries(handlers).map(([name, handler]) => [
      name,
      (...args: unknown[]) => {
        const result: unknown = handler(...args);
        return result instanceof Promise ? result.then(unwrapped) : unwrapped(result);
      },
    ]),
  ) as H;
}

function unwrapped(result: unknown): unknown {
  return result instanceof Transferred ? result.value : result;
}

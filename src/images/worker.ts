import { type Handlers, serve } from '../bridge/host';
import type { ImageCalls } from './api';
import { decodeFile } from './decode-file';

function imageHandlers(): Handlers<ImageCalls> {
  /** The end of the queue: two large pictures decoded at once could exhaust the memory. */
  let last: Promise<unknown> = Promise.resolve();
  return {
    prepare: (request, { signal }) => {
      const outcome = last.then(() => {
        signal.throwIfAborted();
        return decodeFile(request);
      });
      last = outcome.catch(() => undefined);
      return outcome;
    },
  };
}

serve<ImageCalls>(imageHandlers());

import { serve } from '../bridge/host';
import { sequence } from '../bridge/sequence';
import type { ImageCalls } from './api';
import { decodeFile } from './decode-file';

/** One after another: two large pictures decoded at once could exhaust the memory. */
const inOrder = sequence();

serve<ImageCalls>({
  prepare: (request, { signal }) =>
    inOrder(() => {
      signal.throwIfAborted();
      return decodeFile(request);
    }),
});

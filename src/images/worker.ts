import { serve } from '../bridge/host';
import { sequence } from '../bridge/sequence';
import type { ImageCalls } from './api';
import { givesPixelsBack } from './canvas-check';
import { decodeFile } from './decode-file';

/** One after another: two large pictures decoded at once could exhaust the memory. */
const inOrder = sequence();

serve<ImageCalls>({
  givesPixelsBack,
  prepare: (request, { signal }) =>
    inOrder(() => {
      signal.throwIfAborted();
      return decodeFile(request);
    }),
});

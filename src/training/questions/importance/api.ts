import type { Call } from '../../../bridge/messages';
import type { Importance } from '../../../vocabulary/evidence';
import type { HeadRef } from '../../../vocabulary/heads';
import type { ImageCount } from '../pieces';

export type ImportanceCalls = {
  /**
   * Right answers with each query's map made uniform, on the head's held-out images, or on all of its
   * images where none were held out. What a query gives to [CLS] stays. Null when the head is gone, and
   * where the maps are not what the probe pools by (CBAM, DINO block).
   */
  importance: Call<{ head: HeadRef }, Importance | null, ImageCount>;
};

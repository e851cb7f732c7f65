import type { Call } from '../../../bridge/messages';
import type { HeadRef } from '../../../vocabulary/heads';
import type { MapStatistics } from '../../../vocabulary/maps';
import type { ImageCount } from '../pieces';

export type StatisticsCalls = {
  /** Over every image with tokens; null when the head is gone, and where nothing attends. */
  mapStatistics: Call<{ head: HeadRef }, MapStatistics | null, ImageCount>;
};

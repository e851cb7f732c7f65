import type { Importance } from '../../vocabulary/evidence';
import type { HeadRef, Prediction } from '../../vocabulary/heads';
import type { LabelledImage } from '../../vocabulary/images';
import type { AttentionMaps, MapStatistics } from '../../vocabulary/maps';
import { QueryCache } from './query-cache';

/** What is asked of a head over all images: null where the head is gone or has nothing to say. */

export interface Count {
  done: number;
  total: number;
}

export interface OverImages {
  head: HeadRef;
  /** `tokensRevision` of the images, so that new ones are not missed. */
  revision: number;
}

const headRefKey = ({ headId, epoch }: HeadRef) => `${headId}@${epoch ?? 'kept'}`;
const overImagesKey = ({ head, revision }: OverImages) => `${headRefKey(head)}/${revision}`;

export const mapStatistics = new QueryCache<OverImages, MapStatistics | null, Count>(
  overImagesKey,
  8,
);

/** It rests on the images of the run alone, whatever came later. */
export const importances = new QueryCache<HeadRef, Importance | null, Count>(headRefKey, 8);

export const queryEvidences = new QueryCache<
  OverImages & { images: readonly LabelledImage[] },
  { imageIds: string[]; weights: Float32Array } | null,
  Count
>(overImagesKey, 4);

/** Maps of one query for a screenful of images. */
export const queryMaps = new QueryCache<
  OverImages & { query: number; imageIds: readonly string[] },
  { imageIds: string[]; weights: Float32Array } | null
>(({ query, imageIds, ...over }) => `${overImagesKey(over)}/${query}/${imageIds.join()}`, 40);

/** What a head sees in one image, where several are looked at: a sheet of figures holds 35. */
export const inspections = new QueryCache<
  OverImages & { imageId: string },
  { maps: AttentionMaps | null; prediction: Prediction } | null
>(({ imageId, ...over }) => `${overImagesKey(over)}/${imageId}`, 70);

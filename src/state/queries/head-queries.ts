import type { Importance } from '../../vocabulary/evidence';
import type { HeadMoment, Prediction } from '../../vocabulary/heads';
import type { LabelledImage } from '../../vocabulary/images';
import type { AttentionMaps, Survey } from '../../vocabulary/maps';
import { Answers } from './query-cache';

/** What is asked of a head over all images: null where the head is gone or has nothing to say. */

export interface Count {
  done: number;
  total: number;
}

export interface OverImages {
  head: HeadMoment;
  /** `tokensRevision` of the images, so that new ones are not missed. */
  revision: number;
}

const momentKey = ({ headId, epoch }: HeadMoment) => `${headId}@${epoch ?? 'kept'}`;
const overImagesKey = ({ head, revision }: OverImages) => `${momentKey(head)}/${revision}`;

export const surveys = new Answers<OverImages, Survey | null, Count>(overImagesKey, 8);

/** It rests on the images of the run alone, whatever came later. */
export const importances = new Answers<HeadMoment, Importance | null, Count>(momentKey, 8);

export const queryEvidences = new Answers<
  OverImages & { images: readonly LabelledImage[] },
  { imageIds: string[]; weights: Float32Array } | null,
  Count
>(overImagesKey, 4);

/** Maps of one query for a screenful of images. */
export const queryMaps = new Answers<
  OverImages & { query: number; imageIds: readonly string[] },
  { imageIds: string[]; weights: Float32Array } | null
>(({ query, imageIds, ...over }) => `${overImagesKey(over)}/${query}/${imageIds.join()}`, 40);

/** What a head sees in one image, where several are looked at: a sheet of figures holds 35. */
export const inspections = new Answers<
  OverImages & { imageId: string },
  { maps: AttentionMaps | null; prediction: Prediction } | null
>(({ imageId, ...over }) => `${overImagesKey(over)}/${imageId}`, 70);

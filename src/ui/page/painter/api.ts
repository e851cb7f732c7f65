import type { Call } from '../../../bridge/messages';
import type { Picture, PictureRequest } from '../../../figures/maps/picture';

/** What the painter's worker does. */
export type PainterCalls = { paint: Call<PictureRequest, Picture> };

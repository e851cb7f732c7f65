import { serve, transfer } from '../../bridge/host';
import type { Call } from '../../bridge/messages';
import { type Picture, type PictureRequest, paintPicture } from '../../figures/maps/picture';

export type PainterCalls = { paint: Call<PictureRequest, Picture> };

serve<PainterCalls>({
  paint(request) {
    const picture = paintPicture(request);
    return transfer(picture, [picture.pixels.buffer]);
  },
});

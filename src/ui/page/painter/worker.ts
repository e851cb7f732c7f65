import { serve, transfer } from '../../../bridge/host';
import { paintPicture } from '../../../figures/maps/picture';
import type { PainterCalls } from './api';

serve<PainterCalls>({
  paint(request) {
    const picture = paintPicture(request);
    return transfer(picture, [picture.pixels.buffer]);
  },
});

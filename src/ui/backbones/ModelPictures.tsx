import { useMemo, useSyncExternalStore } from 'react';
import { usePhoto } from '../canvas/photos';
import { TokenFigure } from '../canvas/TokenFigure';
import { usePatchPicture } from '../canvas/use-patch-picture';
import { useApp, useAppState, useWords } from '../hooks/use-app';
import { Rich } from '../kit/Rich';
import type { ShownModel } from './shown';

/** An image beside its tokens as colours, so that a person can see whether they fit. */
export function ModelPictures({ model: { imageId, facts, again } }: { model: ShownModel }) {
  const image = useAppState(({ images }) => images.find(({ id }) => id === imageId));
  const words = useWords().backbones.shown;
  const photo = usePhoto(image?.cropUrl ?? null);
  const { openedPicture } = useApp();
  const picture = useSyncExternalStore(openedPicture.subscribe, openedPicture.read);
  const side = picture?.grid ?? facts.grid;
  const grid = useMemo(() => ({ height: side, width: side }), [side]);
  const tokens = usePatchPicture(picture?.pixels ?? null, grid);
  return (
    <figure className="opened__pictures" aria-busy={again}>
      {image && (
        <div className="map">
          <TokenFigure photo={photo?.colour ?? null} over={null} label={image.name} />
        </div>
      )}
      <div className="map" data-again={again || undefined}>
        <TokenFigure photo={null} over={tokens} label={words.tokensAlt} />
      </div>
      <figcaption className="note">
        <Rich text={image ? words.captionOfImage : words.captionOfPattern} />
      </figcaption>
    </figure>
  );
}

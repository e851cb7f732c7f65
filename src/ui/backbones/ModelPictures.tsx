import { useMemo, useSyncExternalStore } from 'react';
import { usePhoto } from '../canvas/photos';
import { TokenFigure } from '../canvas/TokenFigure';
import { usePatchPicture } from '../canvas/use-patch-picture';
import { useApp, useAppState } from '../hooks/use-app';
import { Term } from '../kit/Term';
import type { ShownModel } from './shown';

/** An image beside its tokens as colours, so that a person can see whether they fit. */
export function ModelPictures({ model: { imageId, facts, again } }: { model: ShownModel }) {
  const image = useAppState(({ images }) => images.find(({ id }) => id === imageId));
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
        <TokenFigure photo={null} over={tokens} label="Its tokens as colours" />
      </div>
      <figcaption className="note">
        {image
          ? 'Parts of the image that belong together should have one '
          : 'There is no image yet, so a pattern was run. Its places have a '}
        <Term of="tokenColours">colour</Term>
        {image
          ? '. Noise, or one colour everywhere, means that the pixels below are wrong.'
          : '; add images first to judge by them.'}
      </figcaption>
    </figure>
  );
}

import { type CSSProperties, type KeyboardEvent, type PointerEvent, useEffect } from 'react';
import { paintSimilarity, similarityFacts } from '../../../figures/maps/similarity-picture';
import type { Words } from '../../../messages/words';
import type { ImageItem } from '../../../state/slices/types';
import { patchBeside, patchUnder } from '../../canvas/patch-at';
import { usePhoto } from '../../canvas/photos';
import { below, TokenFigure } from '../../canvas/TokenFigure';
import { useWords } from '../../hooks/use-app';
import { usePage, useTokenPointing } from '../../page/page';
import { holdToken, type TokenPlace } from '../../page/token-pointing';
import { TokenLegend } from './TokenLegend';
import { useSimilar, useTokenPicture, useTokenSet } from './use-tokens';
import '../stage/stage.css';
import './tokens.css';
import type { Grid } from '../../../vocabulary/maps';
import { usePatchPicture } from '../../canvas/use-patch-picture';

/**
 * The backbone's own view of an image: its tokens as colours, and, while a patch is pointed at or
 * held, how like that one all others are.
 */
export function TokenStage({ image, grid }: { image: ImageItem; grid: Grid }) {
  const words = useWords();
  const set = useTokenSet();
  const { encoder } = set;
  const { tokenPointing } = usePage();
  const photo = usePhoto(image.cropUrl);
  const picture = useTokenPicture(set, image);
  const similar = useSimilar(encoder, image);
  const colours = usePatchPicture(picture?.pixels ?? null, grid);
  const heat = usePatchPicture(similar ? paintSimilarity(similar.values) : null, grid);
  const at = (patch: number): TokenPlace => ({ encoder, imageId: image.id, patch });
  const own = (place: TokenPlace | null) =>
    place?.encoder === encoder && place.imageId === image.id ? place.patch : null;
  const pointed = useTokenPointing((pointing) => own(pointing.pointed));
  const held = useTokenPointing((pointing) => own(pointing.held));

  useEffect(
    () => () => {
      const { pointed: last } = tokenPointing.getState();
      if (last?.imageId === image.id) tokenPointing.setState({ pointed: null });
    },
    [tokenPointing, image.id],
  );

  const pointAtToken = (place: TokenPlace | null) => tokenPointing.setState({ pointed: place });
  const point = (event: PointerEvent) => {
    const map = event.target instanceof Element ? event.target.closest('[data-map]') : null;
    const next = map ? patchUnder(map, event, grid) : null;
    if (next !== pointed) pointAtToken(next === null ? null : at(next));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = patchBeside(pointed, event.key, grid);
    if (next !== null) pointAtToken(at(next));
    else if (event.key === 'Enter' || event.key === ' ') {
      if (pointed !== null) holdToken(tokenPointing, at(pointed));
    } else if (event.key === 'Escape') {
      tokenPointing.setState({ held: null });
      pointAtToken(null);
    } else return;
    event.preventDefault();
  };
  const outlines = (
    <>
      <Outline patch={held} grid={grid} held />
      <Outline patch={pointed} grid={grid} />
    </>
  );
  const tokens = words.sees.tokens.colours(image.name);
  return (
    <div className="stage">
      <div
        className="stage__figures"
        style={{ '--grid-width': grid.width, '--grid-height': grid.height } as CSSProperties}
        onPointerMove={picture ? point : undefined}
        onPointerDown={picture ? point : undefined}
        onPointerLeave={(event) => {
          // A finger that lifts has not pointed elsewhere: what it showed stays.
          if (event.pointerType === 'mouse') pointAtToken(null);
        }}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: a picture whose patches the arrow keys reach */}
        <div
          className="joint map"
          data-map
          role="group"
          tabIndex={picture ? 0 : -1}
          aria-label={words.sees.stage.patches(image.name)}
          aria-description={words.sees.tokens.arrows}
          onKeyDown={picture ? onKeyDown : undefined}
          onClick={() => {
            if (pointed !== null) holdToken(tokenPointing, at(pointed));
          }}
        >
          <TokenFigure
            photo={below(photo, heat !== null)}
            over={heat ?? colours}
            label={heat ? words.sees.tokens.similarity(image.name) : picture ? tokens : image.name}
            description={
              similar ? described(similar.values, pointed ?? held, grid, words) : undefined
            }
          />
          {outlines}
        </div>
        <div className="token-side">
          <div className="map" data-map>
            <TokenFigure
              photo={heat ? null : below(photo, false)}
              over={heat ? colours : null}
              label={heat ? tokens : image.name}
            />
            {outlines}
          </div>
          <TokenLegend picture={picture} similar={similar} />
        </div>
      </div>
    </div>
  );
}

function Outline({
  patch,
  grid,
  held = false,
}: {
  patch: number | null;
  grid: Grid;
  held?: boolean;
}) {
  if (patch === null) return null;
  const row = Math.floor(patch / grid.width);
  // It is as large as a patch: 100 % of it is one patch further.
  const transform = `translate(${100 * (patch % grid.width)}%, ${100 * row}%)`;
  return (
    <span
      aria-hidden="true"
      className="map__patch token-outline"
      data-held={held || undefined}
      style={{ transform }}
    />
  );
}

/** For those who don't see it: where the patch most like the reference lies. */
function described(values: Float32Array, own: number | null, grid: Grid, words: Words): string {
  const { most, mostAt } = similarityFacts(values, own);
  return words.sees.tokens.mostAlike(mostAt, grid, most);
}

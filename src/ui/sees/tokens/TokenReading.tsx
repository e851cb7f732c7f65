import { findBackbone } from '../../../backbones/catalogue/catalogue';
import { similarityFacts } from '../../../figures/maps/similarity-picture';
import { tokensInWords } from '../../../messages/en/facts-in-words';
import type { Words } from '../../../messages/words';
import type { ImageItem } from '../../../state/slices/types';
import { placeInWords } from '../../canvas/patch-at';
import { Term } from '../../kit/Term';
import { usePage, useTokenPointing } from '../../page/page';
import { samePlace } from '../../page/token-pointing';
import { useSimilar, useTokenSet } from './use-tokens';
import '../reading.css';
import type { Grid } from '../../../vocabulary/maps';
import { useAppState, useWords } from '../../hooks/use-app';

/** How like the reference the patch under the pointer is, or all patches are, in numbers. */
export function TokenReading({ image, grid }: { image: ImageItem; grid: Grid }) {
  const { tokenPointing } = usePage();
  const words = useWords();
  const { encoder } = useTokenSet();
  const backbone = findBackbone(useAppState((state) => state.backboneId));
  const similar = useSimilar(encoder, image);
  const held = useTokenPointing(({ held: place }) => (place?.encoder === encoder ? place : null));
  return (
    <div className="reading reading--tokens">
      <p className="reading__title">
        <Term of="tokens">Tokens</Term> of {backbone.label}: {tokensInWords(backbone)}, each of{' '}
        {backbone.width} numbers
      </p>
      <div className="token-words" aria-live="polite">
        {similar ? (
          <Comparison image={image} grid={grid} encoder={encoder} similar={similar} />
        ) : (
          <p>{missing(image, words) ?? 'Point at a patch to see which others are like it.'}</p>
        )}
      </div>
      <p className="reading__note">
        {held ? (
          <button
            type="button"
            className="button button--small"
            onClick={() => tokenPointing.setState({ held: null })}
          >
            Let go of the patch
          </button>
        ) : (
          similar && 'Press to hold this patch, and point at others, in other images too.'
        )}
      </p>
    </div>
  );
}

interface ComparisonProps {
  image: ImageItem;
  grid: Grid;
  encoder: string;
  similar: NonNullable<ReturnType<typeof useSimilar>>;
}

function Comparison({ image, grid, encoder, similar: { values, reference } }: ComparisonProps) {
  const pointed = useTokenPointing(({ pointed: place }) =>
    place?.imageId === image.id && place.encoder === encoder ? place : null,
  );
  const other = useAppState(({ images }) =>
    reference.imageId === image.id ? null : images.find(({ id }) => id === reference.imageId)?.name,
  );
  const where = placeInWords(reference.patch, grid);
  const name = (
    <>
      {where[0]?.toUpperCase()}
      {where.slice(1)}
      {other && (
        <>
          {' '}
          of <bdi>{other}</bdi>
        </>
      )}
    </>
  );
  if (pointed && !samePlace(pointed, reference)) {
    return (
      <p>
        {name}, and {placeInWords(pointed.patch, grid)} here: cosine{' '}
        <strong className="tabular">{cosine(values[pointed.patch] ?? 0)}</strong>
      </p>
    );
  }
  const { least, most, mostAt, mean } = similarityFacts(values, other ? null : reference.patch);
  return (
    <p>
      {name}: most like {placeInWords(mostAt, grid)}, cosine{' '}
      <strong className="tabular">{cosine(most)}</strong>. Over all {other ? '' : 'other '}
      patches{other ? ' here' : ''} from {cosine(least)}, {cosine(mean)} on average.
    </p>
  );
}

function missing({ status }: ImageItem, words: Words): string | null {
  if (status.kind === 'failed') return words.failureText(status.reason);
  return status.kind === 'ready' ? null : 'Its tokens are on their way.';
}

function cosine(value: number): string {
  return value.toFixed(2).replace('-', '−');
}

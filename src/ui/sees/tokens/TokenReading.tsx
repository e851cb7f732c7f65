import { similarityFacts } from '../../../figures/maps/similarity-picture';
import type { Words } from '../../../messages/words';
import type { ImageItem } from '../../../state/slices/types';
import { useBackbone } from '../../hooks/use-backbone';
import { Rich } from '../../kit/Rich';
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
  const backbone = useBackbone();
  const similar = useSimilar(encoder, image);
  const held = useTokenPointing(({ held: place }) => (place?.encoder === encoder ? place : null));
  return (
    <div className="reading reading--tokens">
      <p className="reading__title">
        <Rich text={words.sees.tokens.title(backbone)} parts={{ name: () => backbone.label }} />
      </p>
      <div className="token-words" aria-live="polite">
        {similar ? (
          <Comparison image={image} grid={grid} encoder={encoder} similar={similar} />
        ) : (
          <p>{missing(image, words) ?? words.sees.tokens.point}</p>
        )}
      </div>
      <p className="reading__note">
        {held ? (
          <button
            type="button"
            className="button button--small"
            onClick={() => tokenPointing.setState({ held: null })}
          >
            {words.sees.tokens.letGo}
          </button>
        ) : (
          similar && words.sees.tokens.hold
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
  const words = useWords();
  const pointed = useTokenPointing(({ pointed: place }) =>
    place?.imageId === image.id && place.encoder === encoder ? place : null,
  );
  const other = useAppState(({ images }) =>
    reference.imageId === image.id ? null : images.find(({ id }) => id === reference.imageId)?.name,
  );
  const from = { patch: reference.patch, grid, elsewhere: Boolean(other) };
  const parts = {
    image: () => <bdi>{other}</bdi>,
    number: (text: string) => <strong className="tabular">{text}</strong>,
  };
  if (pointed && !samePlace(pointed, reference)) {
    const text = words.sees.tokens.pair(from, pointed.patch, values[pointed.patch] ?? 0);
    return (
      <p>
        <Rich text={text} parts={parts} />
      </p>
    );
  }
  const facts = similarityFacts(values, other ? null : reference.patch);
  return (
    <p>
      <Rich text={words.sees.tokens.all(from, facts)} parts={parts} />
    </p>
  );
}

function missing({ status }: ImageItem, words: Words): string | null {
  if (status.kind === 'failed') return words.failureText(status.reason);
  return status.kind === 'ready' ? null : words.sees.next.tokensComing;
}

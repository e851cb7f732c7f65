import { isPending } from '../../state/derive/images-of';
import type { ExtractionStatus } from '../../state/slices/types';
import { useAppState, useCommands, useWords } from '../hooks/use-app';
import { useRun } from '../hooks/use-verdicts';
import { Rich } from '../kit/Rich';
import { Term } from '../kit/Term';
import { useSampled } from '../kit/use-sampled';
import { ImageMarks } from './ImageMarks';

/** How far the tokens of the images have come; always one line high, so that nothing jumps. */
export function ExtractionLine() {
  const words = useWords().images.tokens;
  // Images may come faster than anybody counts.
  const sampled = useSampled(
    useAppState((state) => state.extraction),
    100,
  );
  // For a moment the images are there before their extraction: they have no tokens yet.
  const waiting = useAppState((state) => state.images.filter(isPending).length);
  const images = useAppState((state) => state.images.length);
  const cancel = useCommands().cancelExtraction;
  const resume = useCommands().resumeExtraction;
  const trained = useRun() !== null;
  const extraction: ExtractionStatus =
    sampled.kind === 'idle' && waiting > 0
      ? { kind: 'running', done: images - waiting, total: images }
      : sampled;
  if (extraction.kind === 'idle') {
    return (
      <p className="extraction">
        {images === 0 ? words.none : words.images(images)}
        {trained ? <Legend /> : images > 0 && <FromStore />}
      </p>
    );
  }
  const { done, total, kind } = extraction;
  return (
    <div className="extraction">
      <span className="extraction__count">
        {done} / {total}
      </span>
      <progress className="extraction__bar" value={done} max={total} aria-label={words.progress} />
      <Rich text={kind === 'running' ? words.running : words.paused} />
      <button
        type="button"
        className="button button--quiet button--small"
        onClick={kind === 'running' ? cancel : resume}
      >
        {kind === 'running' ? words.cancel : words.resume}
      </button>
    </div>
  );
}

/** Why the tokens were there so soon. */
function FromStore() {
  const kept = useAppState((state) => state.tokensFromCache);
  const words = useWords().images.tokens;
  if (kept === 0) return null;
  return (
    <span className="extraction__kept">
      <Rich text={words.fromCache(kept)} />
    </span>
  );
}

/** What the marks on the thumbnails say. */
function Legend() {
  const words = useWords().images.tokens;
  return (
    <span className="legend">
      <span className="legend__key">
        <ImageMarks failed={false} heldOut wrong={false} />
        <Term of="heldOut">{words.heldOut}</Term>
      </span>
      <span className="legend__key">
        <ImageMarks failed={false} heldOut={false} wrong /> {words.wrong}
      </span>
    </span>
  );
}

import { count } from '../../messages/en/format';
import { useAppState, useCommands } from '../hooks/use-app';
import { useRun } from '../hooks/use-verdicts';
import { Term } from '../kit/Term';
import { ImageMarks } from './ImageMarks';

/** How far the tokens of the images have come; always one line high, so that nothing jumps. */
export function ExtractionLine() {
  const extraction = useAppState((state) => state.extraction);
  const images = useAppState((state) => state.images.length);
  const cancel = useCommands().cancelExtraction;
  const resume = useCommands().resumeExtraction;
  const trained = useRun() !== null;
  if (extraction.kind === 'idle') {
    return (
      <p className="extraction">
        {images === 0 ? 'Drop files anywhere.' : count(images, 'image')}
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
      <progress className="extraction__bar" value={done} max={total} aria-label="Tokens" />
      <Term of="tokens">{kind === 'running' ? 'tokens' : 'paused'}</Term>
      <button
        type="button"
        className="button button--quiet button--small"
        onClick={kind === 'running' ? cancel : resume}
      >
        {kind === 'running' ? 'Cancel' : 'Resume'}
      </button>
    </div>
  );
}

/** Why the tokens were there so soon. */
function FromStore() {
  const kept = useAppState((state) => state.tokensFromCache);
  if (kept === 0) return null;
  return (
    <span className="extraction__kept">
      <Term of="keptTokens">tokens</Term> of {kept} kept from before
    </span>
  );
}

/** What the marks on the thumbnails say. */
function Legend() {
  return (
    <span className="legend">
      <span className="legend__key">
        <ImageMarks failed={false} heldOut wrong={false} />
        <Term of="heldOut">held out</Term>
      </span>
      <span className="legend__key">
        <ImageMarks failed={false} heldOut={false} wrong /> wrong
      </span>
    </span>
  );
}

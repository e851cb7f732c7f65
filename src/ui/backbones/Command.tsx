import { useWords } from '../hooks/use-app';
import { useCopy } from '../hooks/use-copy';

/** A line for a terminal, with a button that copies it. */
export function Command({ text }: { text: string }) {
  const words = useWords().backbones.command;
  const { outcome, copy } = useCopy(() => text);
  return (
    <div className="command">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long line has to be scrolled by keyboard */}
      <code className="command__line" tabIndex={0}>
        {text}
      </code>
      <button type="button" className="button button--small" onClick={() => void copy()}>
        {words.copy}
      </button>
      <span className="note" aria-live="polite">
        {outcome === 'copied' && words.copied}
        {outcome === 'refused' && words.copyByHand}
      </span>
    </div>
  );
}

import { useEffect, useState } from 'react';
import { useWords } from '../hooks/use-app';

/** A line for a terminal, with a button that copies it. */
export function Command({ text }: { text: string }) {
  const words = useWords().backbones.command;
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (said === '') return;
    const timer = setTimeout(() => setSaid(''), 2000);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid(words.copied),
      () => setSaid(words.copyByHand),
    );
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
        {said}
      </span>
    </div>
  );
}

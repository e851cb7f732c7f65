import { useRef, useState } from 'react';
import type { Words } from '../../messages/words';
import type { Stop } from './Boundary';
import { stopDetails } from './stop-details';
import './stopped.css';

interface StoppedProps {
  /** What happened, as a sentence. */
  sentence: string;
  words: Words['app']['stopped'];
  stop: Pick<Stop, 'error' | 'componentStack' | 'retries'>;
  onAgain?: (() => void) | undefined;
  /** Saves what the person has, and says what became of that. Without it there is nothing to save. */
  onSave?: (() => Promise<string>) | undefined;
  /** Whether nothing else is on the page. */
  whole?: boolean;
}

/**
 * What stands in the place of something that stopped: what happened, and the ways on. Made of plain
 * elements, with all that it needs handed in: what else the page is made of may be what is broken.
 */
export function Stopped({ sentence, words, stop, onAgain, onSave, whole = false }: StoppedProps) {
  const [saved, setSaved] = useState('');
  const stillFails = stop.retries > 0;
  const save = async () => {
    setSaved(words.saving);
    setSaved((await onSave?.()) ?? '');
  };
  return (
    <section className={whole ? 'stopped stopped--whole' : 'stopped'}>
      <div role="alert">
        <p>{sentence}</p>
        {stillFails && <p>{words.stillFails(stop.retries)}</p>}
      </div>
      <div className="stopped__ways">
        {onAgain && (
          <button type="button" className="button" onClick={onAgain}>
            {words.again}
          </button>
        )}
        {onSave && (
          <button type="button" className="button" onClick={() => void save()}>
            {words.save}
          </button>
        )}
        {(whole || stillFails) && (
          <button type="button" className="button" onClick={() => location.reload()}>
            {words.reload}
          </button>
        )}
      </div>
      <p className="note" role="status">
        {saved}
      </p>
      <Details words={words} text={stopDetails(stop)} />
    </section>
  );
}

function Details({ words, text }: { words: Words['app']['stopped']; text: string }) {
  const [said, setSaid] = useState('');
  const shown = useRef<HTMLTextAreaElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(words.copied);
    } catch {
      // Plain HTTP has no clipboard, and a person may refuse it.
      shown.current?.select();
      setSaid(words.selected);
    }
  };
  return (
    <details className="stopped__details">
      <summary>{words.details}</summary>
      <textarea
        ref={shown}
        className="stopped__text"
        aria-label={words.details}
        rows={12}
        readOnly
        value={text}
      />
      <button type="button" className="button button--small" onClick={() => void copy()}>
        {words.copy}
      </button>{' '}
      <span role="status">{said}</span>
    </details>
  );
}

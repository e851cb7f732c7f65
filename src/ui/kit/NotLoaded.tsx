import { useWords } from '../hooks/use-app';
import './not-loaded.css';

/** Stands in the place of a part of the page whose script did not come. */
export function NotLoaded({ onAgain }: { onAgain(): void }) {
  const words = useWords().app.notLoaded;
  return (
    <div className="not-loaded">
      <p role="alert">{words.sentence}</p>
      <div className="not-loaded__ways">
        <button type="button" className="button button--small" onClick={onAgain}>
          {words.again}
        </button>
        <button
          type="button"
          className="button button--small"
          onClick={() => window.location.reload()}
        >
          {words.reload}
        </button>
      </div>
    </div>
  );
}

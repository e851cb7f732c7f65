import type { Words } from '../../messages/words';
import type { Need } from './needs';
import './stopped.css';

/** Stands in the place of the page in a browser that can't show it. Made of plain elements. */
export function Lacking({ what, words }: { what: readonly Need[]; words: Words }) {
  const { lacking } = words.app;
  return (
    <main className="stopped stopped--whole">
      <h1>{lacking.title}</h1>
      <p>{lacking.needs}</p>
      <ul className="stopped__list">
        {what.map((need) => (
          <li key={need}>{lacking.what[need]}</li>
        ))}
      </ul>
      <p>{lacking.todo}</p>
    </main>
  );
}

import { landingClass } from '../../state/derive/selectors';
import { Rich } from '../kit/Rich';
import type { FileDrop } from './use-file-drop';
import './drop.css';
import { useAppState, useWords } from '../hooks/use-app';

/** Lights up the page while files are dragged over it, and says where they will land. */
export function DropOverlay({ drop: { classId, maybeModel } }: { drop: FileDrop }) {
  const words = useWords().app.drop;
  const name = useAppState((state) => state.classes.find((label) => label.id === classId)?.name);
  const { names } = useWords();
  const landing = useAppState((state) => landingClass(state, names).name);
  return (
    <div className="drop" aria-hidden="true">
      <p className="drop__words">
        <Rich
          text={name === undefined ? words.anywhere(maybeModel) : words.intoClass(maybeModel)}
          parts={{ name: () => <bdi>{name ?? landing}</bdi> }}
        />
      </p>
    </div>
  );
}

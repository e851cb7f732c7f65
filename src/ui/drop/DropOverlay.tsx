import { landingClass } from '../../state/derive/selectors';
import type { FileDrop } from './use-file-drop';
import './drop.css';
import { useAppState, useWords } from '../hooks/use-app';

/** Lights up the page while files are dragged over it, and says where they will land. */
export function DropOverlay({ drop: { classId, maybeModel } }: { drop: FileDrop }) {
  const name = useAppState((state) => state.classes.find((label) => label.id === classId)?.name);
  const { names } = useWords();
  const landing = useAppState((state) => landingClass(state, names).name);
  return (
    <div className="drop" aria-hidden="true">
      <p className="drop__words">
        {name !== undefined ? (
          <>
            Drop into <bdi>“{name}”</bdi>
          </>
        ) : (
          <>
            Drop anywhere: a folder becomes a class of its name, single files go to{' '}
            <bdi>“{landing}”</bdi>
          </>
        )}
        {maybeModel && '; an .onnx file is opened as a backbone'}
      </p>
    </div>
  );
}

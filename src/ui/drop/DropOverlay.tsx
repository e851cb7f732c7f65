import { useStore } from '../../state/store';
import './drop.css';

/** Lights up the page while files are dragged over it, and says where they will land. */
export function DropOverlay({ classId }: { classId: string | null }) {
  const name = useStore((state) => state.classes.find((label) => label.id === classId)?.name);
  const selected = useStore((state) => {
    const image = state.images.find((candidate) => candidate.id === state.selectedImageId);
    return state.classes.find((label) => label.id === image?.classId)?.name;
  });
  return (
    <div className="drop" aria-hidden="true">
      <p className="drop__words">
        {name !== undefined ? (
          <>
            Drop into <bdi>“{name}”</bdi>
          </>
        ) : (
          <>
            Drop anywhere: a folder becomes a class of its name
            {selected !== undefined && (
              <>
                , single files go to <bdi>“{selected}”</bdi>
              </>
            )}
          </>
        )}
      </p>
    </div>
  );
}

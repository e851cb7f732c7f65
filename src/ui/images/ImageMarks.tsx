import './thumbnail.css';

interface MarksProps {
  failed: boolean;
  heldOut: boolean;
  wrong: boolean;
}

/** The small signs on a thumbnail: a ring for held out, a cross for wrong, an exclamation mark for failed. */
export function ImageMarks({ failed, heldOut, wrong }: MarksProps) {
  return (
    <>
      {heldOut && <span aria-hidden="true" className="mark mark--held-out" />}
      {wrong && (
        <span aria-hidden="true" className="mark mark--wrong">
          ×
        </span>
      )}
      {failed && (
        <span aria-hidden="true" className="mark mark--wrong">
          !
        </span>
      )}
    </>
  );
}

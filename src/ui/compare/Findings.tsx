import type { StudyRemark } from '../../study/plan';
import { useWords } from '../hooks/use-app';

interface FindingsProps {
  /** Null before there is anything to say. */
  sentence: string | null;
  /** What it rests on; empty ones are left out. */
  notes: readonly string[];
  finished: boolean;
  remarks: readonly StudyRemark[];
}

/** What a comparison shows, in words, above its figure. */
export function Findings({ sentence, notes, finished, remarks }: FindingsProps) {
  const words = useWords().compare;
  return (
    <>
      {sentence !== null && (
        <div className="compare__verdict">
          <p className="compare__sentence" aria-live={finished ? 'polite' : 'off'}>
            {sentence}
          </p>
          {notes
            .filter((note) => note !== '')
            .map((note) => (
              <p key={note} className="note">
                {note}
              </p>
            ))}
        </div>
      )}
      {remarks.length > 0 && (
        <ul className="compare__remarks" aria-label={words.remarks}>
          {remarks.map((remark) => (
            <li key={remark.code}>{words.remark(remark)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

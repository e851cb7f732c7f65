import { toCsv, toTsv } from '../../export/csv';
import { saveToDisk } from '../../export/hand-over';
import { studyCells } from '../../export/study-cells';
import type { Words } from '../../messages/words';
import type { AppState, Study } from '../../state/slices/types';
import type { StudyRow } from '../../study/study-table';
import { useCommands, useWords } from '../hooks/use-app';
import { useCopy } from '../hooks/use-copy';
import { CopyResultsRow } from './CopyResultsRow';
import { studyOf } from './use-study';

/** Takes the table elsewhere, in the order in which it stands. */
export function TableButtons({ rows }: { rows: readonly StudyRow[] }) {
  const words = useWords();
  const { table } = words.compare;
  const say = useCommands().say;
  const { outcome, copy } = useCopy(
    () => toTsv(studyCells(rows, words)),
    () => say('error', { part: 'comparison' }, { code: 'table-not-copied' }),
  );
  return (
    <div className="results-table__buttons">
      <button type="button" className="button button--small" onClick={() => void copy()}>
        {table.copy}
      </button>
      <button type="button" className="button button--small" onClick={() => save(rows, words)}>
        {table.download}
      </button>
      <span className="note" aria-live="polite">
        {outcome === 'copied' && table.copied}
      </span>
      <CopyResultsRow studiesOf={studiesOf} />
    </div>
  );
}

function studiesOf({ study: status }: AppState): Study[] {
  const study = studyOf(status);
  return study ? [study] : [];
}

function save(rows: readonly StudyRow[], words: Words): void {
  const file = new Blob([toCsv(studyCells(rows, words))], { type: 'text/csv;charset=utf-8' });
  saveToDisk(file, words.compare.table.file);
}

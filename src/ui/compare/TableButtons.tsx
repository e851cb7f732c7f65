import { useEffect, useState } from 'react';
import { toCsv, toTsv } from '../../export/csv';
import { saveToDisk } from '../../export/hand-over';
import { studyCells } from '../../export/study-cells';
import type { Words } from '../../messages/words';
import type { StudyRow } from '../../study/study-table';
import { useCommands, useWords } from '../hooks/use-app';

/** Takes the table elsewhere, in the order in which it stands. */
export function TableButtons({ rows }: { rows: readonly StudyRow[] }) {
  const words = useWords();
  const { table } = words.compare;
  const say = useCommands().say;
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(toTsv(studyCells(rows, words)));
      setCopied(true);
    } catch {
      say('error', { part: 'comparison' }, { code: 'table-not-copied' });
    }
  };
  return (
    <div className="results-table__buttons">
      <button type="button" className="button button--small" onClick={() => void copy()}>
        {table.copy}
      </button>
      <button type="button" className="button button--small" onClick={() => save(rows, words)}>
        {table.download}
      </button>
      <span className="note" aria-live="polite">
        {copied && table.copied}
      </span>
    </div>
  );
}

function save(rows: readonly StudyRow[], words: Words): void {
  const file = new Blob([toCsv(studyCells(rows, words))], { type: 'text/csv;charset=utf-8' });
  saveToDisk(file, words.compare.table.file);
}

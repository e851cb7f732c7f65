import { memo, type ReactNode, useState } from 'react';
import { wholeNumber } from '../../messages/en/format';
import { GLOSSARY, type GlossaryKey } from '../../messages/en/glossary';
import { type SortColumn, type StudyRow, sortRows } from '../../study/study-table';
import { Hint } from '../kit/Hint';
import { Icon } from '../kit/Icon';
import { accuracyNumbers, multiplyAddsInWords, seconds } from './numbers';
import { TableButtons } from './TableButtons';
import { useOpenHead } from './use-open-head';
import './study-table.css';
import { useAppState, useWords } from '../hooks/use-app';

interface Sort {
  column: SortColumn;
  descending: boolean;
}

interface Column {
  id: SortColumn;
  title: string;
  about: GlossaryKey;
}

const COLUMNS: readonly Column[] = [
  { id: 'name', title: 'Probe', about: 'probe' },
  { id: 'accuracy', title: 'Held-out accuracy', about: 'crossValidated' },
  { id: 'parameters', title: 'Parameters', about: 'parameters' },
  { id: 'pooling', title: 'Pooling', about: 'poolingParameters' },
  { id: 'multiplyAdds', title: 'Multiply-adds', about: 'multiplyAdds' },
  { id: 'milliseconds', title: 'Time per fold', about: 'foldTime' },
];

/**
 * The figure's numbers, sortable. Until the study is through its rows stay in their order, so that
 * none jumps while one reads it.
 */
export function StudyTable({ rows, ordered }: { rows: readonly StudyRow[]; ordered: boolean }) {
  const [chosen, setChosen] = useState<Sort | null>(null);
  const sort = chosen ?? (ordered ? { column: 'accuracy' as const, descending: true } : null);
  const { compareEntries } = useWords().probes;
  const sorted = sort ? sortRows(rows, sort.column, sort.descending, compareEntries) : rows;
  const sortBy = (column: SortColumn) =>
    setChosen({
      column,
      descending: sort?.column === column ? !sort.descending : column === 'accuracy',
    });
  return (
    <div className="results-table">
      <div className="compare__scroll">
        <table className="study-table">
          <caption className="visually-hidden">Results of the comparison</caption>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <Heading key={column.id} {...column} sort={sort} onSort={sortBy} />
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <Row key={row.key} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <TableButtons rows={sorted} />
    </div>
  );
}

interface HeadingProps extends Column {
  sort: Sort | null;
  onSort(column: SortColumn): void;
}

function Heading({ id, title, about, sort, onSort }: HeadingProps) {
  const sorted = sort?.column === id ? sort : null;
  return (
    <th
      scope="col"
      aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : undefined}
    >
      <Hint text={GLOSSARY[about]}>
        <button type="button" className="sort" onClick={() => onSort(id)}>
          {title}
          <span className="sort__mark" data-sorted={sorted ? '' : undefined}>
            <Icon name={sorted && !sorted.descending ? 'up' : 'down'} size={12} />
          </span>
        </button>
      </Hint>
    </th>
  );
}

/** Rendered anew only where its numbers have changed: there are many, and one changes at a time. */
const Row = memo(function Row({ row }: { row: StudyRow }) {
  const shown = useAppState((state) => state.openedKey === row.key);
  const open = useOpenHead();
  const name = useWords().probes.entryName(row.probe);
  const { facts, accuracy } = row;
  const numbers = accuracyNumbers(row);
  return (
    <tr data-kind={row.kind} data-best={row.bestEp || undefined}>
      <th scope="row">
        {accuracy && row.hasHead ? (
          <button
            type="button"
            className="study-table__open"
            title="Show what it sees"
            onClick={() => open(row.key)}
          >
            {name}
          </button>
        ) : (
          name
        )}
        {row.bestEp && <span className="study-table__badge">best EP</span>}
        {shown && <span className="study-table__badge study-table__badge--shown">on show</span>}
      </th>
      <Value>
        {numbers && accuracy && (
          <>
            <strong>{numbers[0]}</strong> <span className="study-table__error">{numbers[1]}</span>
            <span className="study-table__basis">
              {accuracy.correct} of {accuracy.total}
            </span>
          </>
        )}
      </Value>
      <Value>{facts && wholeNumber(facts.parameters.total)}</Value>
      <Value>{facts && wholeNumber(facts.parameters.pooling)}</Value>
      <Value>
        <MultiplyAdds row={row} />
      </Value>
      <Value>{row.milliseconds !== null && seconds(row.milliseconds)}</Value>
    </tr>
  );
}, sameNumbers);

function MultiplyAdds({ row }: { row: StudyRow }) {
  const factored = multiplyAddsInWords(row, 'factored');
  const reference = multiplyAddsInWords(row, 'reference');
  if (factored === null) return <span className="faint">–</span>;
  if (reference === null || reference === factored) return factored;
  return (
    <Hint text={`As computed here; ${reference} in the form of the reference code.`}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the explanation must be reachable by keyboard */}
      <span className="term" tabIndex={0}>
        {factored}
      </span>
    </Hint>
  );
}

function Value({ children }: { children: ReactNode }) {
  return <td>{children || <span className="faint">–</span>}</td>;
}

function sameNumbers({ row: a }: { row: StudyRow }, { row: b }: { row: StudyRow }): boolean {
  return (
    a.key === b.key &&
    a.facts === b.facts &&
    a.bestEp === b.bestEp &&
    a.accuracy?.folds === b.accuracy?.folds &&
    a.accuracy?.correct === b.accuracy?.correct
  );
}

import { memo, type ReactNode, useId, useState } from 'react';
import type { GlossaryKey } from '../../messages/words';
import { type SortColumn, type StudyRow, sortRows } from '../../study/study-table';
import { Hint } from '../kit/Hint';
import { Icon } from '../kit/Icon';
import { Term } from '../kit/Term';
import { multiplyAddsOf } from './multiply-adds';
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
  about: GlossaryKey;
}

const COLUMNS: readonly Column[] = [
  { id: 'name', about: 'probe' },
  { id: 'accuracy', about: 'crossValidated' },
  { id: 'parameters', about: 'parameters' },
  { id: 'pooling', about: 'poolingParameters' },
  { id: 'multiplyAdds', about: 'multiplyAdds' },
  { id: 'milliseconds', about: 'foldTime' },
];

/**
 * The figure's numbers, sortable. Until the study is through its rows stay in their order, so that
 * none jumps while one reads it.
 */
export function StudyTable({ rows, ordered }: { rows: readonly StudyRow[]; ordered: boolean }) {
  const words = useWords().compare.table;
  const [chosen, setChosen] = useState<Sort | null>(null);
  const sort = chosen ?? (ordered ? { column: 'accuracy' as const, descending: true } : null);
  const { compareEntries } = useWords().probes;
  const sorted = sort ? sortRows(rows, sort.column, sort.descending, compareEntries) : rows;
  const chose = rows.some(({ chosen }) => chosen.length > 0);
  const sortBy = (column: SortColumn) =>
    setChosen({
      column,
      descending: sort?.column === column ? !sort.descending : column === 'accuracy',
    });
  return (
    <div className="results-table">
      <div className="compare__scroll">
        <table className="study-table">
          <caption className="visually-hidden">{words.caption}</caption>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <Heading key={column.id} {...column} sort={sort} onSort={sortBy} />
              ))}
              {chose && (
                <th scope="col">
                  <Term of="chosenSettings">{words.settings}</Term>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <Row key={row.key} row={row} chose={chose} />
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

function Heading({ id, about, sort, onSort }: HeadingProps) {
  const { compare, glossary } = useWords();
  const sorted = sort?.column === id ? sort : null;
  return (
    <th
      scope="col"
      aria-sort={sorted ? (sorted.descending ? 'descending' : 'ascending') : undefined}
    >
      <Hint text={glossary[about]}>
        <button type="button" className="sort" onClick={() => onSort(id)}>
          {compare.table.columns[id]}
          <span className="sort__mark" data-sorted={sorted ? '' : undefined}>
            <Icon name={sorted && !sorted.descending ? 'up' : 'down'} size={12} />
          </span>
        </button>
      </Hint>
    </th>
  );
}

interface RowProps {
  row: StudyRow;
  /** Whether any row has chosen settings, so that there is a column for them. */
  chose: boolean;
}

/** Rendered anew only where its numbers have changed: there are many, and one changes at a time. */
const Row = memo(function Row({ row, chose }: RowProps) {
  const { compare, format, probes } = useWords();
  const words = compare.table;
  const shown = useAppState((state) => state.openedKey === row.key);
  const open = useOpenHead();
  const [unfolded, setUnfolded] = useState(false);
  const chosenId = useId();
  const { facts, accuracy } = row;
  const name = probes.entryName(row.probe);
  const cells = accuracy && format.accuracyParts(accuracy);
  const choices = row.chosen.length > 0 ? words.allChosen(row.chosen) : null;
  return (
    <>
      <tr data-kind={row.kind} data-best={row.bestEp || undefined}>
        <th scope="row">
          {accuracy && row.hasHead ? (
            <button
              type="button"
              className="study-table__open"
              title={words.open}
              onClick={() => open(row.key)}
            >
              {name}
            </button>
          ) : (
            name
          )}
          {row.bestEp && <span className="study-table__badge">{words.bestEp}</span>}
          {shown && (
            <span className="study-table__badge study-table__badge--shown">{words.shown}</span>
          )}
        </th>
        <Value>
          {cells && (
            <>
              <strong>{cells.mean}</strong>{' '}
              <span className="study-table__error">{cells.error}</span>
              <span className="study-table__basis">{cells.basis}</span>
            </>
          )}
        </Value>
        <Value>{facts && format.wholeNumber(facts.parameters.total)}</Value>
        <Value>{facts && format.wholeNumber(facts.parameters.pooling)}</Value>
        <Value>
          <MultiplyAdds row={row} />
        </Value>
        <Value>{row.milliseconds !== null && format.seconds(row.milliseconds)}</Value>
        {chose && (
          <Value>
            {choices && (
              <Unfold open={unfolded} id={chosenId} onToggle={() => setUnfolded(!unfolded)}>
                <span className="visually-hidden">{words.chose} </span>
                {words.mostChosen(row.chosen)}
              </Unfold>
            )}
          </Value>
        )}
      </tr>
      {unfolded && choices && (
        <tr id={chosenId}>
          <td className="study-table__chosen" colSpan={COLUMNS.length + 1}>
            <p>
              {words.settingsOf(row.probe)} {choices}
            </p>
          </td>
        </tr>
      )}
    </>
  );
}, sameNumbers);

interface UnfoldProps {
  open: boolean;
  /** Of what it opens. */
  id: string;
  onToggle(): void;
  children: ReactNode;
}

/** Shows in a row of its own what a cell says in short. */
function Unfold({ open, id, onToggle, children }: UnfoldProps) {
  return (
    <button
      type="button"
      className="study-table__choice"
      aria-expanded={open}
      aria-controls={open ? id : undefined}
      onClick={onToggle}
    >
      {children}
      <Icon name={open ? 'up' : 'down'} size={12} />
    </button>
  );
}

function MultiplyAdds({ row }: { row: StudyRow }) {
  const { compare, format } = useWords();
  const written = (form: 'factored' | 'reference') => {
    const value = multiplyAddsOf(row, form);
    return value === null ? null : format.shortNumber(value);
  };
  const [factored, reference] = [written('factored'), written('reference')];
  if (factored === null) return <span className="faint">–</span>;
  if (reference === null || reference === factored) return factored;
  return (
    <Hint text={compare.table.referenceForm(reference)}>
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

function sameNumbers(before: RowProps, now: RowProps): boolean {
  const [a, b] = [before.row, now.row];
  return (
    before.chose === now.chose &&
    a.key === b.key &&
    a.facts === b.facts &&
    a.bestEp === b.bestEp &&
    a.accuracy?.folds === b.accuracy?.folds &&
    a.accuracy?.correct === b.accuracy?.correct
  );
}

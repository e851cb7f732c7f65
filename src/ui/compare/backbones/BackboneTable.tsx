import { COMPARED, type ComparisonRow } from '../../../state/derive/comparison-rows';
import { useWords } from '../../hooks/use-app';
import { Rich } from '../../kit/Rich';
import { Term } from '../../kit/Term';
import { CopyResultsRow } from '../CopyResultsRow';
import '../study-table.css';

/** The numbers of the figure, and what each rests on. */
export function BackboneTable({ rows }: { rows: readonly ComparisonRow[] }) {
  const { caption, columns } = useWords().compare.backbones.table;
  return (
    <div className="results-table">
      <div className="compare__scroll">
        <table className="study-table backbone-table">
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              {(['backbone', 'family', ...COMPARED] as const).map((column) => (
                <th key={column} scope="col">
                  <Rich text={columns[column]} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.backboneId} row={row} />
            ))}
          </tbody>
        </table>
      </div>
      <div className="results-table__buttons">
        <CopyResultsRow studiesOf={({ backboneStudies }) => Object.values(backboneStudies)} />
      </div>
    </div>
  );
}

function Row({ row }: { row: ComparisonRow }) {
  const { backbones, compare, format } = useWords();
  const words = compare.backbones;
  const stale = row.stale && words.stale[row.stale];
  const { family } = row;
  return (
    <tr data-stale={stale !== null || undefined}>
      <th scope="row">
        <bdi>{row.label}</bdi>
        {stale !== null && <span className="study-table__badge">{stale}</span>}
      </th>
      <td>
        <Term of={family}>{backbones.families[family].label}</Term>
      </td>
      {COMPARED.map((probe) => {
        const accuracy = row.accuracies[probe];
        const cells = accuracy && format.accuracyParts(accuracy);
        return (
          <td key={probe}>
            {cells ? (
              <>
                <strong>{cells.mean}</strong>{' '}
                <span className="study-table__error">{cells.error}</span>
                <span className="study-table__basis">
                  {words.table.basis(probe, row, cells.basis)}
                </span>
              </>
            ) : (
              <span className="faint">–</span>
            )}
          </td>
        );
      })}
    </tr>
  );
}

import { accuracyCells, probeTag, staleMark } from '../../messages/en/backbone-words';
import type { GlossaryKey } from '../../messages/en/glossary';
import { COMPARED, type Compared, type ComparisonRow } from '../../state/derive/comparison-rows';
import { useWords } from '../hooks/use-app';
import { Term } from '../kit/Term';
import './study-table.css';

const TITLES: Record<Compared, { title: string; about: GlossaryKey }> = {
  knn: { title: 'k-NN', about: 'knn' },
  linear: { title: 'Linear', about: 'linear' },
  ep: { title: 'EP', about: 'ep' },
};

/** The numbers of the figure, and what each rests on. */
export function BackboneTable({ rows }: { rows: readonly ComparisonRow[] }) {
  return (
    <div className="results-table">
      <div className="compare__scroll">
        <table className="study-table backbone-table">
          <caption className="visually-hidden">Results per backbone</caption>
          <thead>
            <tr>
              <th scope="col">
                <Term of="backbone">Backbone</Term>
              </th>
              <th scope="col">
                <Term of="family">Family</Term>
              </th>
              {COMPARED.map((probe) => (
                <th key={probe} scope="col">
                  <Term of={TITLES[probe].about}>{TITLES[probe].title}</Term>
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
    </div>
  );
}

function Row({ row }: { row: ComparisonRow }) {
  const stale = staleMark(row);
  const words = useWords().backbones;
  const { family } = row;
  return (
    <tr data-stale={stale !== null || undefined}>
      <th scope="row">
        <bdi>{row.label}</bdi>
        {stale !== null && <span className="study-table__badge">{stale}</span>}
      </th>
      <td>
        <Term of={family}>{words.families[family].label}</Term>
      </td>
      {COMPARED.map((probe) => {
        const cells = accuracyCells(row, probe);
        return (
          <td key={probe}>
            {cells ? (
              <>
                <strong>{cells.mean}</strong>{' '}
                <span className="study-table__error">{cells.error}</span>
                <span className="study-table__basis">
                  {probe === 'linear' && row.linearReads === 'patches'
                    ? `${probeTag(probe, row)}, `
                    : ''}
                  {cells.basis}
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

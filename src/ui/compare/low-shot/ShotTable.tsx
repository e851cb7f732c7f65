import type { ShotRow } from '../../../study/low-shot/shot-rows';
import { useWords } from '../../hooks/use-app';
import '../study-table.css';

/** The figure's numbers: a row per probe, a column per number of images. */
export function ShotTable({ rows, sizes }: { rows: readonly ShotRow[]; sizes: readonly number[] }) {
  const { lowShot, probes } = useWords();
  const words = lowShot.table;
  return (
    <div className="results-table">
      <div className="compare__scroll">
        <table className="study-table shot-table">
          <caption className="visually-hidden">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.probe}</th>
              {sizes.map((size) => (
                <th key={size} scope="col">
                  {words.size(size)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, probe, accuracies }) => (
              <tr key={key}>
                <th scope="row">{probes.entryName(probe)}</th>
                {sizes.map((size, at) => {
                  const accuracy = accuracies[at];
                  const cell = accuracy && words.cell(accuracy);
                  return (
                    <td key={size}>
                      {cell ? (
                        <>
                          <strong>{cell.mean}</strong>{' '}
                          <span className="study-table__error">{cell.error}</span>
                        </>
                      ) : (
                        <span className="faint">–</span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

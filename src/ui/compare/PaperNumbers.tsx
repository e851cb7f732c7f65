import { memo } from 'react';
import { PAPER, PAPER_NUMBERS } from '../../study/paper-numbers';
import { useWords } from '../hooks/use-app';
import { Icon } from '../kit/Icon';
import { Rich } from '../kit/Rich';

/** What the paper measured, apart from what is measured here. */
export const PaperNumbers = memo(function PaperNumbers() {
  const { compare, format, probes } = useWords();
  const words = compare.paper;
  return (
    <details className="setup paper">
      <summary className="setup__summary">
        <Icon name="right" size={12} />
        <span>{words.heading}</span>
      </summary>
      <div className="setup__body">
        <p className="note">{words.source(PAPER)}</p>
        <div className="compare__scroll">
          <table className="study-table study-table--paper">
            <caption className="visually-hidden">{words.caption}</caption>
            <thead>
              <tr>
                {(['backbone', 'knn', 'linear', 'ep'] as const).map((column) => (
                  <th key={column} scope="col">
                    <Rich text={words.columns[column]} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {PAPER_NUMBERS.map(({ encoder, knn, linear, ep, remark }) => (
                <tr key={encoder}>
                  <th scope="row">
                    {encoder}{' '}
                    {remark && <span className="faint">{probes.paperRemark(remark)}</span>}
                  </th>
                  {[knn, linear, ep].map((value, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the index is the column
                    <td key={index}>{format.finePercent(value / 100)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </details>
  );
});

import { memo } from 'react';
import { PAPER, PAPER_NUMBERS } from '../../study/paper-numbers';
import { useWords } from '../hooks/use-app';
import { Icon } from '../kit/Icon';
import { Term } from '../kit/Term';

/** What the paper measured, apart from what is measured here. */
export const PaperNumbers = memo(function PaperNumbers() {
  const words = useWords();
  return (
    <details className="setup paper">
      <summary className="setup__summary">
        <Icon name="right" size={12} />
        <span>In the paper (ImageNet-1k)</span>
      </summary>
      <div className="setup__body">
        <p className="note">
          Not measured here: accuracy in percent on the 50,000 validation images and 1,000 classes
          of ImageNet-1k, as the authors report it. {PAPER.authors}, “{PAPER.title}”, arXiv{' '}
          {PAPER.arxiv}.
        </p>
        <div className="compare__scroll">
          <table className="study-table study-table--paper">
            <caption className="visually-hidden">Results of the paper on ImageNet-1k</caption>
            <thead>
              <tr>
                <th scope="col">
                  <Term of="backbone">Backbone</Term>
                </th>
                <th scope="col">
                  <Term of="knn">k-NN</Term>
                </th>
                <th scope="col">
                  <Term of="linear">Linear</Term>
                </th>
                <th scope="col">
                  <Term of="ep">EP</Term>
                </th>
              </tr>
            </thead>
            <tbody>
              {PAPER_NUMBERS.map(({ encoder, knn, linear, ep, remark }) => (
                <tr key={encoder}>
                  <th scope="row">
                    {encoder}{' '}
                    {remark && <span className="faint">{words.probes.paperRemark(remark)}</span>}
                  </th>
                  {[knn, linear, ep].map((value, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the index is the column
                    <td key={index}>{value.toFixed(1)} %</td>
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

import type { Compared, ComparisonRow } from '../../state/derive/comparison-rows';
import { finePercent, percent } from './format';

/** What a probe is called in a row: `linear` is named by what it reads there. */
export function probeTag(probe: Compared, { linearReads }: Pick<ComparisonRow, 'linearReads'>) {
  if (probe === 'knn') return 'k-NN';
  if (probe === 'ep') return 'EP';
  return linearReads === 'cls' ? 'Linear' : 'GAP';
}

/** What the figure shows, for those who can't see it. */
export function backboneSummary(rows: readonly ComparisonRow[]): string {
  const said = rows.map((row) => {
    const numbers = (['knn', 'linear', 'ep'] as const).flatMap((probe) => {
      const accuracy = row.accuracies[probe];
      return accuracy ? [`${probeTag(probe, row)} ${percent(accuracy.mean)}`] : [];
    });
    return `${row.label}: ${numbers.join(', ')}.`;
  });
  return ['Held-out accuracy of three probes on each backbone.', ...said].join(' ');
}

/** What its numbers no longer rest on, as a short mark; null when they still do. */
export function staleMark({ stale }: Pick<ComparisonRow, 'stale'>): string | null {
  if (stale === null) return null;
  return stale === 'images' ? 'images have changed since' : 'other settings than now';
}

/** "91.7 %" and "± 2.6"; null before the first fold. */
export function accuracyCells(row: ComparisonRow, probe: Compared) {
  const accuracy = row.accuracies[probe];
  if (!accuracy) return null;
  const { mean, standardError, correct, total } = accuracy;
  return {
    mean: finePercent(mean),
    error: standardError === null ? '' : `± ${(100 * standardError).toFixed(1)}`,
    basis: `${correct} of ${total}`,
  };
}

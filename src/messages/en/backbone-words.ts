import type { Compared, ComparisonRow } from '../../state/derive/comparison-rows';
import { percent } from './format';

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

/** What the numbers of a row no longer rest on, as a short mark. */
export const STALE: Record<NonNullable<ComparisonRow['stale']>, string> = {
  images: 'images have changed since',
  settings: 'other settings than now',
};

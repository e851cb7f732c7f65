import type { Compared, ComparisonRow } from '../../state/derive/comparison-rows';
import type { StudyRow } from '../../study/study-table';
import { percent, wholeNumber } from './format';
import { entryName } from './probes';

// What the figures of a comparison show, for those who can't see them.

/** The figure of probes: its ends in a sentence or two. */
export function figureSummary(rows: readonly StudyRow[]): string {
  const drawn = rows.filter(({ facts, accuracy }) => facts && accuracy);
  const by = (value: (row: StudyRow) => number) => drawn.toSorted((a, b) => value(a) - value(b));
  const accuracies = by(({ accuracy }) => accuracy?.mean ?? 0);
  const sizes = by(({ facts }) => facts?.parameters.total ?? 0);
  const [worst, best] = [accuracies[0], accuracies.at(-1)];
  const [smallest, largest] = [sizes[0], sizes.at(-1)];
  const title = 'Held-out accuracy against number of parameters.';
  if (!worst || !best || !smallest || !largest) return `${title} No probe is finished.`;
  const accuracy = ({ probe, accuracy: estimate }: StudyRow) =>
    `${entryName(probe)} with ${percent(estimate?.mean ?? 0)}`;
  const size = ({ probe, facts }: StudyRow) =>
    `${entryName(probe)} with ${wholeNumber(facts?.parameters.total ?? 0)}`;
  if (drawn.length === 1) return `${title} One probe: ${accuracy(best)}.`;
  return (
    `${title} ${drawn.length} probes: accuracy from ${accuracy(worst)} to ${accuracy(best)}, ` +
    `parameters from ${size(smallest)} to ${size(largest)}. The table has all numbers.`
  );
}

/** The figure of backbones: every number. */
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

/** What a probe is called in the row of a backbone: `linear` is named by what it reads there. */
export function probeTag(probe: Compared, { linearReads }: Pick<ComparisonRow, 'linearReads'>) {
  if (probe === 'knn') return 'k-NN';
  if (probe === 'ep') return 'EP';
  return linearReads === 'cls' ? 'Linear' : 'GAP';
}

import type { LowShotStudy } from '../../src/state/slices/types';
import { shotsInOrder } from '../../src/training/run/low-shot-api';
import { ALL_ENTRIES, study } from './studies';

const HELD_OUT = 12;

/** A low-shot study as far as it has come: numbers by a formula that rise with the images. */
export function lowShot(others: number, sizes: readonly number[], finished: number): LowShotStudy {
  const named = (name: string) => ALL_ENTRIES.filter(({ probe }) => probe.name === name);
  const rest = ALL_ENTRIES.filter(({ probe }) => !['ep', 'gap'].includes(probe.name));
  const entries = [...named('ep').slice(2, 3), ...named('gap'), ...rest.slice(0, others)];
  const { facts: _, ...plan } = study(entries, 0);
  const results = shotsInOrder({ ...plan, sizes }).map(({ entry, perClass, fold }) => {
    const at = entries.indexOf(entry);
    const learned =
      4 +
      Math.log2(perClass) * (at === 0 ? 1.4 : 1.1 - 0.1 * at) +
      (fold % 3) +
      ((at * fold + perClass) % 2);
    const correct = Math.min(HELD_OUT, Math.round(learned));
    return { key: entry.key, perClass, fold, correct, total: HELD_OUT, milliseconds: 300 };
  });
  return {
    ...plan,
    sizes,
    ceiling: { className: 'dogs', images: sizes.at(-1) ?? 2 },
    results: results.slice(0, finished),
  };
}

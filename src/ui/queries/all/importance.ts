import type { Importance } from '../../../vocabulary/evidence';

/** What is lost when one query looks at every patch equally. */
export interface Loss {
  query: number;
  /** Right answers; below 0 where there are more without it. */
  lost: number;
  perClass: number[];
}

/** What every query is worth, the one that matters most first; of equal ones, in their order. */
export function rankLosses({ correct, perClass, without }: Importance): Loss[] {
  return without
    .map((left, query) => ({
      query,
      lost: correct - left.correct,
      perClass: perClass.map((own, index) => own.correct - (left.perClass[index] ?? 0)),
    }))
    .toSorted((a, b) => b.lost - a.lost);
}

/** "8 points": what so many of `total` images are of accuracy, to a tenth where that says more. */
export function inPoints(images: number, total: number): string {
  const points = Math.abs((100 * images) / Math.max(1, total));
  const text = points > 0 && points < 0.95 ? points.toFixed(1) : String(Math.round(points));
  return `${text} ${text === '1' ? 'point' : 'points'}`;
}

function sayMost(importance: Importance): string {
  const losses = rankLosses(importance);
  const lost = losses[0]?.lost ?? 0;
  if (lost <= 0) return 'No single query matters: the others make up for any one of them.';
  const first = losses.filter((loss) => loss.lost === lost).map(({ query }) => query + 1);
  const fewer = `${lost} fewer ${lost === 1 ? 'is' : 'are'} right`;
  if (first.length === 1) return `Query ${first[0]} matters most: without it ${fewer}.`;
  if (first.length === losses.length) return `All queries matter alike: without any one ${fewer}.`;
  const names = first.length > 3 ? `${first.length} queries` : `Queries ${listed(first)}`;
  return `${names} matter most: without any one of them ${fewer}.`;
}

function listed(numbers: readonly number[]): string {
  return [numbers.slice(0, -1).join(', '), numbers.at(-1)].join(' and ');
}

/** Fewer images than this say little about small differences. */
const FEW = 50;

/** What importance comes to, and what to make of it, as sentences. */
export function sayImportance(importance: Importance): string {
  const { total, correct, heldOut } = importance;
  const images = `${total} ${total === 1 ? 'image' : 'images'}`;
  const basis = heldOut
    ? `Measured on the ${images} that were held out`
    : `Measured on all ${images} of the run, as none was held out`;
  const sentences = [`${basis}; ${correct} of them are right with all queries.`];
  sentences.unshift(sayMost(importance));
  if (total < FEW) {
    sentences.push(`One image is ${inPoints(1, total)}, so small differences say little.`);
  }
  return sentences.join(' ');
}

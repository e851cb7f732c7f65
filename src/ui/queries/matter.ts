import type { Importance } from '../../training/inspect-api';

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
  const [first] = rankLosses(importance);
  if (first && first.lost > 0) {
    sentences.unshift(
      `Query ${first.query + 1} matters most: without it ${first.lost} fewer are right.`,
    );
  } else {
    sentences.unshift('No single query matters: the others make up for any one of them.');
  }
  if (total < FEW) {
    sentences.push(`One image is ${inPoints(1, total)}, so small differences say little.`);
  }
  return sentences.join(' ');
}

import type { Importance } from '../../vocabulary/evidence';
import { count } from './format';

/** Fewer images than this say little about small differences. */
const FEW = 50;

/** The queries without which most right answers are lost. */
export interface MostImportant {
  /** From 0; several where they are equal. */
  queries: readonly number[];
  /** Right answers; 0 or less where no query is needed. */
  lost: number;
}

/** "8 points": what so many of `total` images are of accuracy, to a tenth where that says more. */
export function inPoints(images: number, total: number): string {
  const points = Math.abs((100 * images) / Math.max(1, total));
  const text = points > 0 && points < 0.95 ? points.toFixed(1) : String(Math.round(points));
  return `${text} ${text === '1' ? 'point' : 'points'}`;
}

/** "−3 images", "+1 image", empty for none: what is lost has a minus. */
export function lostImages(lost: number): string {
  return lost === 0 ? '' : `${sign(lost)}${count(Math.abs(lost), 'image')}`;
}

/** "−8 points" */
export function lostPoints(lost: number, total: number): string {
  return `${sign(lost)}${inPoints(lost, total)}`;
}

/** "−3", "·" for none. */
export function lostOfClass(lost: number): string {
  return lost === 0 ? '·' : `${sign(lost)}${Math.abs(lost)}`;
}

/** What importance comes to, and what to make of it, as sentences. */
export function sayImportance(importance: Importance, most: MostImportant): string {
  const { total, correct, heldOut, without } = importance;
  const images = `${total} ${total === 1 ? 'image' : 'images'}`;
  const basis = heldOut
    ? `Measured on the ${images} that were held out`
    : `Measured on all ${images} of the run, as none was held out`;
  const sentences = [
    sayMost(most, without.length),
    `${basis}; ${correct} of them are right with all queries.`,
  ];
  if (total < FEW) {
    sentences.push(`One image is ${inPoints(1, total)}, so small differences say little.`);
  }
  return sentences.join(' ');
}

function sayMost({ queries, lost }: MostImportant, of: number): string {
  if (lost <= 0) return 'No single query matters: the others make up for any one of them.';
  const numbers = queries.map((query) => query + 1);
  const fewer = `${lost} fewer ${lost === 1 ? 'is' : 'are'} right`;
  if (numbers.length === 1) return `Query ${numbers[0]} matters most: without it ${fewer}.`;
  if (numbers.length === of) return `All queries matter alike: without any one ${fewer}.`;
  const names = numbers.length > 3 ? `${numbers.length} queries` : `Queries ${listed(numbers)}`;
  return `${names} matter most: without any one of them ${fewer}.`;
}

function listed(numbers: readonly number[]): string {
  return [numbers.slice(0, -1).join(', '), numbers.at(-1)].join(' and ');
}

function sign(lost: number): string {
  if (lost === 0) return '';
  return lost > 0 ? '−' : '+';
}

import type { Precision } from './backbone';

/** A backbone in one of the precisions that it comes in. */
export interface BackboneChoice {
  backboneId: string;
  precision: Precision;
}

/** Names a choice; the same for the same. */
export function choiceKey({ backboneId, precision }: BackboneChoice): string {
  return `${backboneId} ${precision}`;
}

export function isSameChoice(one: BackboneChoice, other: BackboneChoice): boolean {
  return choiceKey(one) === choiceKey(other);
}

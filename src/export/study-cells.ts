import type { StudyRow } from '../study/study-table';
import type { Cell } from './csv';

const HEADER = [
  'Probe',
  'Parameters',
  'Parameters of the pooling',
  'Multiply-adds per image',
  'Multiply-adds per image, reference form',
  'Training time per fold (s)',
  'Held-out accuracy (%)',
  'Standard error (points)',
  'Folds',
  'Correct',
  'Of',
  'Best EP',
];

/** The table of a study as cells with full numbers, for a file or the clipboard. */
export function studyCells(rows: readonly StudyRow[]): Cell[][] {
  return [
    HEADER,
    ...rows.map(({ name, facts, milliseconds, accuracy, bestEp }) => [
      name,
      facts?.parameters.total ?? null,
      facts?.parameters.pooling ?? null,
      facts?.multiplyAdds?.factored ?? null,
      facts?.multiplyAdds?.reference ?? null,
      milliseconds === null ? null : rounded(milliseconds / 1000),
      accuracy === null ? null : rounded(100 * accuracy.mean),
      accuracy?.standardError == null ? null : rounded(100 * accuracy.standardError),
      accuracy?.folds ?? 0,
      accuracy?.correct ?? null,
      accuracy?.total ?? null,
      bestEp ? 'yes' : null,
    ]),
  ];
}

function rounded(value: number): number {
  return Number(value.toFixed(3));
}

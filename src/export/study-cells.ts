import type { Words } from '../messages/words';
import type { StudyRow } from '../study/study-table';
import type { Cell } from './csv';

/** The table of a study as cells with full numbers, for a file or the clipboard. */
export function studyCells(rows: readonly StudyRow[], words: Words): Cell[][] {
  const { header, yes } = words.studyFile;
  return [
    [
      header.probe,
      header.parameters,
      header.poolingParameters,
      header.multiplyAdds,
      header.referenceMultiplyAdds,
      header.seconds,
      header.accuracy,
      header.standardError,
      header.folds,
      header.correct,
      header.total,
      header.bestEp,
      header.settings,
    ],
    ...rows.map(({ probe, facts, milliseconds, accuracy, bestEp, chosen }) => [
      words.probes.entryName(probe),
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
      bestEp ? yes : null,
      chosen.length > 0 ? words.compare.table.allChosen(chosen) : null,
    ]),
  ];
}

function rounded(value: number): number {
  return Number(value.toFixed(3));
}

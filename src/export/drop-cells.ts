import type { Words } from '../messages/words';
import type { AccountedFile } from '../vocabulary/drops';
import type { Cell } from './csv';

/** The list of dropped files, a row for each, below its headings. */
export function dropCells(
  files: readonly AccountedFile[],
  { drops: { columns, outcome } }: Pick<Words, 'drops'>,
): Cell[][] {
  const rows = files.map((file) => {
    const { what, why } = outcome(file.outcome, file.path);
    return [file.path, what, why];
  });
  return [[columns.file, columns.what, columns.why], ...rows];
}

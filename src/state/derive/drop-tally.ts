import type { AccountedFile, DropTally } from '../../vocabulary/drops';

export function dropTally(files: readonly AccountedFile[]): DropTally {
  const tally = {
    total: files.length,
    coming: 0,
    added: 0,
    twin: 0,
    refused: 0,
    unreadable: 0,
    'empty-folder': 0,
    'passed-over': 0,
    model: 0,
    removed: 0,
  };
  for (const { outcome } of files) tally[outcome.kind] += 1;
  return tally;
}

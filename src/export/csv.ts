/** What a cell may hold; null is an empty one. */
export type Cell = string | number | null;

/**
 * Rows as comma-separated values by RFC 4180: lines end in CRLF, and a cell with a comma, a quote or
 * a line break is quoted.
 */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map((cell) => quoted(text(cell))).join(',')}\r\n`).join('');
}

/** Rows as tab-separated values, the way spreadsheets take them from the clipboard. */
export function toTsv(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => row.map((cell) => flat(text(cell))).join('\t')).join('\n');
}

function text(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
  // A spreadsheet would run such a name as a formula.
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}

function quoted(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

function flat(value: string): string {
  return value.replace(/[\t\r\n]+/g, ' ');
}

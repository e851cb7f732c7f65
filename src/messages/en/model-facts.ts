import type { Dims, ExportExample, NamedShape, NumberType } from '../../vocabulary/models';

/**
 * Writes an encoder in the form that this page takes, into a folder. To be run where the program's
 * own files lie.
 */
export function exportCommand({ library, model }: ExportExample): string {
  return `python tools/export_backbone.py ${library}:${model ?? 'NAME'} --out my-backbone`;
}

/** "(batch, 197, 8)"; "?" where a size has no name. */
export function shapeText(dims: Dims): string {
  return `(${dims.map((dim) => (dim === '' ? '?' : dim)).join(', ')})`;
}

/** "early (batch, 197, 8) and late (batch, 197, 8)" */
export function namedShapes(values: readonly NamedShape[]): string {
  return listed(values.map(({ name, dims }) => (dims ? `${name} ${shapeText(dims)}` : name)));
}

/** "a", "a and b", "a, b and c"; of many, the first few. */
export function listed(names: readonly string[]): string {
  const most = 6;
  const shown = names.length > most ? [...names.slice(0, most), 'others'] : names;
  return [shown.slice(0, -1).join(', '), ...shown.slice(-1)].filter(Boolean).join(' and ');
}

export const NUMBER_TYPES: Record<NumberType, string> = {
  uint8: '8-bit numbers (uint8)',
  int8: '8-bit numbers (int8)',
  int32: 'whole numbers (int32)',
  int64: 'whole numbers (int64)',
  float64: '64-bit floats',
  bfloat16: 'bfloat16 numbers',
};

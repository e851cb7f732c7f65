import type {
  Dims,
  ExportExample,
  FieldFault,
  NamedShape,
  NumberType,
  OnnxFault,
} from '../../vocabulary/models';

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

export const ONNX_FAULTS: Record<OnnxFault, string> = {
  'too-many-parts': 'It has more parts than any model.',
  'unknown-field': 'It has a field of no known kind.',
  'field-without-number': 'It has a field without a number.',
  'part-too-long': 'A part of it is longer than what holds it.',
  'name-too-long': 'It has a name of thousands of letters.',
  'endless-number': 'It has a number without an end.',
  'no-graph': 'It has no graph.',
  'weights-without-name': 'It keeps weights in another file and does not name it.',
};

/** What follows the name of a field of a stored backbone. */
export function fieldFault(fault: FieldFault): string {
  switch (fault.kind) {
    case 'missing':
      return 'is missing, or no record';
    case 'no-list':
      return 'is no list';
    case 'no-text':
      return 'is no text';
    case 'no-address':
      return 'is no address';
    case 'no-flag':
      return 'is neither true nor false';
    case 'no-repository':
      return 'is no "owner/name"';
    case 'no-files':
      return 'holds no files';
    case 'no-hash':
      return 'is no SHA-256 in hexadecimal';
    case 'not-three-numbers':
      return 'is not three numbers';
    case 'deviation-not-positive':
      return 'holds a deviation that is not above 0';
    case 'no-count':
      return `is no whole number from ${fault.least} on`;
    case 'no-choice':
      return `is none of ${fault.choices.join(', ')}`;
    case 'grid-size':
      return `does not fit: ${fault.crop} pixels hold ${fault.held} patches of ${fault.patch}, not ${fault.side}`;
    case 'prefix-count':
      return `is ${fault.prefixTokens}, where ${fault.hasCls ? '[CLS] and' : 'no [CLS] and'} ${fault.registers} registers make ${Number(fault.hasCls) + fault.registers}`;
    case 'crop-size':
      return `is ${fault.crop} pixels, more than the ${fault.resize} of "resize"`;
    case 'path-no-address':
      return `holds "${fault.path}", which is no address`;
    case 'path-outside-page':
      return `holds "${fault.path}", which is not a path within the page`;
    case 'path-without-hash':
      return `holds "${fault.path}" without its SHA-256`;
  }
}

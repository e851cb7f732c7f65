import { ProgrammingError } from '../vocabulary/programming-error';

/** A tensor of a .safetensors file; integers are read as floats where they fit exactly. */
export interface StoredTensor {
  shape: number[];
  data: Float32Array;
}

type Header = Record<string, { dtype: string; shape: number[]; data_offsets: [number, number] }>;

/**
 * Reads a .safetensors file (8 bytes of header length, a JSON header, then the numbers). Only our
 * own recordings are read so, by tests and benchmarks: a broken one is a mistake of ours.
 * @throws when the file is cut off or holds a type other than F32 and I64.
 */
export function readSafetensors(bytes: Uint8Array): Record<string, StoredTensor> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 8)
    throw new ProgrammingError('This is no .safetensors file: it is too short.');
  const headerLength = Number(view.getBigUint64(0, true));
  const start = 8 + headerLength;
  if (start > bytes.byteLength) throw new ProgrammingError('This .safetensors file is cut off.');
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, start))) as Header;
  return Object.fromEntries(
    Object.entries(header)
      .filter(([name]) => name !== '__metadata__')
      .map(
        ([
          name,
          {
            dtype,
            shape,
            data_offsets: [from, to],
          },
        ]) => {
          // A copy, because the numbers must start at a multiple of their size.
          const slice = new Uint8Array(bytes.subarray(start + from, start + to));
          if (slice.byteLength !== to - from)
            throw new ProgrammingError('This .safetensors file is cut off.');
          return [name, { shape, data: decode(name, dtype, slice) }];
        },
      ),
  );
}

/** A tensor to be written: integers as `BigInt64Array`, everything else as 32-bit floats. */
export interface WritableTensor {
  shape: readonly number[];
  data: Float32Array | BigInt64Array;
}

/**
 * Writes a .safetensors file.
 * @param metadata free text by name, for whoever reads the file.
 * @returns the file in pieces, in order, so that large tensors are not copied.
 * @throws when a tensor's numbers are not as many as its shape says.
 */
export function writeSafetensors(
  tensors: Readonly<Record<string, WritableTensor>>,
  metadata: Readonly<Record<string, string>> = {},
): Uint8Array[] {
  const header: Record<string, unknown> = { __metadata__: metadata };
  const pieces: Uint8Array[] = [];
  let end = 0;
  // Larger numbers first, so that every tensor begins at a multiple of its numbers' size.
  const wide = ({ data }: WritableTensor) => data.BYTES_PER_ELEMENT;
  for (const [name, tensor] of Object.entries(tensors).sort(([, a], [, b]) => wide(b) - wide(a))) {
    const { shape, data } = tensor;
    if (shape.reduce((product, size) => product * size, 1) !== data.length) {
      throw new ProgrammingError(
        `The tensor "${name}" has ${data.length} numbers, not (${shape.join(', ')}).`,
      );
    }
    const start = end;
    end += data.byteLength;
    const dtype = data instanceof Float32Array ? 'F32' : 'I64';
    header[name] = { dtype, shape, data_offsets: [start, end] };
    pieces.push(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
  }
  const text = new TextEncoder().encode(JSON.stringify(header));
  const padded = new Uint8Array(8 + Math.ceil(text.length / 8) * 8).fill(' '.charCodeAt(0));
  new DataView(padded.buffer).setBigUint64(0, BigInt(padded.length - 8), true);
  padded.set(text, 8);
  return [padded, ...pieces];
}

function decode(name: string, dtype: string, bytes: Uint8Array): Float32Array {
  if (dtype === 'F32') return new Float32Array(bytes.buffer);
  if (dtype === 'I64') return Float32Array.from(new BigInt64Array(bytes.buffer), Number);
  throw new ProgrammingError(
    `The tensor "${name}" has the type ${dtype}; F32 and I64 can be read.`,
  );
}

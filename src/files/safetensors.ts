/** A tensor of a .safetensors file; integers are read as floats where they fit exactly. */
export interface StoredTensor {
  shape: number[];
  data: Float32Array;
}

type Header = Record<string, { dtype: string; shape: number[]; data_offsets: [number, number] }>;

/**
 * Reads a .safetensors file (8 bytes of header length, a JSON header, then the numbers).
 * @throws when the file is cut off or holds a type other than F32 and I64.
 */
export function readSafetensors(bytes: Uint8Array): Record<string, StoredTensor> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 8) throw new Error('This is no .safetensors file: it is too short.');
  const headerLength = Number(view.getBigUint64(0, true));
  const start = 8 + headerLength;
  if (start > bytes.byteLength) throw new Error('This .safetensors file is cut off.');
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
          if (slice.byteLength !== to - from) throw new Error('This .safetensors file is cut off.');
          return [name, { shape, data: decode(name, dtype, slice) }];
        },
      ),
  );
}

function decode(name: string, dtype: string, bytes: Uint8Array): Float32Array {
  if (dtype === 'F32') return new Float32Array(bytes.buffer);
  if (dtype === 'I64') return Float32Array.from(new BigInt64Array(bytes.buffer), Number);
  throw new Error(`The tensor "${name}" has the type ${dtype}; F32 and I64 can be read.`);
}

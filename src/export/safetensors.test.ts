import { expect, test } from 'vitest';
import { readSafetensors, writeSafetensors } from './safetensors';

const tensors = {
  tokens: { shape: [2, 1, 3], data: new Float32Array([1.5, -2, 0, 3, 4, 5]) },
  labels: { shape: [2], data: new BigInt64Array([0n, 7n]) },
};

test('what is written is read again', () => {
  const file = joined(writeSafetensors(tensors, { names: '["é", "b"]' }));
  expect(readSafetensors(file)).toEqual({
    tokens: tensors.tokens,
    labels: { shape: [2], data: new Float32Array([0, 7]) },
  });
});

test('the layout is the format’s: header length, JSON, then the numbers, each where it may begin', () => {
  const file = joined(writeSafetensors(tensors, { set: 'zoo' }));
  const length = Number(new DataView(file.buffer).getBigUint64(0, true));
  expect(length % 8).toBe(0);
  expect(JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length)))).toEqual({
    __metadata__: { set: 'zoo' },
    labels: { dtype: 'I64', shape: [2], data_offsets: [0, 16] },
    tokens: { dtype: 'F32', shape: [2, 1, 3], data_offsets: [16, 40] },
  });
  expect(file.length).toBe(8 + length + 40);
});

test('numbers that do not fill their shape are refused, and so is a file that is cut off', () => {
  const wrong = { data: new Float32Array(3), shape: [2, 2] };
  expect(() => writeSafetensors({ wrong })).toThrow('3 numbers, not (2, 2)');
  const file = joined(writeSafetensors(tensors));
  expect(() => readSafetensors(file.subarray(0, -1))).toThrow('cut off');
});

function joined(pieces: Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(pieces));
}

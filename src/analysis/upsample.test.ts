import { expect, test } from 'vitest';
import { upsample } from './upsample';

test('agrees with PyTorch, half-pixel centres and repeated border', () => {
  // torch.nn.functional.interpolate(tensor([[0., 4.], [8., 12.]]), scale_factor=2, mode="bilinear")
  const out = upsample(new Float32Array([0, 4, 8, 12]), 0, { height: 2, width: 2 }, 2);
  expect([...out]).toEqual([0, 1, 3, 4, 2, 3, 5, 6, 6, 7, 9, 10, 8, 9, 11, 12]);
});

test('starts at the offset and keeps a flat map flat', () => {
  const values = new Float32Array([9, 9, 9, 9, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25]);
  const out = upsample(values, 4, { height: 2, width: 3 }, 4);
  expect(out).toHaveLength(8 * 12);
  expect(new Set(out)).toEqual(new Set([0.25]));
});

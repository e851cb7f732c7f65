import { expect, it } from 'vitest';
import { seededRandom } from '../../numbers/random';
import { gap } from '../../probes/methods/gap';
import { countingRuntime } from '../../testing/counting-runtime';
import { loadNodeRuntime } from '../../testing/onnxruntime-node';
import { makeBatches } from './batches';

const SHAPE = { probe: gap, options: {}, batch: 2, patches: 4, width: 3, classes: 2 };
const IMAGES = ['a', 'b', 'c', 'd', 'e'].map((id, i) => ({ id, name: id, classIndex: i % 2 }));
const read = () => new Float32Array(4 * 3);

const tokensLeft = ({ tensors }: ReturnType<typeof countingRuntime>['live']) =>
  [...tensors].filter(({ dims }) => dims.length === 3).length;

it('frees the tokens of a mini-batch with the next one, and when the epoch is broken off', async () => {
  const { runtime, live } = countingRuntime(await loadNodeRuntime());
  const batches = makeBatches(runtime, IMAGES, read, null, SHAPE, seededRandom(1));
  const seen: number[] = [];
  for (const { images } of batches.epoch()) {
    seen.push(images.length);
    expect(tokensLeft(live)).toBe(1);
  }
  expect(seen).toEqual([2, 2]);
  expect(tokensLeft(live)).toBe(0);

  const broken = () => {
    for (const _ of batches.epoch()) throw new Error('The run was given up.');
  };
  expect(broken).toThrow('given up');
  expect(tokensLeft(live)).toBe(0);
});

it('keeps the tokens of a batch of all images until it is released', async () => {
  const { runtime, live } = countingRuntime(await loadNodeRuntime());
  const images = IMAGES.slice(0, 2);
  const batches = makeBatches(runtime, images, read, null, SHAPE, seededRandom(1));
  for (let epoch = 0; epoch < 2; epoch++) expect([...batches.epoch()]).toHaveLength(1);
  expect(tokensLeft(live)).toBe(1);
  batches.release();
  expect(tokensLeft(live)).toBe(0);
});

import { expect, it } from 'vitest';
import { sizeOf } from '../../graph/value';
import { seededRandom } from '../../numbers/random';
import { PROBES, PROBES_WITH_CLS } from '../../probes/methods/list';
import { tokensShape } from '../../probes/probe';
import { loadNodeRuntime } from '../../testing/onnxruntime-node';
import { defaultOptions, randomHead } from '../../testing/random-head';
import { HeadRunner } from '../head/runner';
import { headLayout } from './head';
import { foldHead, measureStandardisation, writeStandardised } from './standardise';

const [BATCH, PATCHES, WIDTH, CLASSES] = [3, 9, 48, 4];

it.each([...PROBES, ...PROBES_WITH_CLS].map((probe) => [probe.name, probe] as const))(
  'a folded %s head on raw tokens equals the head on standardised ones',
  async (_, probe) => {
    const runtime = await loadNodeRuntime();
    const random = seededRandom(5);
    const size = { patches: PATCHES, width: WIDTH };
    const dims = tokensShape(probe.reads, { batch: BATCH, ...size });
    const raw = Float32Array.from({ length: sizeOf(dims) }, (_, i) => {
      const channel = i % WIDTH;
      return (random() - 0.3) * 3 ** ((channel % 4) - 2) + ((channel % 16) - 4) / 4;
    });
    const standardisation = measureStandardisation([raw], WIDTH);
    const standardised = new Float32Array(raw.length);
    writeStandardised(standardised, 0, raw, standardisation);

    const options = defaultOptions(probe);
    const layout = headLayout(probe, options, size, CLASSES);
    const head = randomHead({ probe, options, ...size, classes: CLASSES }, random);
    const runner = await HeadRunner.create(runtime, {
      probe,
      options,
      batch: BATCH,
      ...size,
      classes: CLASSES,
    });
    const tensor = (data: Float32Array) => new runtime.Tensor('float32', data, dims);
    const expected = await runner.run(head, tensor(standardised));
    const folded = foldHead(head, layout, probe, options, standardisation);
    const actual = await runner.run(folded, tensor(raw));

    const largest = Math.max(...expected.logits.map(Math.abs));
    expected.logits.forEach((logit, i) => {
      expect(Math.abs((actual.logits[i] ?? Number.NaN) - logit) / largest).toBeLessThan(5e-5);
    });
    expected.attention?.forEach((weight, i) => {
      expect(actual.attention?.[i]).toBeCloseTo(weight, 4);
    });
  },
);

it('measures mean and deviation per channel, and leaves constant channels alone', () => {
  const table = new Float32Array([1, 7, 3, 7, 5, 7]);
  const { mean, deviation } = measureStandardisation([table], 2);
  expect([...mean]).toEqual([3, 7]);
  expect([...deviation]).toEqual([expect.closeTo(Math.sqrt(8 / 3), 6), 1]);
});

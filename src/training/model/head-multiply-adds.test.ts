import { describe, expect, it } from 'vitest';
import { serialise } from '../../graph/serialise';
import { sizeOf } from '../../graph/value';
import { seededRandom } from '../../numbers/random';
import { findProbe } from '../../probes/methods/list';
import { poolInputs } from '../../probes/pool-inputs';
import { REFERENCE_FORMS } from '../../probes/reference-forms';
import { loadNodeRuntime } from '../../testing/onnxruntime-node';
import { headMultiplyAdds } from './head-multiply-adds';

describe.each(Object.entries(REFERENCE_FORMS))('%s', (name, referenceForm) => {
  it('gives the same descriptor in both forms', async () => {
    const probe = findProbe(name);
    const { tokens, inputs } = poolInputs({ probe, options: {}, batch: 2, patches: 9, width: 96 });
    const expected = referenceForm(inputs);
    const actual = probe.pool(inputs).descriptor;
    expect(actual.shape).toEqual(expected.shape);

    const runtime = await loadNodeRuntime();
    const session = await runtime.createSession(serialise({ expected, actual }));
    const random = seededRandom(17);
    const all = [tokens, ...Object.values(inputs.parameters), ...Object.values(inputs.buffers)];
    const feeds = Object.fromEntries(
      all.flatMap((value) => {
        if (value.kind !== 'input' || !session.inputNames.includes(value.name)) return [];
        const spread = value === tokens ? 3 : 0.6;
        const data = Float32Array.from({ length: sizeOf(value.shape) }, () =>
          value.name.endsWith('running_var') ? 1 + random() : spread * (random() - 0.4),
        );
        return [[value.name, new runtime.Tensor('float32', data, [...value.shape])]];
      }),
    );
    const results = await runtime.run(session, feeds);
    const [wanted, found] = [results.expected?.data, results.actual?.data] as Float32Array[];
    const largest = Math.max(...(wanted ?? []).map(Math.abs));
    expect(largest).toBeGreaterThan(0);
    wanted?.forEach((value, i) => {
      expect(Math.abs((found?.[i] ?? Number.NaN) - value) / largest).toBeLessThan(1e-5);
    });
  });
});

describe('headMultiplyAdds', () => {
  const size = { patches: 196, width: 768, classes: 1000 };
  const [N, D, C] = [196, 768, 1000];
  const count = (name: string, options = {}) =>
    headMultiplyAdds({ probe: findProbe(name), options, ...size });

  it.each([
    ['gap', {}, 0, 0],
    ['ep', { queries: 8 }, 2 * N * D * 8 + D * D, N * D * (8 + D) + N * D],
    ['aim', {}, 2 * N * D * 16 + D * D, N * (2 * D * D + 2 * D)],
    ['simpool', {}, 2 * D * D + 2 * N * D, D * D + N * (D * D + 2 * D)],
    ['esimpool', {}, 2 * N * D, 2 * N * D],
    ['cae', {}, 2 * N * D * 8 + 2 * D * D, N * (2 * D * D + 2 * D) + D * D],
    ['siglip', {}, 2 * N * D * 8 + 10 * D * D, N * (2 * D * D + 2 * D) + 9 * D * D],
    ['jepa', {}, 2 * N * D * 16 + 10 * D * D, N * (2 * D * D + 2 * D) + 9 * D * D],
    ['coca', {}, 2 * N * D * 8 + 2 * 512 * D, N * D * 128 + 196 * 512 * (2 * N + D)],
    ['dinovit', {}, N * (8 * D * D + 2 * N * D) + 4 * D * D, N * (12 * D * D + 2 * N * D)],
  ])('%s %o', (name, options, factored, reference) => {
    expect(count(name, options)).toEqual({
      factored: factored + D * C,
      reference: reference + D * C,
    });
  });

  it('counts one token more for the variants with [CLS]', () => {
    const { factored, reference } = count('ep_all', { queries: 8 });
    expect(factored - count('ep', { queries: 8 }).factored).toBe(2 * D * 8);
    expect(reference - count('ep', { queries: 8 }).reference).toBe(D * (8 + D) + D);
  });
});

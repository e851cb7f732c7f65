import { expect, it } from 'vitest';
import { sizeOf } from '../../graph/value';
import { seededRandom } from '../../numbers/random';
import { PROBES, PROBES_WITH_CLS } from '../../probes/methods/list';
import { tokensShape } from '../../probes/probe';
import { loadNodeRuntime } from '../../testing/onnxruntime-node';
import { headLayout, startHead } from '../model/head';
import { HeadRunner } from './runner';

const SIZE = { batch: 2, patches: 16, width: 48, classes: 3 };

/** Heads or queries of every probe that attends, as the paper sets them. */
const MAPS: Record<string, number> = {
  ep: 8,
  abmilp: 1,
  simpool: 1,
  esimpool: 12,
  clip: 4,
  siglip: 8,
  aim: 16,
  cbam: 1,
  coca: 8,
  cait: 4,
  dinovit: 8,
  jepa: 16,
  dolg: 1,
  cae: 8,
};

it.each([...PROBES, ...PROBES_WITH_CLS].map((probe) => [probe.name, probe] as const))(
  'the maps of a fresh %s head are (B, M, N), over the patches alone, each with sum 1',
  async (name, probe) => {
    const runtime = await loadNodeRuntime();
    const random = seededRandom(3);
    const head = startHead(headLayout(probe, {}, SIZE, SIZE.classes), random);
    const runner = await HeadRunner.create(runtime, { probe, options: {}, ...SIZE });
    const dims = tokensShape(probe.reads, SIZE);
    const tokens = Float32Array.from({ length: sizeOf(dims) }, () => 4 * random() - 2);
    const { attention } = await runner.run(head, new runtime.Tensor('float32', tokens, dims));
    await runner.release();

    const maps = MAPS[name.replace(/_all$/, '')];
    if (maps === undefined) {
      expect(attention).toBeNull();
      return;
    }
    expect(attention).toHaveLength(SIZE.batch * maps * SIZE.patches);
    for (let row = 0; row < SIZE.batch * maps; row++) {
      const map = [...(attention ?? [])].slice(row * SIZE.patches, (row + 1) * SIZE.patches);
      expect(Math.min(...map)).toBeGreaterThanOrEqual(0);
      expect(map.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 5);
    }
  },
);

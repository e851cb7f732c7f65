import type { InferenceSession } from 'onnxruntime-common';
import { findBackbone } from '../src/backbones/catalogue';
import { serve } from '../src/bridge/host';
import { readSafetensors } from '../src/files/safetensors';
import { ep } from '../src/probes/ep';
import { gap } from '../src/probes/gap';
import type { Probe } from '../src/probes/probe';
import { loadRuntime } from '../src/runtime/onnxruntime';
import type { Runtime } from '../src/runtime/runtime';
import { headLayout, startHead } from '../src/training/head';
import { seededRandom } from '../src/training/random';
import type { HeadShape } from '../src/training/step-graph';
import { type Batch, Stepper } from '../src/training/stepper';
import { probeOfCase, runCase } from '../tools/parity/run-case';
import type { LabCalls, StepProbe } from './lab-api';
import { referenceEp } from './reference-ep';

const PROBES: Record<StepProbe, Probe> = { ep, gap, 'ep-reference': referenceEp };
/** The size that design.md's measurements are of. */
const SIZE = { batch: 100, patches: 256, width: 384, classes: 10 };
const QUERIES = { queries: 8, dOut: 1 };
const RATES = { queries: 0.1, other: 1e-3 };

let runtime: Runtime;

serve<LabCalls>({
  async load({ device, threads }) {
    runtime = await loadRuntime(device, { threads });
    return { device: runtime.device };
  },

  async steps({ probes, rounds }) {
    const batch = randomBatch();
    const steppers = new Map<StepProbe, Stepper>();
    for (const name of probes) steppers.set(name, await makeStepper(PROBES[name]));
    const times: Record<StepProbe, number[]> = { ep: [], 'ep-reference': [], gap: [] };
    for (let round = -2; round < rounds; round++) {
      for (const [name, stepper] of steppers) {
        const milliseconds = await timed(() => stepper.step(batch, RATES));
        // The first rounds only warm up.
        if (round >= 0) times[name].push(milliseconds);
      }
    }
    for (const stepper of steppers.values()) await stepper.release();
    return times;
  },

  async backbone({ id, rounds }) {
    const backbone = findBackbone(id);
    const response = await fetch(new URL(`/${backbone.file}`, location.href));
    const model = new Uint8Array(await response.arrayBuffer());
    let session: InferenceSession | undefined;
    const create = await timed(async () => {
      session = await runtime.createSession(model);
    });
    const random = seededRandom(1);
    const pixels = Float32Array.from({ length: 3 * backbone.crop ** 2 }, () => random() * 4 - 2);
    const dims = [1, 3, backbone.crop, backbone.crop];
    const image: number[] = [];
    for (let round = -1; round < rounds; round++) {
      const milliseconds = await timed(async () => {
        if (!session) return;
        const feeds = { [backbone.input]: new runtime.Tensor('float32', pixels, dims) };
        const outputs = await runtime.run(session, feeds);
        await outputs[backbone.output]?.getData();
      });
      if (round >= 0) image.push(milliseconds);
    }
    await session?.release();
    return { image, create };
  },

  async createSession({ rounds }) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      let stepper: Stepper | undefined;
      times.push(
        await timed(async () => {
          stepper = await makeStepper(ep);
        }),
      );
      await stepper?.release();
    }
    return times;
  },

  async parity({ caseName, recording }) {
    const probe = probeOfCase(caseName);
    if (!probe) throw new Error(`No probe for the case ${caseName}.`);
    return runCase(runtime, probe, readSafetensors(recording));
  },
});

async function makeStepper(probe: Probe): Promise<Stepper> {
  const options = probe.name === 'gap' ? {} : QUERIES;
  const shape: HeadShape = { probe, options, ...SIZE };
  const layout = headLayout(probe, options, SIZE, SIZE.classes);
  const start = startHead(layout, seededRandom(2));
  const settings = {
    optimiser: 'adamw',
    momentum: 0.9,
    weightDecay: { queries: 0, other: 0.05 },
  } as const;
  return Stepper.create(runtime, shape, settings, start);
}

function randomBatch(): Batch {
  const { batch, patches, width, classes } = SIZE;
  const random = seededRandom(3);
  const tokens = Float32Array.from({ length: batch * patches * width }, () => random() * 2 - 1);
  const targets = new Float32Array(batch * classes);
  for (let image = 0; image < batch; image++) targets[image * classes + (image % classes)] = 1;
  return {
    tokens: new runtime.Tensor('float32', tokens, [batch, patches, width]),
    targets: new runtime.Tensor('float32', targets, [batch, classes]),
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

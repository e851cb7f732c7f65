import type { InferenceSession } from 'onnxruntime-common';
import { filesOf } from '../src/backbones/backbone';
import { findBackbone } from '../src/backbones/catalogue';
import { serve } from '../src/bridge/host';
import { readSafetensors } from '../src/files/safetensors';
import { sizeOf } from '../src/graph/value';
import { findProbe } from '../src/probes/list';
import { type Probe, type Reads, tokensShape } from '../src/probes/probe';
import { REFERENCE_FORMS } from '../src/probes/reference-forms';
import { loadRuntime } from '../src/runtime/onnxruntime';
import type { Runtime } from '../src/runtime/runtime';
import { headLayout, startHead } from '../src/training/head';
import { seededRandom } from '../src/training/random';
import { type Batch, Stepper } from '../src/training/stepper';
import { probeOfCase, runCase } from '../tools/parity/run-case';
import type { LabCalls, StepRun, StepSize } from './lab-api';

const RATES = { queries: 0.1, other: 1e-3 };

let runtime: Runtime;

serve<LabCalls>({
  async load({ device, threads }) {
    runtime = await loadRuntime(device, { threads });
    return { device: runtime.device };
  },

  async steps({ runs, size, rounds }) {
    const batches = {
      patches: randomBatch('patches', size),
      cls: randomBatch('cls', size),
      all: randomBatch('all', size),
    };
    const steppers: { stepper: Stepper; batch: Batch }[] = [];
    for (const run of runs) {
      const batch = batches[findProbe(run.probe.name).reads];
      steppers.push({ stepper: await makeStepper(run, size), batch });
    }
    const times: number[][] = runs.map(() => []);
    for (let round = -2; round < rounds; round++) {
      for (const [index, { stepper, batch }] of steppers.entries()) {
        const milliseconds = await timed(() => stepper.step(batch, RATES));
        // The first rounds only warm up.
        if (round >= 0) times[index]?.push(milliseconds);
      }
    }
    for (const { stepper } of steppers) await stepper.release();
    return times;
  },

  async backbone({ id, rounds }) {
    const backbone = findBackbone(id);
    const response = await fetch(new URL(`/${filesOf(backbone).graph.path}`, location.href));
    const model = new Uint8Array(await response.arrayBuffer());
    let session: InferenceSession | undefined;
    const create = await timed(async () => {
      session = await runtime.createSession(model);
    });
    const { crop } = backbone.preprocessing;
    const random = seededRandom(1);
    const pixels = Float32Array.from({ length: 3 * crop ** 2 }, () => random() * 4 - 2);
    const dims = [1, 3, crop, crop];
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

  async createSession({ run, size, rounds }) {
    const times: number[] = [];
    for (let round = 0; round < rounds; round++) {
      let stepper: Stepper | undefined;
      times.push(
        await timed(async () => {
          stepper = await makeStepper(run, size);
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

async function makeStepper({ probe: choice, form }: StepRun, size: StepSize): Promise<Stepper> {
  const found = findProbe(choice.name);
  const probe = form === 'reference' ? inReferenceForm(found) : found;
  const { options } = choice;
  const layout = headLayout(probe, options, size, size.classes);
  const start = startHead(layout, seededRandom(2));
  const settings = {
    optimiser: 'adamw',
    momentum: 0.9,
    weightDecay: { queries: 0, other: 0.05 },
  } as const;
  return Stepper.create(runtime, { probe, options, ...size }, settings, start);
}

/** @throws when the probe has no other form. */
function inReferenceForm(probe: Probe): Probe {
  const pool = REFERENCE_FORMS[probe.name];
  if (!pool) throw new Error(`${probe.label} has no reference form.`);
  return { ...probe, pool: (inputs) => ({ descriptor: pool(inputs), attention: null }) };
}

function randomBatch(reads: Reads, size: StepSize): Batch {
  const { batch, classes } = size;
  const random = seededRandom(3);
  const dims = tokensShape(reads, size);
  const tokens = Float32Array.from({ length: sizeOf(dims) }, () => random() * 2 - 1);
  const targets = new Float32Array(batch * classes);
  for (let image = 0; image < batch; image++) targets[image * classes + (image % classes)] = 1;
  return {
    tokens: new runtime.Tensor('float32', tokens, dims),
    targets: new runtime.Tensor('float32', targets, [batch, classes]),
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

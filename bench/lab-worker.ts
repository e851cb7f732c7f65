import { serve } from '../src/bridge/host';
import { readSafetensors } from '../src/export/safetensors';
import { sizeOf } from '../src/graph/value';
import { seededRandom } from '../src/numbers/random';
import { findProbe } from '../src/probes/methods/list';
import { type Probe, type Reads, tokensShape } from '../src/probes/probe';
import { REFERENCE_FORMS } from '../src/probes/reference-forms';
import { loadRuntime } from '../src/runtime/onnxruntime';
import type { Runtime } from '../src/runtime/runtime';
import { headLayout, startHead } from '../src/training/model/head';
import { type Batch, Stepper } from '../src/training/step/stepper';
import { probeOfCase, runCase } from '../tools/parity/run-case';
import type { LabCalls, StepRun, StepSize } from './lab-api';
import { timeEncoder, tokensOf } from './lab-encoder';
import { timed } from './timed';

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

  backbone: ({ model, rounds }) => timeEncoder(runtime, model, rounds),

  tokens: ({ model, tokens }) => tokensOf(runtime, model, tokens),

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

/**
 * Records what native onnxruntime makes of the test pattern, for `native-tokens.test.ts`:
 *
 *     npx tsx tools/record-tokens.ts hiera-tiny-224 --runtime DIR
 *     npx tsx tools/record-tokens.ts hiera-tiny-448 --runtime DIR
 *     npx tsx tools/record-tokens.ts deit-tiny-224 --runtime DIR --model FILE
 *
 * Run by hand, once for each model. DIR is a folder with onnxruntime-node in it, which at a quarter
 * of a gigabyte is no dependency of the project. FILE is the model, where it isn't a bundled one.
 */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { InferenceSession, TensorConstructor } from 'onnxruntime-common';
import {
  chosenTokens,
  RECORDED,
  type RecordedTokens,
  takeTokens,
} from '../src/testing/recorded-tokens';
import { testPattern } from '../src/testing/test-pattern';

interface NativeRuntime {
  InferenceSession: { create(file: string): Promise<InferenceSession> };
  Tensor: TensorConstructor;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { runtime: { type: 'string' }, model: { type: 'string' } },
});
const chosen = RECORDED.find(({ id }) => id === positionals[0]);
if (!chosen) fail(`Say which model: ${RECORDED.map(({ id }) => id).join(', ')}.`);
const model = values.model ?? bundled(chosen.id);
if (!existsSync(model)) fail(`${model} does not exist. Name the model's file with --model.`);

const { runtime, version } = loadNative(values.runtime ?? '.');
const folder = mkdtempSync(path.join(tmpdir(), 'record-tokens-'));
try {
  // Native onnxruntime takes outside weights only from the model's own folder.
  copyFileSync(model, path.join(folder, 'model.onnx'));
  for (const id of chosen.weights) copyFileSync(bundled(id), path.join(folder, `${id}.onnx`));
  const session = await runtime.InferenceSession.create(path.join(folder, 'model.onnx'));
  const { size } = chosen;
  const pixels = new runtime.Tensor('float32', testPattern(size), [1, 3, size, size]);
  const { last_hidden_state: output } = await session.run({ pixel_values: pixels });
  const [batch = 0, count = 0, width = 0] = output?.dims ?? [];
  const tokens = chosenTokens(count);
  const taken = takeTokens(output?.data as Float32Array, width, tokens);
  const recorded: RecordedTokens = {
    model: createHash('sha256').update(readFileSync(model)).digest('hex'),
    runtime: `onnxruntime-node ${version}`,
    size,
    shape: [batch, count, width],
    tokens,
    values: Buffer.from(taken.buffer).toString('base64'),
  };
  const out = path.join(root, 'src/backbones/encode/golden', `${chosen.id}.json`);
  writeFileSync(out, `${JSON.stringify(recorded, null, 2)}\n`);
  console.log(`Wrote ${out}: ${tokens.length} of ${count} tokens.`);
} finally {
  rmSync(folder, { recursive: true });
}

function bundled(id: string): string {
  return path.join(root, 'public/models', id, 'model.onnx');
}

function loadNative(directory: string): { runtime: NativeRuntime; version: string } {
  const require = createRequire(path.resolve(directory, 'package.json'));
  try {
    const runtime = require('onnxruntime-node') as NativeRuntime;
    const { version } = require('onnxruntime-node/package.json') as { version: string };
    return { runtime, version };
  } catch {
    return fail(
      `There is no onnxruntime-node in ${path.resolve(directory)}. In an empty folder, run` +
        ' `npm install onnxruntime-node@1.30.0 --ignore-scripts`, and name that folder with --runtime.',
    );
  }
}

function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

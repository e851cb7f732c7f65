import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadNodeRuntime } from '../../testing/onnxruntime-node';
import {
  decodeValues,
  RECORDED,
  type RecordedTokens,
  relativeError,
  takeTokens,
} from '../../testing/recorded-tokens';
import { testPattern } from '../../testing/test-pattern';

/**
 * Models that are not bundled are compared only where a variable names their file, for example
 * `DEIT_TINY_224=…/model.onnx npx vitest run src/backbones/encode/native-tokens`. Without it their test is
 * listed as skipped.
 */
const files: Record<string, string | undefined> = {
  'hiera-tiny-224': bundled('hiera-tiny-224'),
  'hiera-tiny-448': bundled('hiera-tiny-448'),
  'deit-tiny-224': process.env.DEIT_TINY_224,
};

const runtime = await loadNodeRuntime();

for (const { id, weights } of RECORDED) {
  const file = files[id];
  test.skipIf(!file)(`${id}: tokens equal native onnxruntime's to 1e-3`, async () => {
    const recorded = JSON.parse(
      readFileSync(new URL(`golden/${id}.json`, import.meta.url), 'utf8'),
    ) as RecordedTokens;
    const model = read(file ?? '');
    const session = await runtime.createSession(model, {
      externalData: weights.map((other) => ({ path: `${other}.onnx`, data: read(bundled(other)) })),
    });
    const { size, shape, tokens, values } = recorded;
    const pixels = new runtime.Tensor('float32', testPattern(size), [1, 3, size, size]);
    const { last_hidden_state: output } = await runtime.run(session, { pixel_values: pixels });
    await session.release();
    expect(output?.dims).toEqual(shape);
    const width = shape[2];
    const found = takeTokens(output?.data as Float32Array, width, tokens);
    const error = relativeError(found, decodeValues(values), width);
    const same = createHash('sha256').update(model).digest('hex') === recorded.model;
    expect(error, same ? 'the recorded model' : 'another file').toBeLessThan(1e-3);
  });
}

test('an error in one token counts by that token, and a NaN never passes', () => {
  const recorded = new Float32Array([100, 0, 0, 1]);
  expect(relativeError(new Float32Array([100, 0, 0, 2]), recorded, 2)).toBe(1);
  expect(relativeError(new Float32Array([100, Number.NaN, 0, 1]), recorded, 2)).toBeNaN();
});

function bundled(id: string): string {
  return fileURLToPath(new URL(`../../../public/models/${id}/model.onnx`, import.meta.url));
}

function read(file: string): Uint8Array {
  return new Uint8Array(readFileSync(file));
}

/**
 * `npx tsx tools/record-lab-tokens.ts`: writes the tokens of the example's image to
 * `tools/lab/recorded/`, for the lab. They are kept in few directions: those in which they vary most,
 * and their mean, so that colours and cosines are close to those of the whole tokens.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { filesOf } from '../src/backbones/backbone';
import { DEFAULT_BACKBONE, findBackbone } from '../src/backbones/catalogue/catalogue';
import { normalise } from '../src/backbones/encode/normalise';
import { readTokens } from '../src/backbones/encode/read-tokens';
import { leadingDirections } from '../src/numbers/block-krylov';
import { dot, meanRow } from '../src/numbers/vectors';
import { loadNodeRuntime } from '../src/testing/onnxruntime-node';
import type { RecordedTokens } from './lab/recorded-tokens';

const DIRECTIONS = 24;
const root = path.join(import.meta.dirname, '..');
const backbone = findBackbone([], DEFAULT_BACKBONE);
const { crop } = backbone.preprocessing;

const runtime = await loadNodeRuntime({ threads: 2 });
const { graph } = filesOf(backbone);
const encoder = await runtime.createSession(readFileSync(path.join(root, 'public', graph.path)));
const pixels = await sharp(path.join(root, 'public/example/example.png'))
  .resize(crop, crop)
  .ensureAlpha()
  .raw()
  .toBuffer();
const input = normalise(new Uint8ClampedArray(pixels), backbone.preprocessing);
const tensor = new runtime.Tensor('float32', input, [1, 3, crop, crop]);
const outputs = await runtime.run(encoder, { [backbone.input]: tensor }, [backbone.output]);
const { data, prefixTokens, patches, width } = readTokens(outputs[backbone.output], backbone);

const tokens = data.subarray(prefixTokens * width);
const mean = meanRow(tokens, width);
const centred = tokens.map((value, i) => value - (mean[i % width] ?? 0));
const directions = leadingDirections(centred, width, DIRECTIONS).map(({ vector }) => vector);
// What the mean has outside of these directions is one more, at right angles to them.
const rest = directions.reduce((left, direction) => {
  const along = dot(left, 0, direction);
  return left.map((value, i) => value - along * (direction[i] ?? 0));
}, mean);
const length = Math.sqrt(dot(rest, 0, rest));
const axes = [...directions, rest.map((value) => value / length)];
const values = Float32Array.from({ length: patches * axes.length }, (_, i) => {
  const [patch, axis] = [Math.floor(i / axes.length), i % axes.length];
  return dot(tokens, patch * width, axes[axis] ?? rest);
});
// Rounded as they are for keeping: two decimals are finer than a colour.
const file: RecordedTokens = {
  grid: backbone.grid,
  width: axes.length,
  values: Array.from(values, (value) => Number(value.toFixed(2))).join(' '),
};
const out = path.join(root, 'tools/lab/recorded/tokens.json');
writeFileSync(out, `${JSON.stringify(file, null, 2)}\n`);
const squares = (of: Float32Array) => of.reduce((sum, value) => sum + value ** 2, 0);
const kept = squares(values) / squares(tokens);
console.log(`Recorded ${patches} tokens with ${(100 * kept).toFixed(1)} % of their squares.`);
process.exit(0);

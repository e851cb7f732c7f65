import {
  add,
  div,
  exp,
  log,
  mul,
  reduceSum,
  relu,
  reshape,
  sqrt,
  sub,
} from '../../graph/operators';
import type { Value } from '../../graph/value';
import { asMap } from '../layers/as-map';
import { affine } from '../layers/attend';
import { batchNorm } from '../layers/batch-norm';
import { foldFirstLayer } from '../layers/fold';
import { linearLayer, module } from '../layers/layers';
import { linearParameters, normParameters } from '../layers/parameters';
import { poolTokens } from '../layers/pooling';
import { type Probe, pick } from '../probe';

const EPS = 1e-5;

/** DOLG's local branch: every patch is weighted by an attention that is no softmax. */
export const dolg: Probe = {
  name: 'dolg',
  label: 'DOLG',
  reference: 'Yang et al., ICCV 2021',
  reads: 'patches',
  options: [],
  mapCount: () => 1,
  splitsLogits: true,
  recogniseOptions: () => ({}),
  descriptorWidth: (width) => width,

  parameters: ({ width }) => [
    ...convolution('conv1', width, width),
    ...normParameters('bn', width),
    ...convolution('conv2', width, 1),
  ],

  buffers: ({ width }) => [
    { name: 'bn.running_mean', shape: [width], start: 0 },
    { name: 'bn.running_var', shape: [width], start: 1 },
  ],

  pool({ tokens, parameters, buffers, batch, patches, width, training }) {
    const convolve = (values: Value, name: string, outputs: number) => {
      const [weight, bias] = module(parameters, name);
      return linearLayer(values, reshape(weight, [outputs, width]), bias);
    };
    const { normalised, running } = batchNorm(
      convolve(tokens, 'conv1', width),
      { mean: pick(buffers, 'bn.running_mean'), variance: pick(buffers, 'bn.running_var') },
      { eps: EPS, training },
    );
    const features = affine(normalised, ...module(parameters, 'bn'));
    const asRow = (values: Value) => reshape(values, [batch, 1, patches]);
    const weights = asRow(softplus(convolve(relu(features), 'conv2', 1)));
    const lengths = asRow(sqrt(reduceSum(mul(features, features), [2], true)));
    // The weights are of directions; dividing them instead of every feature is the same for less.
    const pooling = poolTokens(div(weights, mul(lengths, patches)), features);
    return {
      descriptor: reshape(pooling.sum, [batch, width]),
      attention: asMap(weights),
      pooling: { ...pooling, weights },
      buffers: { 'bn.running_mean': running.mean, 'bn.running_var': running.variance },
    };
  },

  fold: foldFirstLayer('conv1'),
};

/** log(1 + eˣ) as max(x, 0) + log(1 + e^−|x|), which can't overflow. */
function softplus(values: Value): Value {
  const positive = relu(values);
  const minusAbsolute = sub(values, mul(positive, 2));
  return add(positive, log(add(exp(minusAbsolute), 1)));
}

/** A 1×1 convolution as the authors start it: He's normal distribution by its outputs. */
function convolution(name: string, inputs: number, outputs: number) {
  const start = { kind: 'normal', deviation: Math.sqrt(2 / outputs) } as const;
  return linearParameters(name, inputs, outputs, { kernel: [1, 1] }).map((spec) =>
    spec.name.endsWith('weight') ? { ...spec, start } : spec,
  );
}

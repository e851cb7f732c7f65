import {
  add,
  concat,
  div,
  matMul,
  mul,
  reduceMax,
  reduceMean,
  relu,
  reshape,
  tanh,
} from '../../graph/operators';
import type { Value } from '../../graph/value';
import { AppError } from '../../vocabulary/failures';
import { asMap } from '../layers/as-map';
import { affine } from '../layers/attend';
import { batchNorm } from '../layers/batch-norm';
import { convolveGrid } from '../layers/convolve-grid';
import { linearLayer, module } from '../layers/layers';
import { linearParameters, normParameters } from '../layers/parameters';
import { type Probe, pick } from '../probe';

const REDUCTION = 16;
const KERNEL = 7;
const EPS = 1e-5;
const NORM = 'spatial.conv.bn';

/** CBAM: one gate for the channels, one for the places, then the mean. */
export const cbam: Probe = {
  name: 'cbam',
  label: 'CBAM',
  reference: 'Woo et al., ECCV 2018',
  reads: 'patches',
  options: [],
  mapCount: () => 1,
  splitsLogits: false,
  recogniseOptions: () => ({}),
  descriptorWidth: (width) => width,

  parameters: ({ width }) => {
    const hidden = Math.ceil(width / REDUCTION);
    const plain = { bias: false, kernel: [1, 1] };
    return [
      ...linearParameters('channel.fc1', width, hidden, plain),
      ...linearParameters('channel.fc2', hidden, width, plain),
      ...linearParameters('spatial.conv.conv', 2, 1, { bias: false, kernel: [KERNEL, KERNEL] }),
      ...normParameters(NORM, 1),
    ];
  },

  buffers: () => [
    { name: `${NORM}.running_mean`, shape: [1], start: 0 },
    { name: `${NORM}.running_var`, shape: [1], start: 1 },
  ],

  pool({ tokens, parameters, buffers, batch, patches, width, training }) {
    const side = Math.sqrt(patches);
    if (!Number.isInteger(side)) {
      throw new AppError({ code: 'grid-not-square', probe: cbam.label, patches });
    }
    const squeeze = (values: Value) => {
      const hidden = relu(linearLayer(values, matrix(pick(parameters, 'channel.fc1.weight'))));
      return linearLayer(hidden, matrix(pick(parameters, 'channel.fc2.weight')));
    };
    const channelGate = reshape(
      sigmoid(add(squeeze(reduceMean(tokens, [1])), squeeze(reduceMax(tokens, [1])))),
      [batch, 1, width],
    );

    const mean = matMul(tokens, reshape(div(channelGate, width), [batch, width, 1]));
    const largest = reduceMax(mul(tokens, channelGate), [2], true);
    const grid = reshape(concat([mean, largest], 2), [batch, side, side, 2]);
    const convolved = convolveGrid(grid, pick(parameters, 'spatial.conv.conv.weight'));
    const { normalised, running } = batchNorm(
      reshape(convolved, [batch, patches, 1]),
      {
        mean: pick(buffers, `${NORM}.running_mean`),
        variance: pick(buffers, `${NORM}.running_var`),
      },
      { eps: EPS, training },
    );
    const spatialGate = reshape(sigmoid(affine(normalised, ...module(parameters, NORM))), [
      batch,
      1,
      patches,
    ]);

    // ReLU(x + x · gates) = ReLU(x) · (1 + gates), because the gates are positive: what is left of
    // the mean over the patches is one product with tokens that never change.
    const positive = relu(tokens);
    const gated = mul(channelGate, div(matMul(spatialGate, positive), patches));
    return {
      descriptor: add(reduceMean(positive, [1]), reshape(gated, [batch, width])),
      attention: asMap(spatialGate),
      buffers: {
        [`${NORM}.running_mean`]: running.mean,
        [`${NORM}.running_var`]: running.variance,
      },
    };
  },
};

/** A 1×1 convolution's weights as a matrix. */
function matrix(weight: Value): Value {
  return reshape(weight, weight.shape.slice(0, 2));
}

/** 1 / (1 + e⁻ˣ), written so that nothing overflows. */
function sigmoid(values: Value): Value {
  return add(mul(tanh(mul(values, 0.5)), 0.5), 0.5);
}

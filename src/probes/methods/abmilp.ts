import { reshape, softmax, tanh } from '../../graph/operators';
import { linearLayer, module } from '../layers/layers';
import { linearParameters } from '../layers/parameters';
import { poolTokens } from '../layers/pooling';
import { selfAttention } from '../layers/self-attention';
import { type OptionSpec, optionValue, type Probe, pick } from '../probe';

/** 1: with self-attention before the scores; 0: without, as in the paper's AbMILP. */
const attends: OptionSpec = {
  key: 'selfAttention',
  default: 1,
  values: () => [0, 1],
};

/** Attention-based multiple-instance learning: a small network scores every patch by itself. */
export const abmilp: Probe = {
  name: 'abmilp',
  label: 'AbMILP',
  reference: 'Rymarczyk et al., WACV 2021',
  reads: 'patches',
  options: [attends],
  mapCount: () => 1,
  splitsLogits: true,
  recogniseOptions: (shapes) => ({ selfAttention: 'self_attn.qkv.weight' in shapes ? 1 : 0 }),
  descriptorWidth: (width) => width,

  parameters: ({ width }, options) => [
    ...(optionValue(attends, options) === 1
      ? [
          ...linearParameters('self_attn.qkv', width, 3 * width, { bias: false }),
          ...linearParameters('self_attn.proj', width, width),
        ]
      : []),
    ...linearParameters('attention_predictor.0', width, width),
    ...linearParameters('attention_predictor.2', width, 1),
  ],

  pool({ tokens, parameters, batch, patches, width, options }) {
    let seen = tokens;
    if (optionValue(attends, options) === 1) {
      const { attended } = selfAttention(tokens, pick(parameters, 'self_attn.qkv.weight'), 1);
      seen = linearLayer(attended, ...module(parameters, 'self_attn.proj'));
    }
    const hidden = tanh(linearLayer(seen, ...module(parameters, 'attention_predictor.0')));
    // The last bias adds the same to every patch: the softmax ignores it.
    const scores = linearLayer(hidden, pick(parameters, 'attention_predictor.2.weight'));
    const attention = softmax(reshape(scores, [batch, 1, patches]));
    const pooling = poolTokens(attention, seen);
    return { descriptor: reshape(pooling.sum, [batch, width]), attention, pooling };
  },
};

import {
  add,
  concat,
  expand,
  matMul,
  mul,
  reduceMean,
  reshape,
  slice,
  softmax,
  transpose,
} from '../graph/operators';
import type { Value } from '../graph/value';
import { batchNorm } from './layers/batch-norm';
import { layerNorm, linearLayer, mlp, module } from './layers/layers';
import { selfAttention } from './layers/self-attention';
import { type PoolInputs, pick } from './probe';

/**
 * The poolings as the authors' modules compute them: every patch is projected, then pooled. They are
 * the same functions as the probes' own `pool`, at a higher cost: for counting multiply-adds, for
 * timing, and for checking. By the probe's name; a probe that is missing has no other form.
 */
export const REFERENCE_FORMS: Readonly<Record<string, (inputs: PoolInputs) => Value>> = {
  ep({ tokens, parameters, batch, patches, width }) {
    const queries = pick(parameters, 'cls_token');
    const M = queries.shape[1] ?? 0;
    const q = reshape(mul(queries, width ** -0.5), [M, width]);
    const attention = softmax(transpose(linearLayer(tokens, q)));
    const values = splitHeads(linearLayer(tokens, pick(parameters, 'v.weight')), M);
    return joinHeads(matMul(reshape(attention, [batch, M, 1, patches]), values));
  },

  simpool({ tokens, parameters }) {
    const normalised = layerNorm(tokens, ...module(parameters, 'norm_patches'), 1e-6);
    const query = linearLayer(oneRow(reduceMean(tokens, [1])), pick(parameters, 'wq.weight'));
    return attention(query, linearLayer(normalised, pick(parameters, 'wk.weight')), normalised, 1);
  },

  clip({ tokens, parameters, width }) {
    const normalised = layerNorm(tokens, ...module(parameters, 'norm'), 1e-6);
    const mean = oneRow(reduceMean(normalised, [1]));
    const all = add(concat([mean, normalised], 1), pick(parameters, 'pos_embed'));
    const projected = linearLayer(all, ...module(parameters, 'qkv'));
    const part = (index: number) => slice(projected, 2, index * width, (index + 1) * width);
    const attended = attentionRows(part(0), part(1), part(2), 4);
    return firstRow(linearLayer(attended, ...module(parameters, 'proj')));
  },

  siglip({ tokens, parameters, batch, width }) {
    const latent = linearLayer(pick(parameters, 'latent'), ...module(parameters, 'q'));
    const projected = linearLayer(tokens, ...module(parameters, 'kv'));
    const attended = attention(
      expand(latent, [batch, 1, width]),
      slice(projected, 2, 0, width),
      slice(projected, 2, width, 2 * width),
      8,
    );
    const result = linearLayer(attended, ...module(parameters, 'proj'));
    return add(result, mlp(result, parameters, 'mlp'));
  },

  aim({ tokens, parameters, buffers, batch, width, training }) {
    const { normalised } = batchNorm(
      tokens,
      { mean: pick(buffers, 'bn.running_mean'), variance: pick(buffers, 'bn.running_var') },
      { eps: 1e-6, training },
    );
    return attention(
      expand(pick(parameters, 'cls_token'), [batch, 1, width]),
      linearLayer(normalised, pick(parameters, 'k.weight')),
      linearLayer(normalised, pick(parameters, 'v.weight')),
      16,
    );
  },

  coca({ tokens, parameters, buffers, batch }) {
    const queries = pick(parameters, 'img_queries');
    const normalised = layerNorm(
      queries,
      pick(parameters, 'norm.gamma'),
      pick(buffers, 'norm.beta'),
      1e-5,
    );
    const projected = linearLayer(normalised, pick(parameters, 'to_q.weight'));
    const both = reshape(linearLayer(tokens, pick(parameters, 'to_kv.weight')), [
      batch,
      1,
      tokens.shape[1] ?? 0,
      128,
    ]);
    const [keys, values] = [slice(both, 3, 0, 64), slice(both, 3, 64, 128)];
    const byHead = splitHeads(reshape(mul(projected, 64 ** -0.5), [1, ...projected.shape]), 8);
    const attended = matMul(softmax(matMul(byHead, transpose(keys))), values);
    const joined = reshape(transpose(attended, [0, 2, 1, 3]), [batch, queries.shape[0] ?? 0, 512]);
    return firstRow(linearLayer(joined, pick(parameters, 'to_out.weight')));
  },

  cait({ tokens, parameters, batch, width }) {
    const block = 'blocks_token_only.0';
    const start = pick(parameters, 'cls_token');
    const all = concat([expand(start, [batch, 1, width]), tokens], 1);
    const normalised = layerNorm(all, ...module(parameters, `${block}.norm1`), 1e-6);
    const attended = attention(
      linearLayer(slice(normalised, 1, 0, 1), ...module(parameters, `${block}.attn.q`)),
      linearLayer(normalised, ...module(parameters, `${block}.attn.k`)),
      linearLayer(normalised, ...module(parameters, `${block}.attn.v`)),
      4,
    );
    const projected = linearLayer(attended, ...module(parameters, `${block}.attn.proj`));
    const first = add(
      reshape(start, [width]),
      mul(projected, pick(parameters, `${block}.gamma_1`)),
    );
    const inner = layerNorm(first, ...module(parameters, `${block}.norm2`), 1e-6);
    const second = mul(
      mlp(inner, parameters, `${block}.mlp`),
      pick(parameters, `${block}.gamma_2`),
    );
    return layerNorm(add(first, second), ...module(parameters, 'norm'), 1e-5);
  },

  dinovit({ tokens, parameters }) {
    const block = 'dino_block';
    const normalised = layerNorm(tokens, ...module(parameters, `${block}.norm1`), 1e-5);
    const { attended } = selfAttention(normalised, pick(parameters, `${block}.attn.qkv.weight`), 8);
    const first = add(tokens, linearLayer(attended, ...module(parameters, `${block}.attn.proj`)));
    const inner = layerNorm(first, ...module(parameters, `${block}.norm2`), 1e-5);
    return reduceMean(add(first, mlp(inner, parameters, `${block}.mlp`)), [1]);
  },

  jepa({ tokens, parameters, batch, width }) {
    const block = 'cross_attention_block';
    const start = pick(parameters, 'query_tokens');
    const normalised = layerNorm(tokens, ...module(parameters, `${block}.norm1`), 1e-5);
    const query = linearLayer(start, ...module(parameters, `${block}.xattn.q`));
    const projected = linearLayer(normalised, ...module(parameters, `${block}.xattn.kv`));
    const attended = attention(
      expand(query, [batch, 1, width]),
      slice(projected, 2, 0, width),
      slice(projected, 2, width, 2 * width),
      16,
    );
    const result = linearLayer(attended, ...module(parameters, `${block}.xattn.proj`));
    const first = add(reshape(start, [width]), result);
    const inner = layerNorm(first, ...module(parameters, `${block}.norm2`), 1e-5);
    return add(first, mlp(inner, parameters, `${block}.mlp`));
  },

  cae({ tokens, parameters, batch, width }) {
    const normed = (values: Value, name: string) =>
      layerNorm(values, ...module(parameters, name), 1e-5);
    const of = (values: Value, name: string) =>
      linearLayer(values, pick(parameters, `cross_attn.${name}.weight`));
    const attended = attention(
      expand(of(normed(pick(parameters, 'query_token'), 'norm1_q'), 'q'), [batch, 1, width]),
      of(normed(tokens, 'norm1_k'), 'k'),
      of(normed(tokens, 'norm1_v'), 'v'),
      8,
    );
    return linearLayer(attended, ...module(parameters, 'cross_attn.proj'));
  },
};

/** One query per image: (B, 1, K), keys and values (B, N, K) → (B, K). */
function attention(query: Value, keys: Value, values: Value, heads: number): Value {
  return firstRow(attentionRows(query, keys, values, heads));
}

/** (B, M, K) queries, (B, N, K) keys and values → (B, M, K). */
function attentionRows(queries: Value, keys: Value, values: Value, heads: number): Value {
  const each = (queries.shape[2] ?? 0) / heads;
  const scores = matMul(
    splitHeads(mul(queries, each ** -0.5), heads),
    transpose(splitHeads(keys, heads)),
  );
  const attended = transpose(matMul(softmax(scores), splitHeads(values, heads)), [0, 2, 1, 3]);
  return reshape(attended, queries.shape);
}

/** (B, N, K) → (B, H, N, K / H) */
function splitHeads(values: Value, heads: number): Value {
  const [batch = 0, rows = 0, width = 0] = values.shape;
  return transpose(reshape(values, [batch, rows, heads, width / heads]), [0, 2, 1, 3]);
}

/** (B, H, 1, d) → (B, H · d) */
function joinHeads(values: Value): Value {
  const [batch = 0, heads = 0, , each = 0] = values.shape;
  return reshape(values, [batch, heads * each]);
}

/** (B, D) → (B, 1, D) */
function oneRow(values: Value): Value {
  return reshape(values, [values.shape[0] ?? 0, 1, values.shape[1] ?? 0]);
}

/** (B, M, D) → (B, D), the first of the rows. */
function firstRow(values: Value): Value {
  const [batch = 0, , width = 0] = values.shape;
  return reshape(slice(values, 1, 0, 1), [batch, width]);
}

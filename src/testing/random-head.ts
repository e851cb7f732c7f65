import type { ProbeOptions } from '../probes/choice';
import type { Probe } from '../probes/probe';
import { TokenStore } from '../training/data/token-store';
import type { HeadShape } from '../training/model/forward';
import { type HeadTensors, headLayout, startHead } from '../training/model/head';

/** For tests: tokens with [CLS] whose channels differ in scale and offset. */
export function randomTokens(
  ids: readonly string[],
  { patches, width }: { patches: number; width: number },
  random: () => number,
): TokenStore {
  const store = new TokenStore();
  for (const id of ids) {
    const data = Float32Array.from({ length: (patches + 1) * width }, (_, i) => {
      const channel = i % width;
      return (random() - 0.3) * 3 ** ((channel % 4) - 2) + ((channel % 16) - 4) / 4;
    });
    store.put(id, { data, prefixTokens: 1, patches, width });
  }
  return store;
}

/** For tests: a head with everything away from its start, so that no term of the algebra vanishes. */
export function randomHead(shape: Omit<HeadShape, 'batch'>, random: () => number): HeadTensors {
  const head = startHead(headLayout(shape.probe, shape.options, shape, shape.classes), random);
  for (const tensor of Object.values(head)) {
    tensor.forEach((value, i) => {
      tensor[i] = value + 0.3 * (random() - 0.4);
    });
  }
  return head;
}

/** Every option of a probe at its default. */
export function defaultOptions(probe: Probe): ProbeOptions {
  return Object.fromEntries(probe.options.map((spec) => [spec.key, spec.default]));
}

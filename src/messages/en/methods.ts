import { findMethod } from '../../probes/methods/index';

/** One sentence for people who have never heard of it, by the method's name. */
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  ep: 'Efficient probing: a few learned queries each attend to their own patches, and what they gather is classified.',
  gap: 'Global average pooling: every patch counts the same, then a linear classifier.',
  linear: 'Linear probing: the [CLS] token, the backbone’s own summary, is classified as it is.',
  abmilp:
    'AbMILP: a small network scores every patch by itself, and the patches are averaged by their scores.',
  simpool: 'SimPool: the mean of all patches asks which patches are like it, and gathers those.',
  esimpool:
    'SimPool without its matrices: twelve heads, each comparing its own channels of the patches with their mean.',
  clip: 'CLIP’s attention pooling: the mean patch asks, every patch knows its place, four heads gather.',
  siglip:
    'SigLIP’s pooling: one learned query gathers patches with eight heads, and an MLP refines the result.',
  aim: 'AIM’s probe: one learned query, split over sixteen heads, attends to batch-normalised patches.',
  cbam: 'CBAM: channels and places are turned up or down by two small gates before the patches are averaged.',
  coca: 'CoCa’s pooler: a learned query with eight heads that share their keys and values gathers patches.',
  cait: 'CaiT’s class attention: a learned class token passes through one block that looks at the patches.',
  dinovit:
    'One whole transformer block on top of the backbone, in which all patches look at each other, then their mean.',
  jepa: 'V-JEPA’s probe: a learned query passes through one transformer block that looks at the patches.',
  dolg: 'DOLG’s local branch: patches are projected, weighed one by one, and averaged by their direction.',
  cae: 'CAE’s probe: a learned query gathers patches with eight heads, keys and values normalised apart.',
  knn: 'Nearest neighbours: an image gets the class of the training images that are most like it; nothing is learned.',
};

const OPTIONS: Readonly<Record<string, string>> = {
  queries: 'Queries',
  dOut: 'd_out',
  selfAttention: 'Self-attention',
};

/** Values that numbers say nothing of. */
const OPTION_VALUES: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  selfAttention: { 0: 'off', 1: 'on' },
};

/** Probing methods and their settings. */
export const methods = {
  /** Most are proper names, which stand in `probes/` and are the same in every language. */
  label: (name: string) => findMethod(name).label,
  description,
  /** The same with who described it, for a hint. */
  about: (name: string, reference: string) => `${description(name)} (${reference})`,
  option,
  optionValue,
};

/** What a method does, in a sentence or two. */
function description(name: string): string {
  const own = name.replace(/_all$/, '');
  const sentence = DESCRIPTIONS[own] ?? '';
  return own === name ? sentence : `${sentence} The [CLS] token is one of them.`;
}

/** What a setting is called. */
function option(key: string): string {
  return OPTIONS[key] ?? key;
}

/** A setting's value, a number where that says enough. */
function optionValue(key: string, value: number): string {
  return OPTION_VALUES[key]?.[value] ?? String(value);
}

/** Whether the values of a setting have names of their own. */
export function hasNamedValues(key: string): boolean {
  return key in OPTION_VALUES;
}

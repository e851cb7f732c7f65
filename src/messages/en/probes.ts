import type { OptionKey, ProbeChoice } from '../../probes/choice';
import { baseMethod, findMethod, type MethodName } from '../../probes/methods/list';
import type { PaperRemark } from '../../study/paper-numbers';

/** One sentence for people who have never heard of the method. */
const DESCRIPTIONS: Record<MethodName, string> = {
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

interface OptionWords {
  label: string;
  /** One of its values, beside the label. */
  value(value: number): string;
  /** The setting as part of a probe's name; null where it goes without saying. */
  setting(value: number): string | null;
}

/** The settings that probes have. */
const OPTIONS: Record<OptionKey, OptionWords> = {
  queries: {
    label: 'Queries',
    value: String,
    // EP is known by its number of queries, even where it is the usual one.
    setting: (value) => (value === 1 ? '1 query' : `${value} queries`),
  },
  dOut: {
    label: 'd_out',
    value: String,
    setting: (value) => (value === 1 ? null : `d_out ${value}`),
  },
  selfAttention: {
    label: 'Self-attention',
    value: (value) => (value === 0 ? 'off' : 'on'),
    setting: (value) => `self-attention ${value === 0 ? 'off' : 'on'}`,
  },
};

export const probes = {
  description,

  /** The description with its source, for an explanation. */
  about: (name: string) => `${description(name)} (${findMethod(name).reference})`,

  options: OPTIONS,

  entryName,
  entrySetting,
  entryInSentence,
  entryTag,
  compareEntries,

  /** What is particular about a row of the paper's table. */
  paperRemark(remark: PaperRemark): string {
    if (remark.kind === 'no-cls') return 'no [CLS] token';
    const { patchesAlone } = remark;
    const alone = patchesAlone === null ? '' : `; patches alone ${patchesAlone.toFixed(1)}`;
    return `EP on the patches and the [CLS] token${alone}`;
  },
};

/** @param name of a method; `ep_all` is `ep` with [CLS] among its tokens. */
function description(name: string): string {
  const sentence = DESCRIPTIONS[baseMethod(name)];
  return findMethod(name).reads === 'all'
    ? `${sentence} The [CLS] token is one of them.`
    : sentence;
}

/** "EP, 8 queries", "EP, 16 queries, d_out 4", "SimPool": a probe with the settings that matter. */
export function entryName(choice: ProbeChoice): string {
  return [findMethod(choice.name).label, ...settings(choice)].join(', ');
}

/** "8 queries, d_out 2": the settings alone; empty where there are none to tell apart by. */
export function entrySetting(choice: ProbeChoice): string {
  return settings(choice).join(', ');
}

/** "EP with 8 queries": the same within a sentence. */
export function entryInSentence(choice: ProbeChoice): string {
  const [first, ...rest] = settings(choice);
  const { label } = findMethod(choice.name);
  if (first === undefined) return label;
  return [`${label} with ${first}`, ...rest].join(' and ');
}

/** "EP 8", "EP 16 · d_out 4": the same beside a point of the figure. */
export function entryTag(choice: ProbeChoice): string {
  const { queries } = choice.options;
  const { label } = findMethod(choice.name);
  const rest = settings(choice, (key) => key !== 'queries');
  return [queries === undefined ? label : `${label} ${queries}`, ...rest].join(' · ');
}

/** The order of entries by name: negative where `a` comes before `b`. */
export function compareEntries(a: ProbeChoice, b: ProbeChoice): number {
  return entryName(a).localeCompare(entryName(b), 'en', { numeric: true });
}

function settings(
  { name, options }: ProbeChoice,
  wanted: (key: OptionKey) => boolean = () => true,
): string[] {
  return findMethod(name).options.flatMap(({ key, default: usual }) => {
    const setting = wanted(key) ? OPTIONS[key].setting(options[key] ?? usual) : null;
    return setting === null ? [] : [setting];
  });
}

/** Every setting that some probe has. */
export type OptionKey = 'queries' | 'dOut' | 'selfAttention';

/** Settings of a probe, by `OptionKey`; any of them may be left out, which means its default. */
export type ProbeOptions = Readonly<Record<string, number>>;

/** Which probe to train, with its settings. Names are those of `probes/methods/list.ts`. */
export interface ProbeChoice {
  name: string;
  options: ProbeOptions;
}

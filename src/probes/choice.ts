/** Settings of a probe, by option name (`queries`, `dOut`). Which exist is the probe's own affair. */
export type ProbeOptions = Readonly<Record<string, number>>;

/** Which probe to train, with its settings. Names are those of `probes/list.ts`. */
export interface ProbeChoice {
  name: string;
  options: ProbeOptions;
}

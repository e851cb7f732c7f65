import type { ProbeChoice, ProbeOptions } from '../probes/choice';
import { METHODS } from '../probes/methods/list';
import type { StudyEntry } from '../training/run/compare-api';

/** Settings that the comparison offers of a method; of the others, their defaults. */
const SETTINGS: Readonly<Record<string, readonly ProbeOptions[]>> = {
  ep: [
    { queries: 2, dOut: 1 },
    { queries: 4, dOut: 1 },
    { queries: 8, dOut: 1 },
    { queries: 16, dOut: 1 },
    { queries: 32, dOut: 1 },
    { queries: 8, dOut: 2 },
    { queries: 16, dOut: 4 },
  ],
  abmilp: [{ selfAttention: 1 }, { selfAttention: 0 }],
};

/**
 * Ticked to begin with: the floors, EP from small to large, and the rivals that train in about its
 * time. Those that project every patch (AbMILP, a whole ViT block) take ten to a hundred times that.
 */
const TICKED = ['gap', 'knn', 'ep', 'simpool', 'esimpool', 'aim', 'coca', 'siglip', 'jepa', 'cae'];

/** Always compared: without a floor the others' numbers say little. */
export const FLOORS: readonly string[] = ['knn', 'gap'];

/** Every entry that a study can hold for a backbone, in the order of the page. */
export function studyEntries({ hasCls }: { hasCls: boolean }): StudyEntry[] {
  return METHODS.filter((probe) => hasCls || probe.reads === 'patches').flatMap((probe) => {
    const defaults = Object.fromEntries(probe.options.map((spec) => [spec.key, spec.default]));
    const settings = SETTINGS[probe.name] ?? [defaults];
    return settings.map((options) => studyEntry({ name: probe.name, options }));
  });
}

export function defaultTicked(): string[] {
  return studyEntries({ hasCls: false })
    .filter(({ probe }) => TICKED.includes(probe.name))
    .map(({ key }) => key);
}

/** A probe with its settings as an entry; the same choice has the same key everywhere. */
export function studyEntry(probe: ProbeChoice): StudyEntry {
  const options = Object.entries(probe.options).map(([key, value]) => `${key}=${value}`);
  return { key: [probe.name, ...options].join(' '), probe };
}

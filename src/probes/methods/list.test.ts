import { expect, it } from 'vitest';
import type { ProbeOptions } from '../choice';
import { poolInputs } from '../pool-inputs';
import type { Probe } from '../probe';
import { baseMethod, findMethod, findProbe, METHODS, PROBES, PROBES_WITH_CLS } from './list';

const WIDTH = 48;
const ALL = [...PROBES, ...PROBES_WITH_CLS].map((probe) => [probe.name, probe] as const);

/** Every combination of settings that this width allows. */
function settingsOf({ options: specs }: Probe): ProbeOptions[] {
  return specs.reduce<ProbeOptions[]>(
    (chosen, { key, values }) =>
      chosen.flatMap((options) =>
        values(WIDTH, options).map((value) => ({ ...options, [key]: value })),
      ),
    [{}],
  );
}

it.each(ALL)('%s states as many maps as its graph has, whatever its settings', (_, probe) => {
  for (const options of settingsOf(probe)) {
    const { inputs } = poolInputs({ probe, options, batch: 2, patches: 16, width: WIDTH });
    const { attention } = probe.pool(inputs);
    expect(probe.mapCount(options), JSON.stringify(options)).toBe(attention?.shape[1] ?? 0);
  }
});

it('lists every method under its own name, once', () => {
  const names = METHODS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(findMethod(name).name).toBe(name);
  for (const { name } of PROBES) expect(baseMethod(name)).toBe(name);
});

it('knows a probe without its [CLS], and refuses names that it does not know', () => {
  expect(['ep', 'ep_all', 'knn'].map(baseMethod)).toEqual(['ep', 'ep', 'knn']);
  expect(() => baseMethod('toString')).toThrow('No method');
  expect(() => findProbe('knn')).toThrow('No probe is named "knn"');
});

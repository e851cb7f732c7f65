import { slice } from '../../graph/operators';
import type { Probe } from '../probe';
import { asMap } from './as-map';

const SUFFIX = '_all';

/** The same probe over [CLS] and the patches; its maps show how it divides the patches' share. */
export function withCls(probe: Probe): Probe {
  return {
    ...probe,
    name: `${probe.name}${SUFFIX}`,
    label: `${probe.label} + [CLS]`,
    reads: 'all',
    pool(inputs) {
      const { attention, ...rest } = probe.pool(inputs);
      return {
        ...rest,
        attention: attention && asMap(slice(attention, 2, 1, inputs.patches)),
      };
    },
  };
}

/** `ep` for `ep_all`: the name of the probe that `withCls` was given; any other name as it is. */
export function nameWithoutCls(name: string): string {
  return name.endsWith(SUFFIX) ? name.slice(0, -SUFFIX.length) : name;
}

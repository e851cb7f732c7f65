import { slice } from '../../graph/operators';
import type { Probe } from '../probe';
import { asMap } from './as-map';

/** The same probe over [CLS] and the patches; its maps show how it divides the patches' share. */
export function withCls(probe: Probe): Probe {
  return {
    ...probe,
    name: `${probe.name}_all`,
    label: `${probe.label} + [CLS]`,
    description: `${probe.description} The [CLS] token is one of them.`,
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

import type { Backbone } from '../../backbones/backbone';
import type { ProbeChoice } from '../../probes/choice';
import { METHODS, PROBES } from '../../probes/methods/list';
import { DEFAULT_SETTINGS } from '../slices/training';

/**
 * The chosen probe where a backbone's tokens allow it. Without [CLS] the same probe over the patches
 * takes its place, and EP where there is none; settings that its width does not allow become the
 * nearest smaller ones.
 */
export function probeFor(
  { hasCls, width }: Pick<Backbone, 'hasCls' | 'width'>,
  choice: ProbeChoice,
): ProbeChoice {
  const method = METHODS.find(({ name }) => name === choice.name);
  if (!method) return DEFAULT_SETTINGS.probe;
  if (!hasCls && method.reads !== 'patches') {
    const overPatches = PROBES.find(
      ({ name, reads }) => reads === 'patches' && `${name}_all` === choice.name,
    );
    return overPatches
      ? probeFor({ hasCls, width }, { ...choice, name: overPatches.name })
      : probeFor({ hasCls, width }, DEFAULT_SETTINGS.probe);
  }
  let { options } = choice;
  for (const { key, values } of method.options) {
    const possible = values(width, { ...options });
    const wanted = options[key];
    if (wanted === undefined || possible.length === 0 || possible.includes(wanted)) continue;
    const nearest = possible.filter((value) => value < wanted).at(-1) ?? possible[0] ?? wanted;
    options = { ...options, [key]: nearest };
  }
  return options === choice.options ? choice : { ...choice, options };
}

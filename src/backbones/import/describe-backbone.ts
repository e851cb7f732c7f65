import type { Backbone, Preprocessing } from '../backbone';
import type { GraphFacts } from './recognise';
import type { TokenFacts } from './token-facts';

export interface Described {
  id: string;
  label: string;
  source: Backbone['source'];
  pixels: Omit<Preprocessing, 'crop'>;
  family?: Backbone['family'];
  licence?: Backbone['licence'];
}

/** The backbone that a recognised model is, with what the person said of it. */
export function describeBackbone(
  { input, batch }: Pick<GraphFacts, 'input' | 'batch'>,
  { output, side, grid, patch, prefixTokens, hasCls, registers, width }: TokenFacts,
  {
    id,
    label,
    source,
    pixels: { resize, resample, mean, std },
    family = 'unknown',
    licence = null,
  }: Described,
): Backbone {
  return {
    id,
    label,
    source,
    family,
    licence,
    preprocessing: { resize, resample, crop: side, mean, std },
    patch,
    grid: { height: grid, width: grid },
    prefixTokens,
    hasCls,
    registers,
    width,
    input,
    output,
    batch,
  };
}

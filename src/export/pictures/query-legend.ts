import { evidenceOpacity, type OpacityRule } from '../../figures/maps/opacity';
import {
  cssColour,
  EVIDENCE_AGAINST,
  EVIDENCE_FOR,
  inkOn,
  type Rgb,
} from '../../figures/maps/palette';
import type { Legend, LegendChip } from '../../figures/scene/compose-figure';
import type { Words } from '../../messages/words';

/** A query's number on its colour. */
export function queryChip(query: number, colour: Rgb = [128, 128, 128]): LegendChip {
  return { text: String(query + 1), fill: rgb(colour), ink: inkOn(colour), label: '' };
}

export function queryLegend(colours: readonly Rgb[], words: Words['exports']['picture']): Legend {
  return {
    kind: 'chips',
    title: colours.length === 1 ? words.query : words.queries,
    chips: colours.map((colour, query) => queryChip(query, colour)),
  };
}

/** The colours of evidence, from wholly against to wholly for; `peak` in units of the logit. */
export function evidenceLegend(
  peak: number,
  rule: OpacityRule,
  words: Words['exports']['picture'],
): Legend {
  const steps = 10;
  const shares = Float32Array.from({ length: 2 * steps + 1 }, (_, i) => (i - steps) / steps);
  const opacity = evidenceOpacity(shares, 1, rule);
  return {
    kind: 'scale',
    stops: Array.from(shares, (share, i) => {
      const colour = share < 0 ? EVIDENCE_AGAINST : EVIDENCE_FOR;
      return [(share + 1) / 2, rgb(onPaper(colour, opacity[i] ?? 0))] as const;
    }),
    labels: [words.against(peak), '0', words.for(peak)],
  };
}

/** Mixed with white, since a scale on paper has no photo below it. */
function onPaper([red, green, blue]: Rgb, opacity: number): Rgb {
  const mix = (channel: number) => Math.round(255 + (channel - 255) * opacity);
  return [mix(red), mix(green), mix(blue)];
}

/** With commas, as drawing programs read it; the space-separated form is younger. */
export function rgb(colour: Rgb): string {
  return cssColour(colour).replace(/(\d) (?=\d)/g, '$1, ');
}

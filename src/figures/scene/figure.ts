/** A place on a figure; all lengths are CSS pixels at 1×. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface TextMark {
  kind: 'text';
  text: string;
  /** Where the text starts, has its middle or ends, and the line it stands on. */
  x: number;
  y: number;
  align: 'start' | 'middle' | 'end';
  size: number;
  weight: number;
  fill: string;
}

/** One thing on a figure. `Art` is whatever fills a box: a photo, a map, a chart. */
export type Mark<Art> =
  | TextMark
  | (Box & { kind: 'rect'; fill: string; stroke?: string; radius?: number })
  /** Colours from left to right, each at its share of the width, 0…1. */
  | (Box & { kind: 'ramp'; stops: readonly (readonly [share: number, colour: string])[] })
  | {
      kind: 'line';
      from: readonly [number, number];
      to: readonly [number, number];
      stroke: string;
      strokeWidth: number;
      dash?: string;
    }
  | (Box & { kind: 'art'; art: Art });

/** Marks on white paper, the first below the others. */
export interface Figure<Art> {
  width: number;
  height: number;
  title: string;
  /** The caption in one piece, for those who can't see the figure. */
  description: string;
  marks: readonly Mark<Art>[];
}

/** The page's own face, then what other programs have. */
export const FIGURE_FONT =
  '"Inter Variable", Inter, "Helvetica Neue", Helvetica, Arial, sans-serif';

export const INK = '#17171b';
export const INK_SOFT = '#50505a';
export const HAIRLINE = '#d5d5dc';

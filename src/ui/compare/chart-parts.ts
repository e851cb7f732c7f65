/** What the charts of accuracy share. */

/** Where marks lie, so that the axes don't cross them. */
export const ABOVE_AXES = 700;
export const TICK = { fill: 'var(--ink-3)', fontSize: 11 };
/** The marks draw the points; without a scatter the chart would have no axes. */
export const NO_POINTS: { x: number; y: number }[] = [];

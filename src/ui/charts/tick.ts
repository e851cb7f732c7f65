/** How the numbers along an axis look. */
export const TICK = { fill: 'var(--ink-3)', fontSize: 11 };

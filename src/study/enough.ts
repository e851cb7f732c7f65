/** A 95 % interval wider than this to either side says nothing about two probes. */
export const WIDEST = 0.15;
/** Held-out images below which one of them counts for several points. */
export const FEW_IMAGES = 30;

/**
 * The probability of at least `successes` in `trials` independent trials, each a success with
 * probability `share`.
 * @param share 0…1
 */
export function binomialTail(successes: number, trials: number, share: number): number {
  if (successes <= 0) return 1;
  if (successes > trials || share <= 0) return 0;
  if (share >= 1) return 1;
  // In logarithms: of many trials the single terms are smaller than any number.
  const odds = Math.log(share) - Math.log1p(-share);
  let term = trials * Math.log1p(-share);
  let tail = 0;
  for (let count = 0; count <= trials; count++) {
    if (count >= successes) tail += Math.exp(term);
    term += Math.log((trials - count) / (count + 1)) + odds;
  }
  return Math.min(1, tail);
}

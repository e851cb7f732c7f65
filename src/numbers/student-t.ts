/**
 * Two-sided quantile of Student's t: |T| stays below it with probability `confidence`.
 * @param confidence above 0, below 1
 * @param freedom degrees of freedom, 1 or more
 */
export function studentQuantile(confidence: number, freedom: number): number {
  const outside = (t: number) => incompleteBeta(freedom / 2, 0.5, freedom / (freedom + t * t));
  let [low, high] = [0, 1];
  while (outside(high) > 1 - confidence) high *= 2;
  // Each step halves what is uncertain: after sixty nothing is left of a double.
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (outside(middle) > 1 - confidence) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * The regularised incomplete beta function I_x(a, b), by its continued fraction (Lentz's method;
 * Press et al., Numerical Recipes, 3rd ed., section 6.4).
 */
function incompleteBeta(a: number, b: number, x: number): number {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  // The fraction converges fast on this side only; the other is its complement.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(b, a, 1 - x);
  const tiny = 1e-300;
  const front = Math.exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x),
  );
  let [c, d] = [1, 1 / nonZero(1 - ((a + b) * x) / (a + 1), tiny)];
  let fraction = d;
  for (let m = 1; m < 300; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / nonZero(1 + even * d, tiny);
    c = nonZero(1 + even / c, tiny);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / nonZero(1 + odd * d, tiny);
    c = nonZero(1 + odd / c, tiny);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < 1e-15) break;
  }
  return (front * fraction) / a;
}

function nonZero(value: number, tiny: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}

/** ln Γ(x) for x > 0: Stirling's series, after Γ(x + 1) = x Γ(x) has brought x above 10. */
function logGamma(x: number): number {
  let [shifted, less] = [x, 0];
  for (; shifted < 10; shifted++) less += Math.log(shifted);
  const inverse = 1 / (shifted * shifted);
  const series = (1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse / 1680))) / shifted;
  return (
    (shifted - 0.5) * Math.log(shifted) - shifted + 0.5 * Math.log(2 * Math.PI) + series - less
  );
}

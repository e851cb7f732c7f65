/** "87 %" for 0.871. */
export function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

/** "8.1 %" for 0.0812: for weights, where whole percents are too coarse. */
export function finePercent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}

/** "+1.24", "−0.08" and, for what rounds to nothing, "0.00". */
export function signed(value: number, digits: number): string {
  const size = Math.abs(value).toFixed(digits);
  if (Number(size) === 0) return size;
  return `${value < 0 ? '−' : '+'}${size}`;
}

/** "0.53", "−0.08". */
export function decimal(value: number, digits: number): string {
  return value.toFixed(digits).replace('-', '−');
}

/** "1,364,968". */
export function wholeNumber(value: number): string {
  return value.toLocaleString('en-GB');
}

/** "1 image", "12 images". */
export function count(value: number, singular: string, plural = `${singular}s`): string {
  return `${wholeNumber(value)} ${value === 1 ? singular : plural}`;
}

/** "Held-out accuracy 87 %" and "13 of 15 images": a number and what it rests on. */
export function accuracySentence(
  label: string,
  { correct, total }: { correct: number; total: number },
): [number: string, basis: string] {
  return [`${label} ${percent(correct / total)}`, `${correct} of ${count(total, 'image')}`];
}

/** "19 MB"; "0.4 MB" where there are fewer than two. */
export function megabytes(bytes: number): string {
  const value = bytes / 2 ** 20;
  return `${value < 2 ? Math.max(0.1, value).toFixed(1) : Math.round(value)} MB`;
}

const FRACTIONS: readonly [share: number, words: string][] = [
  [1, 'as many parameters'],
  [9 / 10, 'nine tenths of its parameters'],
  [4 / 5, 'four fifths of its parameters'],
  [3 / 4, 'three quarters of its parameters'],
  [2 / 3, 'two thirds of its parameters'],
  [3 / 5, 'three fifths of its parameters'],
  [1 / 2, 'half its parameters'],
  ...['third', 'quarter', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh']
    .concat(['twelfth', 'thirteenth', 'fourteenth', 'fifteenth', 'sixteenth', 'seventeenth'])
    .concat(['eighteenth', 'nineteenth', 'twentieth'])
    .map((word, index): [number, string] => [
      1 / (index + 3),
      `${article(word)} ${word} of its parameters`,
    ]),
];

/**
 * "a twelfth of its parameters", "as many parameters", "1.4 times its parameters": how many one
 * probe has when another has `other`; both above 0.
 */
export function parameterRatio(own: number, other: number): string {
  const ratio = own / other;
  if (ratio >= 9.5) return `${Math.round(ratio).toLocaleString('en-GB')} times its parameters`;
  if (ratio > 1.05) return `${trimmed(ratio)} times its parameters`;
  if (ratio < 1 / 20.5)
    return `1/${Math.round(1 / ratio).toLocaleString('en-GB')} of its parameters`;
  const distance = ([share]: readonly [number, string]) => Math.abs(Math.log(ratio / share));
  const [first] = FRACTIONS.toSorted((a, b) => distance(a) - distance(b));
  return first?.[1] ?? '';
}

/** "4 ± 1 points", "0.4 ± 0.3 points", "1 point": a difference of shares, without its sign. */
export function points(difference: number, standardError: number | null): string {
  const size = 100 * Math.abs(difference);
  const error = standardError === null ? null : 100 * standardError;
  const fine = size < 0.95 && size > 0 && (error ?? 0) < 0.95;
  const write = (value: number) => (fine ? value.toFixed(1) : String(Math.round(value)));
  if (error === null) return `${write(size)} ${write(size) === '1' ? 'point' : 'points'}`;
  // A measured spread is never nothing, only less than what is written.
  const spread = error > 0 && error < 0.95 && !fine ? error.toFixed(1) : write(error);
  return `${write(size)} ± ${spread} points`;
}

/** A sentence whose numbers stay with what they count: with no-break spaces. */
export function unbroken(sentence: string): string {
  return sentence.replace(/(\d) (?=%|±|points?\b)/g, '$1\u00a0').replace(/± /g, '±\u00a0');
}

function article(word: string): string {
  return /^e/.test(word) ? 'an' : 'a';
}

function trimmed(value: number): string {
  return value.toFixed(1).replace(/\.0$/, '');
}

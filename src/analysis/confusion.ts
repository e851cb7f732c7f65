/** One image with its own class and the one predicted for it, as indices into the classes. */
export interface Judged {
  imageId: string;
  actual: number;
  predicted: number;
}

/** The images of every pair (actual class, predicted class): `(C, C)` lists of ids. */
export function confusion(judged: readonly Judged[], classes: number): string[][][] {
  const table = Array.from({ length: classes }, () =>
    Array.from({ length: classes }, (): string[] => []),
  );
  for (const { imageId, actual, predicted } of judged) table[actual]?.[predicted]?.push(imageId);
  return table;
}

interface GridPlace {
  /** The image where one is, −1 for none. */
  at: number;
  columns: number;
  /** Rows that a page key goes over. */
  page: number;
  images: number;
}

/** The image that a key leads to; null for keys that lead nowhere. */
export function imageAfterKey(
  key: string,
  { at, columns, page, images }: GridPlace,
): number | null {
  const steps: Record<string, number> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
    PageUp: -columns * page,
    PageDown: columns * page,
  };
  if (key === 'Home') return 0;
  if (key === 'End') return images - 1;
  const step = steps[key];
  if (step === undefined) return null;
  if (at < 0) return 0;
  return Math.min(images - 1, Math.max(0, at + step));
}

/** The root's closing mark, or a root that has none, and what may follow it. */
const END =
  /(<\/([\w.-]+:)?svg\s*>|<([\w.-]+:)?svg\b[^>]*\/>)\s*(<!--[\s\S]*?-->\s*|<\?[\s\S]*?\?>\s*)*$/;

/** Whether a drawing ends without the mark that closes it. */
export function lacksEnd(markup: string): boolean {
  return !END.test(markup);
}

/**
 * A drawing that ends within a closing mark, with the rest of it: if that is the last one, all of the
 * drawing is there. Null for one that ends otherwise.
 */
export function withRestOfEnd(markup: string): string | null {
  const begun = /<\/([\w.:-]*)$/.exec(markup.trimEnd());
  const root = /<((?:[\w.-]+:)?svg)[\s>/]/.exec(markup)?.[1];
  if (!begun || !root?.startsWith(begun[1] ?? '')) return null;
  return `${markup.slice(0, begun.index)}</${root}>`;
}

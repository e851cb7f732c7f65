/** A stretch of a sentence: plain, or inside a tag. */
export interface RichPart {
  tag: string | null;
  text: string;
}

/** Splits `Press <strong>Train</strong>.` at its tags, which do not nest. */
export function richParts(text: string): RichPart[] {
  const parts: RichPart[] = [];
  let end = 0;
  for (const match of text.matchAll(/<(\w+)>([^<]*)<\/\1>/g)) {
    const [whole, tag = '', inner = ''] = match;
    if (match.index > end) parts.push({ tag: null, text: text.slice(end, match.index) });
    parts.push({ tag, text: inner });
    end = match.index + whole.length;
  }
  if (end < text.length) parts.push({ tag: null, text: text.slice(end) });
  return parts;
}

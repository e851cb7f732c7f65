/**
 * A name as it may stand on screen and in an accessible name: composed the same way on every
 * system, without control characters and without the marks that reverse the text around them.
 * Emoji sequences and right-to-left letters stay as they are.
 */
export function displayName(name: string): string {
  return (
    name
      .normalize('NFC')
      // A file called "cat\u202Egpj.exe" would read as "catexe.jpg".
      .replace(/[\p{Cc}\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim()
  );
}

/**
 * `name` made displayable, and with " (2)", " (3)" … before its ending where `taken` already
 * holds it.
 * @param unnamed what stands for a name of which nothing is left.
 */
export function uniqueName(name: string, taken: ReadonlySet<string>, unnamed: string): string {
  const wanted = displayName(name) || unnamed;
  if (!taken.has(wanted)) return wanted;
  const [whole, ending] = splitEnding(wanted);
  const numbered = /^(.+) \((\d{1,6})\)$/u.exec(whole);
  const stem = numbered?.[1] ?? whole;
  let count = Number(numbered?.[2] ?? 1) + 1;
  while (taken.has(`${stem} (${count})${ending}`)) count++;
  return `${stem} (${count})${ending}`;
}

const LONGEST_CLASS_NAME = 60;

/**
 * The class that a folder's images go to: the folder's own name, displayable and not too long.
 * @param unnamed what stands for a name of which nothing is left.
 */
export function classNameFromFolder(folder: string, unnamed: string): string {
  const name = displayName(folder);
  // Graphemes, so that an emoji built from several code points is not cut in half.
  const graphemes = [...new Intl.Segmenter().segment(name)];
  if (graphemes.length <= LONGEST_CLASS_NAME) return name || unnamed;
  const kept = graphemes.slice(0, LONGEST_CLASS_NAME - 1).map(({ segment }) => segment);
  return `${kept.join('').trimEnd()}…`;
}

/** "cat.png" → ["cat", ".png"]; a name without an ending, or with nothing before it, stays whole. */
function splitEnding(name: string): [stem: string, ending: string] {
  const match = /^(.+)(\.[\p{L}\p{N}]{1,12})$/u.exec(name);
  return [match?.[1] ?? name, match?.[2] ?? ''];
}

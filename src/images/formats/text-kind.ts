import type { FileContents } from '../../vocabulary/images';

/** Whether a file that begins with `head` is an SVG drawing. */
export function looksLikeSvg(head: Uint8Array): boolean {
  const text = decodeText(head);
  if (text === null) return false;
  let rest = text.trimStart();
  // Before the root element only a declaration, comments and a document type can stand.
  for (let preamble = PREAMBLE.exec(rest); preamble; preamble = PREAMBLE.exec(rest)) {
    rest = rest.slice(preamble[0].length).trimStart();
  }
  return /^<([\w-]+:)?svg[\s>/]/i.test(rest);
}

/** Which kind of text the bytes are; null when they are none. */
export function textKind(head: Uint8Array): FileContents | null {
  const text = decodeText(head);
  if (text === null) return null;
  if (/^\s*<(!doctype html|html|head|body)\b/i.test(text)) return 'html';
  if (/^\s*<\?xml/i.test(text)) return 'xml';
  return 'text';
}

function decodeText(head: Uint8Array): string | null {
  const utf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (utf16) return new TextDecoder(head[0] === 0xff ? 'utf-16le' : 'utf-16be').decode(head);
  // Text has no control characters but white space, backspace and escape.
  const controls = head.some((byte) => byte < 0x20 && ![8, 9, 10, 12, 13, 27].includes(byte));
  if (controls) return null;
  try {
    // As a stream, so that a character cut in two at the end is no error.
    return new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
  } catch {
    return head.length >= 64 ? new TextDecoder('windows-1252').decode(head) : null;
  }
}

const PREAMBLE = /^(<\?xml[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE\s+svg[^>[]*(\[[^\]]*\])?[^>]*>)/i;

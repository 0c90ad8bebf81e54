import { type DocumentContent, textPage } from './content.ts';
import type { ReadingLimits } from './limits.ts';
import { Rejected } from './rejection.ts';

/** Texts have no pages of their own: longer ones are cut near this length, so that evidence names a place. */
const PAGE_CHARACTERS = 3_000;

/** Control characters that text may hold: tab, line feed, vertical tab, form feed, carriage return, and escape. */
const TEXT_CONTROLS = new Set([9, 10, 11, 12, 13, 27]);

/** The text of these bytes (UTF-8, UTF-16 with its mark, or Windows-1252), or `null` where they are not text. */
export function decodeText(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode('utf-16le', bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode('utf-16be', bytes);
  const controls = bytes.reduce((count, byte) => count + (byte < 32 && !TEXT_CONTROLS.has(byte) ? 1 : 0), 0);
  if (controls > bytes.length / 1_000) return null;
  const utf8 = decode('utf-8', bytes);
  if (utf8 !== null) return utf8;
  // Bytes 0x80 to 0x9f are rare in Western prose and common in binary data.
  const odd = bytes.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  return odd > bytes.length / 5 ? null : decode('windows-1252', bytes);
}

function decode(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Line ends as `\n`, no marks, no trailing blanks. */
export const tidyText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is removed.
    .replace(/[\u0000-\u0008\u000b\u000e-\u001f\u00ad\u200b\ufeff]/g, '')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/[ \t]+$/gm, '');

/** Cuts at form feeds, then long pages at a paragraph, else a line, else a blank. */
export function paginate(text: string): string[] {
  return text
    .split('\f')
    .flatMap(cutLong)
    .map((page) => page.replace(/^\n+/, '').trimEnd())
    .filter((page) => page !== '');
}

function cutLong(text: string): string[] {
  const pages: string[] = [];
  let rest = text;
  while (rest.length > PAGE_CHARACTERS * 1.2) {
    const at = lastBreak(rest.slice(0, PAGE_CHARACTERS));
    pages.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...pages, rest];
}

function lastBreak(head: string): number {
  for (const mark of ['\n\n', '\n', '. ', ' ']) {
    const at = head.lastIndexOf(mark);
    if (at > head.length / 3) return at + mark.length;
  }
  return head.length;
}

/** The content of a text. Throws `Rejected` where there is none or too much. */
export function textContent(
  kind: DocumentContent['kind'],
  text: string,
  limits: ReadingLimits,
): DocumentContent {
  const pages = paginate(tidyText(text));
  if (pages.length === 0) throw new Rejected('no_content');
  if (pages.length > limits.maxPages) {
    throw new Rejected('too_many_pages', `${pages.length} pages, at most ${limits.maxPages} are read`);
  }
  return {
    kind,
    pages: pages.map((page, index) => textPage(index + 1, page)),
    toRecognise: [],
    unread: [],
    attachments: [],
  };
}

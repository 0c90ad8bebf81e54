/** Finds keys and their values as programs write them: JSON, XML, "key = value", dot leaders, table cells. */
import type { Span } from '../tokens.ts';

export interface ExportKey extends Span {
  /** The key in words: "policyNo", "POLICY_NO" and "policy.no" are "policy no". */
  words: string;
  value: Span;
}

// Bounded, so that no line is read more than once from each of its places.
const KEY =
  /(?<=^[ \t>*•#@–-]{0,20}|["'<|;,({[>\t@#] ?| {2})([A-Za-z][A-Za-z_.#/' -]{1,40}?)(?:["')\]]?[ \t]*(?:=>?|->|\.{3,}|…|<\/[a-z]{1,8}>(?:\s{0,3}<[a-z]{1,8}>)?|>)|["']\s?:)[ \t]*(["']?)(?=[\p{L}\p{N}$£€(+])/gmu;
const BARE_VALUE = /[<|;}\n\t]| {3}|\/\//;

/** All keys of `text` in order, each with what stands behind it on its line. */
export function findExportKeys(text: string): ExportKey[] {
  return [...text.matchAll(KEY)].map((match) => {
    const [whole, key = '', quote = ''] = match;
    const start = match.index + whole.length;
    const line = /[^\n]*/.exec(text.slice(start, start + LONGEST_VALUE))?.[0] ?? '';
    const end = quote === '' ? line.search(BARE_VALUE) : line.indexOf(quote);
    return {
      start: match.index,
      end: match.index + key.length,
      words: keyWords(key),
      value: { start, end: start + (end < 0 ? line : line.slice(0, end)).trimEnd().length },
    };
  });
}

const LONGEST_VALUE = 500;

export const keyWords = (key: string): string =>
  key
    .replace(/(?<=[a-z\d])(?=[A-Z])/g, ' ')
    .replace(/[_.\s]+/g, ' ')
    .trim();

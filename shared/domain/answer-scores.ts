/** Log-probabilities of the values in a model's answer. Pure. */
import type { ValueScore } from '../answers.ts';
import { FIELD_KEYS, type FieldKey } from '../claim-fields.ts';
import { type Span, valueSpans } from './value-spans.ts';

export interface ScoredToken {
  token: string;
  logprob: number;
  bytes: number[] | null;
}

/** Servers write −9999 or −∞ for "very unlikely"; it counts as this, so that a mean stays a mean. */
export const LOWEST_LOGPROB = -20;

/**
 * The score of each field's value from the tokens that carry it: the letters of strings, the digits of
 * numbers, the words `true`, `false`, `null`; quotes, keys, commas and brackets left out. A value whose
 * tokens are not to be found scores lowest, with no tokens.
 */
export function answerScores(answer: string, tokens: readonly ScoredToken[]): Record<FieldKey, ValueScore> {
  const spans = valueSpans(answer);
  const placed = placeTokens(answer, tokens);
  return Object.fromEntries(FIELD_KEYS.map((key) => [key, scoreOf(spans.get(key) ?? [], placed)])) as Record<
    FieldKey,
    ValueScore
  >;
}

interface PlacedToken extends Span {
  logprob: number;
}

function scoreOf(spans: readonly Span[], tokens: readonly PlacedToken[]): ValueScore {
  const own = tokens.filter((token) =>
    spans.some((span) => token.start < span.end && token.end > span.start),
  );
  if (own.length === 0) return { mean: LOWEST_LOGPROB, min: LOWEST_LOGPROB, tokens: 0 };
  const logprobs = own.map(({ logprob }) => Math.min(0, Math.max(logprob, LOWEST_LOGPROB)));
  return {
    mean: logprobs.reduce((sum, logprob) => sum + logprob, 0) / logprobs.length,
    min: Math.min(...logprobs),
    tokens: logprobs.length,
  };
}

/** Where each token stands in the answer: by bytes where they are whole, else by their text. */
export function placeTokens(answer: string, tokens: readonly ScoredToken[]): PlacedToken[] {
  return placeByBytes(answer, tokens) ?? placeByText(answer, tokens);
}

function placeByBytes(answer: string, tokens: readonly ScoredToken[]): PlacedToken[] | null {
  const bytes = new TextEncoder().encode(answer);
  // Offset in the string of the character that each byte belongs to.
  const offsets = new Uint32Array(bytes.length + 1);
  let byte = 0;
  for (let at = 0; at < answer.length; ) {
    const code = answer.codePointAt(at) ?? 0;
    const width = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    offsets.fill(at, byte, byte + width);
    byte += width;
    at += code < 0x10000 ? 1 : 2;
  }
  offsets[byte] = answer.length;

  const placed: PlacedToken[] = [];
  let start = 0;
  // vLLM writes a part of a character as no bytes, and the whole character with its last part.
  let logprobs: number[] = [];
  for (const token of tokens) {
    if (start === bytes.length) break; // What follows the text: the end-of-sequence token.
    if (!token.bytes) return null;
    const end = start + token.bytes.length;
    if (end > bytes.length || token.bytes.some((value, index) => value !== bytes[start + index])) return null;
    logprobs.push(token.logprob);
    if (end === start) continue;
    const last = offsets[end - 1] ?? 0;
    const character = (answer.codePointAt(last) ?? 0) < 0x10000 ? 1 : 2;
    for (const logprob of logprobs)
      placed.push({ start: offsets[start] ?? 0, end: last + character, logprob });
    logprobs = [];
    start = end;
  }
  return start === bytes.length ? placed : null;
}

/**
 * A token that is a part of a character comes as U+FFFD or as nothing (the whole character then with
 * the last one): such tokens share the stretch up to the next token whose text is found.
 */
function placeByText(answer: string, tokens: readonly ScoredToken[]): PlacedToken[] {
  const placed: PlacedToken[] = [];
  let at = 0;
  let waiting: ScoredToken[] = [];
  const settle = (start: number, end: number): void => {
    for (const { logprob } of waiting) placed.push({ start, end, logprob });
    waiting = [];
  };
  for (const token of tokens) {
    const whole = token.token !== '' && !token.token.includes('\uFFFD');
    // A waiting token holds at most a few letters: a text found far off is another one.
    const reach = waiting.reduce((sum, { token: text }) => sum + Math.max(text.length, 2), 0);
    const found = whole ? answer.slice(at, at + reach + token.token.length).indexOf(token.token) : -1;
    if (found < 0) {
      waiting.push(token);
      continue;
    }
    settle(at, at + found === at ? at + token.token.length : at + found);
    at += found;
    placed.push({ start: at, end: at + token.token.length, logprob: token.logprob });
    at += token.token.length;
  }
  if (at < answer.length) settle(at, answer.length);
  return placed;
}

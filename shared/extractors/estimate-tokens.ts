/** Tokens of a text without its tokenizer: too many rather than too few. */

// Runs of letters and of digits; every other character by itself, with one space before it for free.
const PIECE = /[A-Za-z]+|\d+|[ \t]{2,}|\s*\n\s*|[^ \t]/gu;
const LETTERS_A_TOKEN = 4;
const DIGITS_A_TOKEN = 3;
/** A byte-level vocabulary never needs more than one token for each byte. */
const bytesOf = (character: string): number => Buffer.byteLength(character);

/** Names this way of counting in the ids of chunks. */
export const ESTIMATE = 'estimated from characters, 1';

/**
 * An upper estimate for vocabularies of 100,000 tokens and more that split digits in groups of three
 * (Llama 3, the GPT family): a word costs a token for every four letters begun, and one more when it is
 * written in capitals; marks cost one each, what is no ASCII its bytes.
 */
export function estimateTokens(text: string): number {
  let tokens = 0;
  for (const [piece] of text.matchAll(PIECE)) {
    const first = piece.charCodeAt(0);
    if (/^[A-Za-z]/.test(piece))
      tokens += Math.ceil(piece.length / LETTERS_A_TOKEN) + (/^[A-Z]{3,}/.test(piece) ? 1 : 0);
    else if (/^\d/.test(piece)) tokens += Math.ceil(piece.length / DIGITS_A_TOKEN);
    else tokens += first > 127 ? bytesOf(piece) : 1;
  }
  return tokens;
}

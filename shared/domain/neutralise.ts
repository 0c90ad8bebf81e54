/** Keeps document text from being read as a model's control tokens. */

/** Never part of a control token; one UTF-16 unit, so that offsets stay. */
const STAND_IN = '\u2039';

/**
 * A function that breaks every occurrence of these tokens by exchanging its first character. The text
 * keeps its length: offsets into it stay those of the page.
 */
export function neutraliser(controlTokens: readonly string[]): (text: string) => string {
  const tokens = controlTokens.filter((token) => token.length > 0);
  if (tokens.length === 0) return (text) => text;
  // Longest first: a token that begins another one must not hide it.
  const pattern = [...tokens]
    .sort((a, b) => b.length - a.length)
    .map((token) => token.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
  const occurrence = new RegExp(pattern, 'g');
  const neutralise = (text: string): string => {
    const broken = text.replace(occurrence, (token) => STAND_IN + token.slice(1));
    // What overlapped with a broken token can still hold a whole one.
    return broken === text ? text : neutralise(broken);
  };
  return neutralise;
}

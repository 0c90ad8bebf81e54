/** A document's text as a model is shown it: drawn lines cost tokens, say nothing and lead a small model astray. Pure. */

const DRAWN_LINE = /^[\s+|=_*~#\-─-╿]+$/u;
const LEADERS = /([-=_.*~#])\1{3,}/g;
const BLANKS = /[^\S\n]{3,}/g;

/**
 * The text without lines that only draw, with leaders of at most three characters and gaps of at most
 * two blanks. Values keep their words, so an answer from it is found in the text itself.
 */
export const promptText = (text: string): string =>
  text
    .split('\n')
    .filter((line) => !DRAWN_LINE.test(line) || line.trim() === '')
    .join('\n')
    .replace(LEADERS, '$1$1$1')
    .replace(BLANKS, '  ');

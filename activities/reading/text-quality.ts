/** Whether what a PDF calls its text can be trusted, or the page must be recognised from its image. */
export interface TextLayerFacts {
  words: string[];
  /** Share of the page that its largest image covers. */
  imageShare: number;
  /** Share of the page's height between the first and the last line of text. */
  textSpread: number;
}

/** A stamp or a page number over a scan has fewer words than this. */
const STRAY_WORDS = 30;
const STRAY_SPREAD = 0.3;

export function isGoodTextLayer({ words, imageShare, textSpread }: TextLayerFacts): boolean {
  if (words.length === 0 || isGarbage(words)) return false;
  const stray = words.length < STRAY_WORDS || textSpread < STRAY_SPREAD;
  return !(imageShare > 0.5 && stray);
}

/** Fonts without a usable encoding give replacement marks, private characters, or letters that make no words. */
function isGarbage(words: string[]): boolean {
  const text = words.join('');
  const broken = text.match(/[\ufffd\p{Co}\p{Cc}\p{Cn}]/gu)?.length ?? 0;
  if (broken > 0.05 * text.length) return true;
  const long = words.map((word) => word.replace(/[^\p{L}]/gu, '')).filter((word) => word.length >= 3);
  if (words.length >= 20 && long.length < 0.08 * words.length) return !isNumeric(text);
  if (long.length < 10) return false;
  const sayable = long.filter((word) => /[aeiouyàâäéèêëïîôöùûüæøåAEIOUY]/u.test(word) || isShort(word));
  return sayable.length < 0.7 * long.length;
}

const isShort = (word: string): boolean => word.length <= 4 && word === word.toUpperCase();
const isNumeric = (text: string): boolean => (text.match(/\d/g)?.length ?? 0) > 0.4 * text.length;

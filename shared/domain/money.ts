/** Amounts of money in their printed forms. */
import type { Span } from './tokens.ts';

export interface PrintedAmount extends Span {
  value: number;
  /** A currency sign or word stands beside the number. */
  currency: boolean;
}

const SIGN = 'US\\s?\\$|USD|CAD|AUD|EUR|GBP|INR|C\\$|A\\$|Rs\\.?|\\$|€|£|₹';
const NUMBER = '\\d{1,3}(?:[ \\u00a0]\\d{3})+(?:[.,]\\d{2})?|\\d[\\d.,]*\\d|\\d';
const AMOUNT = new RegExp(
  `(?<![\\w.,/$€£₹-])(?:(${SIGN})\\s*)?(-\\s*)?(${NUMBER})(?:\\s?(k|thousand|million|lakhs?)(?![a-z]))?(?:\\s*(USD|US dollars|dollars|EUR|euros?|GBP|INR|rupees|CAD|€)(?![a-z]))?(?![\\w%]|[/:-]\\d)`,
  'gi',
);
const SCALES: Record<string, number> = { k: 1e3, thousand: 1e3, million: 1e6, lakh: 1e5, lakhs: 1e5 };

/** All unambiguous amounts in `text`, in order; numbers without a currency are among them, marked so. */
export function scanMoney(text: string): PrintedAmount[] {
  const found: PrintedAmount[] = [];
  for (const match of text.matchAll(AMOUNT)) {
    const [all, sign, minus, digits = '', scale, unit] = match;
    if (
      minus ||
      (match.index > 0 && /[-(]/.test(text[match.index - 1] ?? '') && isNegative(text, match.index, all))
    )
      continue;
    const number = parseNumber(digits);
    if (number === null) continue;
    const value = Math.round(number * (SCALES[scale?.toLowerCase() ?? ''] ?? 1) * 100) / 100;
    found.push({
      value,
      currency: Boolean(sign ?? unit),
      start: match.index,
      end: match.index + all.trimEnd().length,
    });
  }
  return found;
}

// Accountants write a negative amount in brackets or with a sign before the currency.
const isNegative = (text: string, start: number, all: string): boolean =>
  text[start - 1] === '-' ? !/[\w\s]/.test(text[start - 2] ?? ' ') : text[start + all.length] === ')';

/** A printed number whose separators leave no choice; `null` for `1.850`, `3,80` and the like. */
function parseNumber(printed: string): number | null {
  const text = printed.replace(/[ \u00a0](?=\d{3})/g, '').replace(/[.,]$/, '');
  if (/^\d+(\.\d{1,2})?$/.test(text)) return Number(text);
  // 1,850.00 and the Indian 1,85,000.00
  if (/^\d{1,3}(,\d{2,3})*,\d{3}(\.\d{1,2})?$/.test(text)) return Number(text.replaceAll(',', ''));
  if (/^\d{1,3}(\.\d{3})+,\d{2}$/.test(text) || /^\d{1,3}(\.\d{3}){2,}$/.test(text)) {
    return Number(text.replaceAll('.', '').replace(',', '.'));
  }
  if (/^\d{4,},\d{2}$/.test(text)) return Number(text.replace(',', '.'));
  return null;
}

/** The amount that a field's printed value states; `null` for a range, several amounts or none. */
export function amountOf(printed: string): number | null {
  const amounts = scanMoney(printed);
  const marked = amounts.filter((amount) => amount.currency);
  const [first, second] = marked.length > 0 ? marked : amounts;
  if (!first) return null;
  if (!second) return first.value;
  if (amounts.every((amount) => amount.value === first.value)) return first.value;
  // "$78,500 (list price was $125,000)": what stands first is the value, the bracket explains it.
  const between = printed.slice(first.end, second.start);
  return printed.slice(0, first.start).trim() === '' && /^\s*\(/.test(between) ? first.value : null;
}

/** Tables as CSV (RFC 4180) that no spreadsheet takes for formulas. */

/** With these a spreadsheet begins to calculate; blanks before them do not keep it from that. */
const FORMULA = /^\s*[=+\-@\t\r\n＝＋－＠]/u;

const cell = (value: string | number | boolean | null): string => {
  if (typeof value === 'number') return String(value);
  const text = String(value ?? '');
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

export const toCsv = (rows: (string | number | boolean | null)[][]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

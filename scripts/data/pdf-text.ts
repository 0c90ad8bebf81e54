import { PDFDocument, StandardFonts } from 'pdf-lib';
import type { Random } from './random.ts';

const FIXED_DATE = new Date('2026-01-01T00:00:00Z');
export const PAGE = { width: 612, height: 792, margin: 45 };
const LONGEST_LINE = 110;

/** An empty PDF whose bytes do not depend on the day. */
export async function datedPdf(): Promise<PDFDocument> {
  const pdf = await PDFDocument.create();
  pdf.setCreationDate(FIXED_DATE);
  pdf.setModificationDate(FIXED_DATE);
  return pdf;
}

/** Lines of type on letter pages. What the standard fonts lack is spelled without its accent. */
export async function printText(text: string, r: Random): Promise<Uint8Array> {
  const pdf = await datedPdf();
  const lines = text.split('\n').flatMap(broken);
  const even = lines.some((line) => /\S {3,}\S/.test(line));
  const font = await pdf.embedFont(
    even
      ? StandardFonts.Courier
      : r.pick([StandardFonts.Helvetica, StandardFonts.TimesRoman, StandardFonts.Courier]),
  );
  const drawable = new Set(font.getCharacterSet());
  const longest = Math.max(1, ...lines.map((line) => font.widthOfTextAtSize(encodable(line, drawable), 1)));
  const size = Math.min(11, (PAGE.width - 2 * PAGE.margin) / longest);
  const each = Math.floor((PAGE.height - 2 * PAGE.margin) / (size * 1.3));
  for (let at = 0; at === 0 || at < lines.length; at += each) {
    const page = pdf.addPage([PAGE.width, PAGE.height]);
    for (const [index, line] of lines.slice(at, at + each).entries()) {
      const y = PAGE.height - PAGE.margin - (index + 1) * size * 1.3;
      if (line.trim() !== '') page.drawText(encodable(line, drawable), { x: PAGE.margin, y, size, font });
    }
  }
  return pdf.save({ useObjectStreams: true });
}

/** The line in characters that the font can draw. */
export function encodable(line: string, drawable: ReadonlySet<number>): string {
  let out = '';
  for (const char of line.replaceAll('₹', 'Rs. ').replaceAll('\t', '    ')) {
    const plain = drawable.has(char.codePointAt(0) ?? 0)
      ? char
      : char.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
    out += [...plain].every((one) => drawable.has(one.codePointAt(0) ?? 0)) ? plain : '?';
  }
  return out;
}

function broken(line: string): string[] {
  const lines: string[] = [];
  let rest = line;
  while (rest.length > LONGEST_LINE) {
    const space = rest.lastIndexOf(' ', LONGEST_LINE);
    const at = space > 40 ? space : LONGEST_LINE;
    lines.push(rest.slice(0, at));
    rest = rest.slice(at).trimStart();
  }
  return [...lines, rest];
}

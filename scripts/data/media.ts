/** Packets as files: text, PDF with a text layer, and scans of such PDFs. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import type { Packet } from './packet.ts';
import { Random } from './random.ts';
import { fax, scannedPdf } from './scan.ts';

export const MEDIA = ['text', 'pdf', 'scan', 'mixed'] as const;
export type Media = (typeof MEDIA)[number];

const FIXED_DATE = new Date('2026-01-01T00:00:00Z');
const PAGE = { width: 612, height: 792, margin: 45 };
const LONGEST_LINE = 110;

/** Writes the documents of a packet below `folder` and returns their paths from there. */
export async function writeDocuments(
  folder: string,
  packet: Packet,
  media: Media,
  seed: number,
): Promise<string[]> {
  const r = new Random(seed);
  await mkdir(join(folder, packet.id), { recursive: true });
  const paths: string[] = [];
  const used = new Set<string>();
  for (const { name, text } of packet.sheets) {
    const as = media === 'mixed' ? r.pick(['text', 'pdf', 'scan'] as const) : media;
    let base = name;
    for (let copy = 2; used.has(base); copy++) base = `${name}-${copy}`;
    used.add(base);
    const { bytes, ending } = await document(text, as, r);
    const path = `${packet.id}/${base}.${ending}`;
    await writeFile(join(folder, path), bytes);
    paths.push(path);
  }
  return paths;
}

async function document(
  text: string,
  media: 'text' | 'pdf' | 'scan',
  r: Random,
): Promise<{ bytes: Uint8Array; ending: string }> {
  if (media === 'text') return { bytes: Buffer.from(text), ending: 'txt' };
  const pdf = await printText(text, r);
  if (media === 'pdf') return { bytes: pdf, ending: 'pdf' };
  const scan = {
    dpi: r.pick([150, 200]),
    skew: [r.int(-16, 16) / 10, r.int(-12, 12) / 10],
    noise: r.int(5, 40) / 1000,
    ...(r.chance(0.5) ? { blur: r.int(4, 7) / 10 } : {}),
    paper: r.int(225, 252),
    seed: r.int(1, 1_000_000),
  };
  return r.chance(0.3)
    ? { bytes: await fax(pdf, scan), ending: 'tiff' }
    : { bytes: await scannedPdf(pdf, scan), ending: 'pdf' };
}

/** Lines of type on letter pages. What the standard fonts lack is spelled without its accent. */
async function printText(text: string, r: Random): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.setCreationDate(FIXED_DATE);
  pdf.setModificationDate(FIXED_DATE);
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

function encodable(line: string, drawable: ReadonlySet<number>): string {
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

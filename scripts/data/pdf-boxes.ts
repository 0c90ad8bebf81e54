/** Forms as they are printed: ruled cells, the label small above its value, or two columns of lines. */
import { type PDFFont, type PDFPage, rgb, StandardFonts } from 'pdf-lib';
import type { Box } from './layout.ts';
import { datedPdf, encodable, PAGE } from './pdf-text.ts';
import type { Random } from './random.ts';

const LABEL_SIZE = 6.5;
const TITLE_SIZE = 9.5;
const GAP = 4;
/** A value longer than this has a line of cells for itself. */
const LONG = 48;
const WIDTH = PAGE.width - 2 * PAGE.margin;

interface Style {
  columns: number;
  size: number;
  ruled: boolean;
  shaded: boolean;
  capitals: boolean;
}

interface Pen {
  page: PDFPage;
  y: number;
}

export async function printBoxes(boxes: readonly Box[], r: Random): Promise<Uint8Array> {
  const pdf = await datedPdf();
  const [plain, bold] = await Promise.all([
    pdf.embedFont(r.pick([StandardFonts.Helvetica, StandardFonts.TimesRoman, StandardFonts.Courier])),
    pdf.embedFont(StandardFonts.HelveticaBold),
  ]);
  const style: Style = {
    columns: r.int(2, 4),
    size: r.pick([8, 8.5, 9]),
    ruled: r.chance(0.8),
    shaded: r.chance(0.5),
    capitals: r.chance(0.4),
  };
  const newPage = (): Pen => ({
    page: pdf.addPage([PAGE.width, PAGE.height]),
    y: PAGE.height - PAGE.margin,
  });
  let pen = newPage();
  for (const { title, rows, prose } of boxes) {
    const lines = [...cellLines(rows, style, plain), ...prose.map((text): Box['rows'] => [['', text]])].map(
      (cells) => measured(cells, style, plain),
    );
    const first = lines[0]?.height ?? 0;
    if (pen.y - TITLE_SIZE - 2 * GAP - first < PAGE.margin) pen = newPage();
    if (title !== '') drawTitle(pen, title, bold, style);
    for (const line of lines) {
      if (pen.y - line.height < PAGE.margin) pen = newPage();
      drawLine(pen, line, style, plain, bold);
    }
    pen.y -= GAP * 2;
  }
  return pdf.save({ useObjectStreams: true });
}

/** Rows side by side; alone those that are long or hold a word that a narrow cell would break. */
function cellLines(rows: Box['rows'], { columns, size }: Style, font: PDFFont): Box['rows'][] {
  const room = WIDTH / columns - 2 * GAP;
  const breaks = (word: string): boolean => font.widthOfTextAtSize(drawable(word, font), size) > room;
  const lines: Box['rows'][] = [];
  let open: Box['rows'] | null = null;
  for (const row of rows) {
    if (row[1].length > LONG || row[1].split(/\s/).some(breaks)) {
      lines.push([row]);
      open = null;
    } else if (open && open.length < columns) open.push(row);
    else {
      open = [row];
      lines.push(open);
    }
  }
  return lines;
}

interface Line {
  cells: { label: string; value: string[] }[];
  width: number;
  height: number;
}

function measured(cells: Box['rows'], { size, capitals }: Style, font: PDFFont): Line {
  const width = WIDTH / cells.length;
  const set = cells.map(([label, value]) => ({
    label: capitals ? label.toUpperCase() : label,
    value: folded(value, font, size, width - 2 * GAP),
  }));
  const tallest = Math.max(...set.map(({ value }) => value.length), 1);
  return { cells: set, width, height: LABEL_SIZE + tallest * size * 1.25 + 2 * GAP };
}

function drawTitle(pen: Pen, title: string, font: PDFFont, { shaded }: Style): void {
  const height = TITLE_SIZE + 2 * GAP;
  pen.y -= height;
  if (shaded)
    pen.page.drawRectangle({ x: PAGE.margin, y: pen.y, width: WIDTH, height, color: rgb(0.87, 0.87, 0.87) });
  pen.page.drawText(drawable(title, font), {
    x: PAGE.margin + GAP,
    y: pen.y + GAP,
    size: TITLE_SIZE,
    font,
  });
}

function drawLine(
  pen: Pen,
  { cells, width, height }: Line,
  style: Style,
  plain: PDFFont,
  bold: PDFFont,
): void {
  const top = pen.y;
  pen.y -= height;
  for (const [index, { label, value }] of cells.entries()) {
    const x = PAGE.margin + index * width;
    if (style.ruled)
      pen.page.drawRectangle({
        x,
        y: pen.y,
        width,
        height,
        borderWidth: 0.6,
        borderColor: rgb(0.2, 0.2, 0.2),
      });
    pen.page.drawText(drawable(label, bold), {
      x: x + GAP,
      y: top - GAP - LABEL_SIZE,
      size: LABEL_SIZE,
      font: bold,
    });
    for (const [row, text] of value.entries())
      pen.page.drawText(text, {
        x: x + GAP,
        y: top - GAP - LABEL_SIZE - (row + 1) * style.size * 1.25,
        size: style.size,
        font: plain,
      });
  }
}

const drawable = (text: string, font: PDFFont): string => encodable(text, new Set(font.getCharacterSet()));

/** Lines no wider than the cell, broken at spaces; a word too long for it is broken anywhere. */
function folded(text: string, font: PDFFont, size: number, width: number): string[] {
  const fits = (line: string): boolean => font.widthOfTextAtSize(line, size) <= width;
  const lines: string[] = [];
  for (const paragraph of drawable(text, font).split('\n')) {
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line === '' ? word : `${line} ${word}`;
      if (fits(longer)) line = longer;
      else {
        if (line !== '') lines.push(line);
        line = word;
        while (!fits(line) && line.length > 1) {
          let cut = line.length - 1;
          while (cut > 1 && !fits(line.slice(0, cut))) cut--;
          lines.push(line.slice(0, cut));
          line = line.slice(cut);
        }
      }
    }
    lines.push(line);
  }
  return lines;
}

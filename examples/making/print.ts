import { degrees, PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from 'pdf-lib';
import type { Block, Cell, Print } from './packet.ts';

const PAGE = { width: 612, height: 792, margin: 54 };
const FONTS = {
  sans: [StandardFonts.Helvetica, StandardFonts.HelveticaBold, StandardFonts.HelveticaOblique],
  serif: [StandardFonts.TimesRoman, StandardFonts.TimesRomanBold, StandardFonts.TimesRomanItalic],
  mono: [StandardFonts.Courier, StandardFonts.CourierBold, StandardFonts.CourierOblique],
} as const;
const INK = rgb(0.08, 0.08, 0.1);
const LINE = rgb(0.45, 0.45, 0.48);
const STAMP = rgb(0.45, 0.15, 0.2);
const AMOUNT = /^\$?[\d,]+\.\d\d$/;
const FIXED_DATE = new Date('2026-01-01T00:00:00Z');

interface Column {
  x: number;
  width: number;
  y: number;
}

/** The pages as a PDF with a text layer; the same input gives the same bytes. */
export async function printPdf(print: Print): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.setCreationDate(FIXED_DATE);
  pdf.setModificationDate(FIXED_DATE);
  await new Printer(pdf, print).print();
  return pdf.save({ useObjectStreams: true });
}

class Printer {
  private readonly size: number;
  private readonly source: Print;
  private readonly pdf: PDFDocument;
  private regular!: PDFFont;
  private bold!: PDFFont;
  private italic!: PDFFont;
  private page!: PDFPage;
  private inputs = 0;

  constructor(pdf: PDFDocument, print: Print) {
    this.pdf = pdf;
    this.source = print;
    this.size = print.size ?? 10.5;
  }

  async print(): Promise<void> {
    const [regular, bold, italic] = FONTS[this.source.font ?? 'sans'];
    this.regular = await this.pdf.embedFont(regular);
    this.bold = await this.pdf.embedFont(bold);
    this.italic = await this.pdf.embedFont(italic);
    const column = { x: PAGE.margin, width: PAGE.width - 2 * PAGE.margin, y: 0 };
    this.newPage(column);
    for (const block of this.source.blocks) this.draw(block, column);
    const pages = this.pdf.getPages();
    for (const [index, page] of pages.entries()) this.frame(page, index + 1, pages.length);
  }

  private newPage(column: Column): void {
    this.page = this.pdf.addPage([PAGE.width, PAGE.height]);
    column.y = PAGE.height - PAGE.margin;
  }

  /** Footer and transmission line, once the number of pages is known. */
  private frame(page: PDFPage, number: number, pages: number): void {
    const { footer, transmission } = this.source;
    const line = { size: 8, font: this.regular, color: INK };
    if (footer) page.drawText(`${footer}   Page ${number} of ${pages}`, { ...line, x: PAGE.margin, y: 30 });
    if (transmission)
      page.drawText(transmission.replace('#', String(number).padStart(3, '0')), {
        ...line,
        size: 9,
        x: 30,
        y: PAGE.height - 22,
      });
  }

  private draw(block: Block, column: Column): void {
    const { size } = this;
    switch (block.kind) {
      case 'letterhead':
        this.lines(block.name, column, this.bold, size + 5);
        for (const line of block.lines) this.lines(line, column, this.regular, size - 2);
        this.line(column);
        this.gap(column, 10);
        return;
      case 'title':
        this.lines(block.text, column, this.bold, size + 4);
        this.gap(column, 8);
        return;
      case 'heading':
        this.gap(column, 6);
        this.lines(block.text, column, this.bold, size + 0.5);
        this.gap(column, 3);
        return;
      case 'text':
        this.lines(block.text, column, this.regular, size);
        this.gap(column, 7);
        return;
      case 'small':
        this.lines(block.text, column, this.regular, size - 2.5);
        this.gap(column, 5);
        return;
      case 'signature':
        this.gap(column, 8);
        this.lines(block.text, column, this.italic, size + 4);
        this.gap(column, 4);
        return;
      case 'fields':
        for (const [label, value] of block.rows)
          this.lines(`${label}: ${value}`, column, this.regular, size, 1.55);
        this.gap(column, 6);
        return;
      case 'boxes':
        for (const row of block.rows) this.boxes(row, column, block.fillable ?? false);
        this.gap(column, 8);
        return;
      case 'columns':
        this.columns(block.left, block.right, column);
        return;
      case 'table':
        this.table(block, column);
        return;
      case 'stamp':
        this.stamp(block.text);
        return;
      case 'rule':
        this.line(column);
        this.gap(column, 8);
        return;
      case 'pageBreak':
        this.newPage(column);
        return;
      case 'space':
        this.gap(column, block.points);
        return;
    }
  }

  private gap(column: Column, points: number): void {
    column.y -= points;
  }

  private room(column: Column, points: number): void {
    if (column.y - points < PAGE.margin) this.newPage(column);
  }

  private line(column: Column): void {
    const y = column.y - 3;
    this.page.drawLine({
      start: { x: column.x, y },
      end: { x: column.x + column.width, y },
      thickness: 0.8,
      color: LINE,
    });
    column.y -= 6;
  }

  private lines(text: string, column: Column, font: PDFFont, size: number, leading = 1.3): void {
    for (const line of wrap(text, font, size, column.width)) {
      this.room(column, size * leading);
      column.y -= size * leading;
      this.page.drawText(line, { x: column.x, y: column.y, size, font, color: INK });
    }
  }

  private columns(left: Block[], right: Block[], column: Column): void {
    const width = (column.width - 18) / 2;
    const ends = [left, right].map((blocks, index) => {
      const part = { x: column.x + index * (width + 18), width, y: column.y };
      for (const block of blocks) this.draw(block, part);
      return part.y;
    });
    column.y = Math.min(...ends);
  }

  private boxes(row: Cell[], column: Column, fillable: boolean): void {
    const size = this.size - 0.5;
    const total = row.reduce((sum, cell) => sum + (cell.width ?? 1), 0);
    const widths = row.map((cell) => (column.width * (cell.width ?? 1)) / total);
    const wrapped = row.map((cell, i) => wrap(cell.value, this.regular, size, (widths[i] ?? 0) - 10));
    const height = 17 + Math.max(...wrapped.map((lines) => lines.length)) * size * 1.25;
    this.room(column, height);
    let x = column.x;
    for (const [i, cell] of row.entries()) {
      const width = widths[i] ?? 0;
      const y = column.y - height;
      this.page.drawRectangle({ x, y, width, height, borderWidth: 0.7, borderColor: LINE });
      this.page.drawText(cell.label.toUpperCase(), {
        x: x + 4,
        y: column.y - 9,
        size: 6.5,
        font: this.regular,
        color: INK,
      });
      if (fillable) this.input(cell, { x: x + 3, y: y + 2, width: width - 6, height: height - 13 }, size);
      else
        for (const [n, line] of (wrapped[i] ?? []).entries())
          this.page.drawText(line, {
            x: x + 5,
            y: column.y - 12 - size * 1.2 * (n + 1) + 2,
            size,
            font: this.regular,
            color: INK,
          });
      x += width;
    }
    column.y -= height;
  }

  private input(cell: Cell, at: { x: number; y: number; width: number; height: number }, size: number): void {
    this.inputs += 1;
    const name = `${String(this.inputs).padStart(2, '0')} ${cell.label}`.replaceAll('.', '');
    const field = this.pdf.getForm().createTextField(name);
    if (at.height > 20) field.enableMultiline();
    field.setText(cell.value);
    field.addToPage(this.page, { ...at, borderWidth: 0, font: this.regular, textColor: INK });
    field.setFontSize(size);
    field.updateAppearances(this.regular);
  }

  private table(block: Extract<Block, { kind: 'table' }>, column: Column): void {
    const total = block.widths.reduce((sum, width) => sum + width, 0);
    const size = this.size - 1;
    for (const [index, row] of [block.head, ...block.rows].entries()) {
      const font = index === 0 ? this.bold : this.regular;
      const cells = row.map((value, i) =>
        wrap(value, font, size, (column.width * (block.widths[i] ?? 1)) / total - 8),
      );
      const height = Math.max(...cells.map((lines) => lines.length)) * size * 1.3 + 5;
      this.room(column, height);
      let x = column.x;
      for (const [i, lines] of cells.entries()) {
        const width = (column.width * (block.widths[i] ?? 1)) / total;
        const isAmount = AMOUNT.test((index === 0 ? block.rows[0]?.[i] : row[i]) ?? '');
        for (const [n, line] of lines.entries()) {
          const shift = isAmount ? width - 8 - font.widthOfTextAtSize(line, size) : 0;
          this.page.drawText(line, {
            x: x + 4 + shift,
            y: column.y - size * 1.3 * (n + 1),
            size,
            font,
            color: INK,
          });
        }
        x += width;
      }
      column.y -= height;
      this.page.drawLine({
        start: { x: column.x, y: column.y },
        end: { x: column.x + column.width, y: column.y },
        thickness: index === 0 ? 0.9 : 0.3,
        color: LINE,
      });
    }
    this.gap(column, 10);
  }

  private stamp(text: string): void {
    const size = 13;
    const lines = text.split('\n');
    const width = Math.max(...lines.map((line) => this.bold.widthOfTextAtSize(line, size))) + 20;
    const at = { x: PAGE.width - PAGE.margin - width - 6, y: PAGE.height - 108 };
    const rotate = degrees(6);
    const height = lines.length * 17 + 9;
    this.page.drawRectangle({ ...at, width, height, rotate, borderWidth: 1.6, borderColor: STAMP });
    for (const [n, line] of lines.entries()) {
      const up = height - 17 * (n + 1);
      const angle = (6 * Math.PI) / 180;
      const x = at.x + 10 * Math.cos(angle) - up * Math.sin(angle);
      const y = at.y + 10 * Math.sin(angle) + up * Math.cos(angle);
      this.page.drawText(line, { x, y, size, font: this.bold, color: STAMP, rotate });
    }
  }
}

function wrap(text: string, font: PDFFont, size: number, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line = '';
    for (const word of paragraph.split(' ')) {
      const longer = line ? `${line} ${word}` : word;
      if (line && font.widthOfTextAtSize(longer, size) > width) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    return [...lines, line];
  });
}

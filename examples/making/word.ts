import {
  BorderStyle,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Block, Print } from './packet.ts';

const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' };

/** The blocks as a Word document. */
export async function writeWord(print: Print): Promise<Buffer> {
  const document = new Document({
    creator: 'Claims desk',
    styles: { default: { document: { run: { font: 'Arial', size: (print.size ?? 10.5) * 2 } } } },
    sections: [{ children: print.blocks.flatMap(toWord) }],
  });
  return Packer.toBuffer(document);
}

function toWord(block: Block): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'title':
      return [new Paragraph({ text: block.text, heading: HeadingLevel.HEADING_1, spacing: { after: 200 } })];
    case 'heading':
      return [
        new Paragraph({
          text: block.text,
          heading: HeadingLevel.HEADING_2,
          spacing: { before: 160, after: 80 },
        }),
      ];
    case 'letterhead':
      return [
        new Paragraph({ children: [new TextRun({ text: block.name, bold: true, size: 30 })] }),
        ...block.lines.map((line) => new Paragraph({ children: [new TextRun({ text: line, size: 17 })] })),
        new Paragraph({ text: '' }),
      ];
    case 'text':
    case 'small':
    case 'signature':
      return block.text.split('\n').map(
        (line) =>
          new Paragraph({
            children: [new TextRun({ text: line, italics: block.kind === 'signature' })],
            spacing: { after: 120 },
          }),
      );
    case 'fields':
      return [
        new Paragraph({
          children: block.rows.map(
            ([label, value], index) =>
              new TextRun({ text: `${label}: ${value}`, ...(index === 0 ? {} : { break: 1 }) }),
          ),
        }),
      ];
    case 'table':
      return [wordTable([block.head, ...block.rows], block.widths)];
    case 'space':
    case 'rule':
      return [
        new Paragraph({
          text: '',
          border:
            block.kind === 'rule'
              ? { bottom: { style: BorderStyle.SINGLE, size: 6, color: '777777' } }
              : { bottom: NO_LINE },
        }),
      ];
    case 'pageBreak':
      return [new Paragraph({ text: '', pageBreakBefore: true })];
    case 'boxes':
    case 'columns':
    case 'stamp':
      throw new Error(`a Word document here has no ${block.kind}`);
  }
}

function wordTable(rows: string[][], widths: number[]): Table {
  const total = widths.reduce((sum, width) => sum + width, 0);
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (row, index) =>
        new TableRow({
          children: row.map(
            (value, i) =>
              new TableCell({
                width: { size: ((widths[i] ?? 1) * 100) / total, type: WidthType.PERCENTAGE },
                children: [new Paragraph({ children: [new TextRun({ text: value, bold: index === 0 })] })],
              }),
          ),
        }),
    ),
  });
}

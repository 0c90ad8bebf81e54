import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { apply, type PageFrame, type PlacedWord } from './pdf-words.ts';

interface FormAnnotation {
  subtype?: string;
  fieldType?: string;
  fieldValue?: string | string[] | null;
  rect?: number[];
  hidden?: boolean;
  password?: boolean;
  checkBox?: boolean;
  radioButton?: boolean;
  exportValue?: string;
  buttonValue?: string;
  contentsObj?: { str?: string };
}

const MAX_FONT_PT = 11;

/** What people typed into a page's form fields and notes, as words at the place of the field. */
export async function fieldWords(page: PDFPageProxy, frame: PageFrame): Promise<PlacedWord[]> {
  const annotations = (await page.getAnnotations({ intent: 'display' })) as FormAnnotation[];
  return annotations.flatMap((annotation) => {
    const value = annotation.hidden || annotation.password ? '' : typedInto(annotation);
    return value && annotation.rect?.length === 4 ? place(value, annotation.rect, frame) : [];
  });
}

function typedInto(annotation: FormAnnotation): string {
  if (annotation.subtype === 'FreeText') return annotation.contentsObj?.str ?? '';
  if (annotation.subtype !== 'Widget') return '';
  const { fieldType, fieldValue } = annotation;
  if (fieldType === 'Btn') {
    const on = annotation.checkBox ? annotation.exportValue : annotation.buttonValue;
    if (!annotation.checkBox && !annotation.radioButton) return '';
    return on !== undefined && fieldValue === on ? '[x]' : '[ ]';
  }
  if (fieldType !== 'Tx' && fieldType !== 'Ch') return '';
  return Array.isArray(fieldValue) ? fieldValue.join(', ') : (fieldValue ?? '');
}

function place(value: string, rect: number[], frame: PageFrame): PlacedWord[] {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = rect;
  const [ax, ay] = apply(frame.toPage, x1, y1);
  const [bx, by] = apply(frame.toPage, x2, y2);
  const [left, top, right, bottom] = [Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by)];
  const width = right - left;
  const size = Math.max(4, Math.min(MAX_FONT_PT, 0.75 * (bottom - top)));
  const lines = wrap(value, Math.max(8, Math.floor(width / (0.5 * size))));
  const step = Math.min(1.2 * size, (bottom - top) / lines.length);
  const first = lines.length === 1 ? (top + bottom - size) / 2 : top + 0.1 * size;
  return lines.flatMap((line, row) => {
    const advance = Math.min(0.5 * size, width / Math.max(1, line.length));
    return [...line.matchAll(/\S+/g)].map((match): PlacedWord => {
      const from = left + 1 + match.index * advance;
      const to = from + match[0].length * advance;
      const y = first + row * step;
      const corners: [number, number][] = [
        [from, y],
        [to, y],
        [from, y + Math.min(size, step)],
        [to, y + Math.min(size, step)],
      ];
      return { text: match[0], size, corners, turn: 0, slanted: false };
    });
  });
}

function wrap(value: string, columns: number): string[] {
  const lines: string[] = [];
  for (const paragraph of value.split(/\r\n?|\n/)) {
    let line = '';
    for (const word of paragraph.split(/\s+/).filter(Boolean)) {
      if (line && line.length + word.length >= columns) {
        lines.push(line);
        line = word;
      } else line = line ? `${line} ${word}` : word;
    }
    if (line) lines.push(line);
  }
  return lines;
}

/** Marks around values while a document is written, and text tools that count a mark as nothing. */
import type { FieldKey, FieldValue } from '../../shared/claim-fields.ts';

/** What a mark says is stated: a field, or a fact beside the fields. */
export type MarkKey =
  | FieldKey
  | 'exclusion_all'
  | 'exclusion_part'
  | 'fault_disputed'
  | 'police_said'
  | 'other_loss_date'
  | 'earlier_amount';

// Marks are characters of the private use area: they take no place in a line and never stand in a document.
const FIRST_MARK = 0xe000;
const CLOSE = '\uf8ff';
const MARKS = /[\ue000-\uf8ff]/g;

export const unmarked = (text: string): string => text.replace(MARKS, '');
export const width = (text: string): number => unmarked(text).length;
/** A value of several lines on one. */
export const onOneLine = (text: string): string => text.replaceAll('\n', ', ');
export const pad = (text: string, to: number): string => text + ' '.repeat(Math.max(0, to - width(text)));

/** Lines of at most `columns` characters, broken at spaces; line ends of the text stay. */
export function wrap(text: string, columns: number, indent = ''): string {
  return text
    .split('\n')
    .map((paragraph) => {
      let line = '';
      const lines: string[] = [];
      for (const word of paragraph.split(' ')) {
        if (line !== '' && width(line) + 1 + width(word) > columns) {
          lines.push(line);
          line = indent + word;
        } else line = line === '' && lines.length === 0 ? word : `${line} ${word}`;
      }
      return [...lines, line].join('\n');
    })
    .join('\n');
}

interface Mark {
  key: MarkKey;
  group: number;
  entry: number;
  join: string;
  weak: boolean;
  truth: FieldValue;
}

export interface MarkedSpan extends Mark {
  start: number;
  end: number;
}

/** Sets marks and finds them again. What a layout writes but does not print is not stated. */
export class Marker {
  /** What has been stated so far. */
  readonly truth: Partial<Record<MarkKey, FieldValue>> = {};
  private readonly marks: Mark[] = [];
  private groups = 0;

  begin(key: MarkKey, truth: FieldValue, weak = false, join = ' '): Omit<Mark, 'entry'> {
    this.truth[key] ??= truth;
    this.groups += 1;
    return { key, group: this.groups, join, weak, truth };
  }

  part(mark: Omit<Mark, 'entry'>, printed: string, entry = 0): string {
    this.marks.push({ ...mark, entry });
    return String.fromCharCode(FIRST_MARK + this.marks.length - 1) + printed + CLOSE;
  }

  /** The text without marks, and where each value stands in it. */
  finish(text: string): { text: string; spans: MarkedSpan[] } {
    const open: MarkedSpan[] = [];
    const spans: MarkedSpan[] = [];
    let clean = '';
    let last = 0;
    for (const match of text.matchAll(MARKS)) {
      clean += text.slice(last, match.index);
      last = match.index + 1;
      if (match[0] === CLOSE) {
        const span = open.pop();
        if (span) span.end = clean.length;
      } else {
        const mark = this.marks[match[0].charCodeAt(0) - FIRST_MARK];
        if (!mark) continue;
        const span = { ...mark, start: clean.length, end: clean.length };
        open.push(span);
        spans.push(span);
      }
    }
    clean += text.slice(last);
    return { text: clean, spans };
  }
}

/** Sentences of a text; a marked value is never parted. */
export function sentences(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === CLOSE) depth -= 1;
    else if (char >= '\ue000' && char < CLOSE) depth += 1;
    else if (char === ' ' && depth === 0 && SENTENCE_END.test(unmarked(text.slice(from, at)))) {
      found.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...found, text.slice(from)];
}
// Not after an abbreviation or an initial.
const SENTENCE_END = /(?<!\b(?:no|Dept|Mrs?|Ms|Dr|Prof|St|Inc|Co|Corp|Ltd|Jr|Sr|[A-Z]))[.!?]$/;

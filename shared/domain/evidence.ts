/** From a place in a chunk to the page, the words and the boxes that a person is shown. */
import type { Chunk, ChunkPart, Evidence } from '../answers.ts';
import type { Box, PageText, Word } from '../documents.ts';
import type { Span } from './tokens.ts';

/** The page of a packet, or `undefined` when it was not read. */
export type FindPage = (document: string, page: number) => PageText | undefined;

export const pageFinder = (pages: readonly PageText[]): FindPage => {
  const byKey = new Map(pages.map((page) => [`${page.document}/${page.page}`, page]));
  return (document, page) => byKey.get(`${document}/${page}`);
};

/** Evidence for places in `chunk.text`, one for each page that a place touches. Places between pages give none. */
export function evidenceOf(spans: readonly Span[], chunk: Chunk, findPage: FindPage): Evidence[] {
  return spans.flatMap((span) =>
    chunk.parts.flatMap((part) => {
      const onPage = toPage(span, part);
      const page = onPage && findPage(part.document, part.page);
      return onPage && page ? [quote(onPage, page, chunk.id)] : [];
    }),
  );
}

/** The part of a chunk that holds an offset. */
export const partAt = (chunk: Chunk, offset: number): ChunkPart | undefined =>
  chunk.parts.findLast((part) => part.at <= offset && offset < part.at + (part.end - part.start)) ??
  chunk.parts.findLast((part) => part.at <= offset) ??
  chunk.parts[0];

function toPage(span: Span, part: ChunkPart): Span | null {
  const from = Math.max(span.start, part.at);
  const to = Math.min(span.end, part.at + (part.end - part.start));
  return from < to ? { start: part.start + from - part.at, end: part.start + to - part.at } : null;
}

function quote(span: Span, page: PageText, chunk: string): Evidence {
  const words = page.words.filter((word) => word.start < span.end && span.start < word.end);
  const seen = words.flatMap((word) => (word.ocrConfidence === undefined ? [] : [word.ocrConfidence]));
  const mean = seen.reduce((sum, confidence) => sum + confidence, 0) / seen.length;
  return {
    document: page.document,
    page: page.page,
    ...span,
    boxes: linesOf(words),
    quote: page.text.slice(span.start, span.end),
    chunk,
    ...(seen.length > 0 ? { ocrConfidence: mean } : {}),
  };
}

/** One box for each printed line: words follow on a line while they share half of their height. */
function linesOf(words: readonly Word[]): Box[] {
  const lines: [number, number, number, number][] = [];
  for (const { box } of words) {
    if (!box) continue;
    const line = lines.at(-1);
    const [left, top, right, bottom] = box;
    const shared = line ? Math.min(line[3], bottom) - Math.max(line[1], top) : 0;
    if (line && left >= line[0] && shared > (bottom - top) / 2) {
      line[1] = Math.min(line[1], top);
      line[2] = Math.max(line[2], right);
      line[3] = Math.max(line[3], bottom);
    } else {
      lines.push([left, top, right, bottom]);
    }
  }
  return lines;
}

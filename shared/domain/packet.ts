/** Makes the chunks of a packet ready: each with the labels and conventions of the documents it was cut from. */
import type { Chunk, ChunkAnswer } from '../answers.ts';
import type { PageText } from '../documents.ts';
import { looksForeign } from './addresses.ts';
import type { AnsweredChunk } from './candidates.ts';
import { type DayFirst, detectDayFirst } from './dates.ts';
import { partAt } from './evidence.ts';
import { findLabels, type Label } from './labels/labels.ts';
import { prepare, type Reading } from './reading.ts';

interface WholeDocument {
  /** Where each page begins in the document's text. */
  pageStarts: Map<number, number>;
  labels: Label[];
  dayFirst: DayFirst;
  foreign: boolean;
}

/** Every chunk's text made ready, and those that have an answer together with it. */
export function preparePacket(
  chunks: readonly Chunk[],
  answers: readonly ChunkAnswer[],
  pages: readonly PageText[],
): { answered: AnsweredChunk[]; readings: Reading[] } {
  const documents = wholeDocuments(pages);
  const byChunk = new Map(answers.map((answer) => [answer.chunk, answer]));
  const prepared = chunks.map((chunk) => {
    const at = (offset: number) => documents.get(partAt(chunk, offset)?.document ?? '');
    const reading = prepare(chunk.text, {
      labels: labelsOf(chunk, documents),
      dayFirstAt: (offset) => at(offset)?.dayFirst,
      foreignAt: (offset) => at(offset)?.foreign ?? false,
    });
    return { chunk, reading, answer: byChunk.get(chunk.id) };
  });
  return {
    readings: prepared.map(({ reading }) => reading),
    answered: prepared.flatMap(({ chunk, reading, answer }) => (answer ? [{ chunk, reading, answer }] : [])),
  };
}

function wholeDocuments(pages: readonly PageText[]): Map<string, WholeDocument> {
  const texts = new Map<string, { text: string; pageStarts: Map<number, number> }>();
  for (const page of [...pages].sort((a, b) => a.page - b.page)) {
    const document = texts.get(page.document) ?? { text: '', pageStarts: new Map<number, number>() };
    document.pageStarts.set(page.page, document.text.length);
    document.text += `${page.text}\n\n`;
    texts.set(page.document, document);
  }
  return new Map(
    [...texts].map(([id, { text, pageStarts }]) => [
      id,
      { pageStarts, labels: findLabels(text), dayFirst: detectDayFirst(text), foreign: looksForeign(text) },
    ]),
  );
}

/** The document's labels that reach into the chunk, in the chunk's offsets. */
function labelsOf(chunk: Chunk, documents: Map<string, WholeDocument>): Label[] {
  return chunk.parts.flatMap((part) => {
    const document = documents.get(part.document);
    const pageStart = document?.pageStarts.get(part.page);
    if (!document || pageStart === undefined) return [];
    const shift = part.at - part.start - pageStart;
    const end = part.at + part.end - part.start;
    const clip = (at: number): number => Math.min(end, Math.max(part.at, at + shift));
    return document.labels
      .filter(({ start, value }) => start + shift < end && value.end + shift > part.at)
      .map((label) => ({
        ...label,
        start: clip(label.start),
        end: clip(label.end),
        value: { start: clip(label.value.start), end: clip(label.value.end) },
      }));
  });
}

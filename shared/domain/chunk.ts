/** Packs the pages of a packet into chunks that fit a model's context. Pure: the tokenizer is passed in. */
import type { ChunkPart } from '../answers.ts';
import { BREAKS, type Break, pageUnits, type Unit } from './units.ts';

/** Between stretches of different pages; belongs to no page. */
const PAGE_SEPARATOR = '\n\n';
/** Share of a chunk that repeats the end of the one before, within a document. */
const OVERLAP_SHARE = 1 / 8;
/** How full a chunk must be before it ends at a cut of this kind rather than at a lesser one further on. */
const FULL_ENOUGH: readonly (readonly [Break, number])[] = [
  ['document', 0.4],
  ['page', 0.5],
  ['paragraph', 0.6],
  ['line', 0.75],
  ['sentence', 0.75],
];

export interface PacketPage {
  document: string;
  page: number;
  text: string;
}

export interface ChunkText {
  text: string;
  tokens: number;
  parts: ChunkPart[];
}

interface PlacedUnit extends Unit {
  /** Index into the pages. */
  page: number;
}

/**
 * Chunks of at most `maxTokens` tokens that together hold every character of every page, in order.
 *
 * A chunk ends between documents, pages, paragraphs or lines, in this order of preference; a label
 * keeps its value, a line is cut only where it is longer than a chunk (prose: at sentences). Within a
 * document a chunk repeats the end of the one before. Chunks are packed from the front: adding pages
 * at the end changes no chunk but the last. Pages without a word are empty parts of a neighbour's
 * chunk; a packet without a word has no chunk.
 */
export function chunkPages({
  pages,
  maxTokens,
  countTokens,
}: {
  pages: readonly PacketPage[];
  maxTokens: number;
  countTokens: (text: string) => number;
}): ChunkText[] {
  if (pages.every((page) => page.text.trim() === '')) return [];
  const overlapTokens = Math.floor(maxTokens * OVERLAP_SHARE);
  const units = placeUnits(pages, { maxTokens, sentenceTokens: overlapTokens, countTokens });
  const separatorTokens = countTokens(PAGE_SEPARATOR);
  const cost = (first: number, at: number): number =>
    (units[at]?.tokens ?? 0) + (at > first && units[at]?.page !== units[at - 1]?.page ? separatorTokens : 0);

  const chunks: ChunkText[] = [];
  let first = 0;
  let fresh = 0;
  while (fresh < units.length) {
    let end = first;
    let tokens = 0;
    while (end < units.length && tokens + cost(first, end) <= maxTokens) tokens += cost(first, end++);
    if (end <= fresh) {
      // The repeated end and the next unit do not fit together.
      first = fresh;
      continue;
    }
    if (end < units.length) end = bestCut(units, first, fresh, end, maxTokens, cost);
    let chunk = build(pages, units.slice(first, end), countTokens);
    // Tokens can join across a cut differently than they were counted.
    while (chunk.tokens > maxTokens && end > fresh + 1)
      chunk = build(pages, units.slice(first, --end), countTokens);
    chunks.push(chunk);
    fresh = end;
    first = overlapStart(units, end, overlapTokens);
  }
  return chunks;
}

function placeUnits(pages: readonly PacketPage[], limits: Parameters<typeof pageUnits>[1]): PlacedUnit[] {
  const units: PlacedUnit[] = [];
  const counts = new Map<string, number>();
  const countTokens = (text: string): number => {
    const count = counts.get(text) ?? limits.countTokens(text);
    counts.set(text, count);
    return count;
  };
  pages.forEach((page, index) => {
    const own: Unit[] =
      page.text.trim() === ''
        ? [{ start: 0, end: page.text.length, tokens: 0, breakAfter: 'page' }]
        : pageUnits(page.text, { ...limits, countTokens });
    const last = own.at(-1);
    if (last && page.document !== pages[index + 1]?.document) last.breakAfter = 'document';
    for (const unit of own) units.push({ ...unit, page: index });
  });
  return units;
}

/** The index after the last unit of the chunk that starts at `first`; more than `fresh`, at most `end`. */
function bestCut(
  units: readonly PlacedUnit[],
  first: number,
  fresh: number,
  end: number,
  maxTokens: number,
  cost: (first: number, at: number) => number,
): number {
  const lastCut = new Map<Break, { at: number; filled: number }>();
  let filled = 0;
  for (let at = first; at < end; at++) {
    filled += cost(first, at);
    const kind = units[at]?.breakAfter;
    if (kind && at >= fresh) lastCut.set(kind, { at: at + 1, filled });
  }
  for (const [kind, share] of FULL_ENOUGH) {
    const cut = lastCut.get(kind);
    if (cut && cut.filled >= share * maxTokens) return cut.at;
  }
  const free = BREAKS.filter((kind) => kind !== 'held').map((kind) => lastCut.get(kind)?.at ?? 0);
  // A column of labels that fills a chunk alone leaves no better place than any.
  return Math.max(...free) || end;
}

/** Where the next chunk starts so that it repeats up to `overlapTokens` of the same document before `end`. */
function overlapStart(units: readonly PlacedUnit[], end: number, overlapTokens: number): number {
  if (units[end - 1]?.breakAfter === 'document') return end;
  let start = end;
  let tokens = 0;
  for (let at = end - 1; at > 0; at--) {
    tokens += units[at]?.tokens ?? 0;
    const before = units[at - 1]?.breakAfter;
    if (tokens > overlapTokens) break;
    if (before !== 'held') start = at;
    if (before === 'document') break;
  }
  return start;
}

function build(
  pages: readonly PacketPage[],
  units: readonly PlacedUnit[],
  countTokens: (text: string) => number,
): ChunkText {
  const parts: ChunkPart[] = [];
  let text = '';
  let open = -1;
  for (const unit of units) {
    const page = pages[unit.page];
    if (!page) continue;
    const part = parts.at(-1);
    if (part && open === unit.page) {
      part.end = unit.end;
    } else {
      if (text !== '' && unit.end > unit.start) text += PAGE_SEPARATOR;
      parts.push({
        document: page.document,
        page: page.page,
        start: unit.start,
        end: unit.end,
        at: text.length,
      });
      open = unit.page;
    }
    text += page.text.slice(unit.start, unit.end);
  }
  return { text, tokens: countTokens(text), parts };
}

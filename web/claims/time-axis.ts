/**
 * A time axis on which both seconds of work and days of waiting can be seen: stretches in which no step runs and
 * nothing begins or ends are cut short, and say how long they truly were. Pure.
 */
import { niceStep } from '../charts/scale.ts';

export interface Span {
  from: number;
  until: number;
  /** Whether machines worked: only these stretches keep their true length, however long. */
  work: boolean;
}

export interface AxisBreak {
  from: number;
  until: number;
  /** In shares of the axis' length. */
  left: number;
  right: number;
}

export interface AxisTick {
  at: number;
  left: number;
  /** The first of an unbroken stretch is a time of day, the others are told by what passed since. */
  begins: boolean;
  /** Milliseconds since the tick that begins the stretch. */
  since: number;
}

export interface TimeAxis {
  /** Share of the axis' length, 0 to 1. */
  place(at: number): number;
  breaks: AxisBreak[];
  ticks: AxisTick[];
}

/** A wait takes this share of the axis, in which its length can be written; all waits together no more than the second. */
const BREAK_SHARE = 0.15;
const ALL_BREAKS_SHARE = 0.6;
/** Waits shorter than this stay as they are, and so do those that are shorter than all the work. */
const LEAST_BREAK_MS = 2_000;
const TICKS = 7;
/** Labels nearer to each other than this share of the axis would touch. */
const TICK_DISTANCE = 0.085;

interface Piece {
  from: number;
  until: number;
  cut: boolean;
  length: number;
  left: number;
}

export function timeAxis(spans: readonly Span[]): TimeAxis {
  const moments = [...new Set(spans.flatMap(({ from, until }) => [from, until]))].sort((a, b) => a - b);
  const worked = spans.filter(({ work }) => work);
  const isWork = (from: number, until: number): boolean =>
    worked.some((span) => span.from <= from && span.until >= until && span.until > span.from);
  const plain = moments.slice(1).map((until, index) => {
    const from = moments[index] ?? until;
    return { from, until, work: isWork(from, until) };
  });
  const work = plain.reduce((sum, piece) => sum + (piece.work ? piece.until - piece.from : 0), 0);
  const isCut = (piece: (typeof plain)[number]): boolean =>
    work > 0 && !piece.work && piece.until - piece.from > Math.max(LEAST_BREAK_MS, work);
  const cuts = plain.filter(isCut).length;
  const uncut = plain.reduce((sum, piece) => sum + (isCut(piece) ? 0 : piece.until - piece.from), 0);
  const cutShare = Math.min(ALL_BREAKS_SHARE, cuts * BREAK_SHARE);
  const cutLength = cuts === 0 ? 0 : (uncut * cutShare) / (1 - cutShare) / cuts;
  const pieces: Piece[] = [];
  let length = 0;
  for (const piece of plain) {
    const cut = isCut(piece);
    const drawn = cut ? cutLength : piece.until - piece.from;
    pieces.push({ from: piece.from, until: piece.until, cut, length: drawn, left: length });
    length += drawn;
  }
  const share = (of: number): number => (length === 0 ? 0 : of / length);
  const place = (at: number): number => {
    const piece = pieces.find(({ until }) => at <= until) ?? pieces.at(-1);
    if (!piece) return 0;
    const within = Math.min(1, Math.max(0, (at - piece.from) / (piece.until - piece.from)));
    return share(piece.left + within * piece.length);
  };
  const breaks = pieces
    .filter(({ cut }) => cut)
    .map(({ from, until, left, length: drawn }) => ({
      from,
      until,
      left: share(left),
      right: share(left + drawn),
    }));
  return { place, breaks, ticks: ticksOf(pieces, length, place) };
}

function ticksOf(pieces: readonly Piece[], length: number, place: (at: number) => number): AxisTick[] {
  const step = niceTimeStep(length);
  const stretches: { from: number; until: number }[] = [];
  for (const piece of pieces) {
    const open = stretches.at(-1);
    if (piece.cut) continue;
    if (open && open.until === piece.from) open.until = piece.until;
    else stretches.push({ from: piece.from, until: piece.until });
  }
  const ticks: AxisTick[] = [];
  // The label of a wait stands in its middle; one before it must end where it begins.
  const labels = pieces.filter(({ cut }) => cut).map(({ from, until }) => (place(from) + place(until)) / 2);
  const isFree = (left: number): boolean =>
    labels.every((label) => left > label || label - left > TICK_DISTANCE * 1.6);
  for (const { from, until } of stretches) {
    for (let at = from; at <= until; at += step) {
      const left = place(at);
      const before = ticks.at(-1);
      if ((before && left - before.left < TICK_DISTANCE) || !isFree(left)) continue;
      ticks.push({ at, left, begins: at === from, since: at - from });
    }
  }
  return ticks;
}

const SECOND = 1_000;
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 43_200, 86_400].map(
  (seconds) => seconds * SECOND,
);

/** A step that people count time in. */
export function niceTimeStep(span: number): number {
  const rough = span / TICKS;
  if (rough < SECOND) return Math.max(1, niceStep(span, TICKS));
  return STEPS.find((step) => step >= rough) ?? Math.ceil(rough / 86_400_000) * 86_400_000;
}

import type { Rule } from './cells.ts';
import type { Bitmap } from './skew.ts';

/** Letters have no strokes this long; in inches. */
const MIN_ACROSS = 0.4;
const MIN_DOWN = 0.22;
/** Thicker ones are surfaces. */
const MAX_THICKNESS = 0.04;
/** Specks interrupt a printed line for this many pixels. */
const MAX_BREAK = 2;

interface Run {
  from: number;
  to: number;
}

/** The printed lines of a straight page, in pixels. */
export function findRules({ width, height, ink }: Bitmap, dpi: number): Rule[] {
  const across = collect(height, (y) => runs(width, (x) => ink[y * width + x] === 1, MIN_ACROSS * dpi));
  const down = collect(width, (x) => runs(height, (y) => ink[y * width + x] === 1, MIN_DOWN * dpi));
  const thin = ({ first, last }: Band) => last - first + 1 <= Math.max(2, MAX_THICKNESS * dpi);
  return [
    ...across
      .filter(thin)
      .map(({ from, to, first, last }) => ({ left: from, right: to, top: first, bottom: last })),
    ...down
      .filter(thin)
      .map(({ from, to, first, last }) => ({ left: first, right: last, top: from, bottom: to })),
  ];
}

function runs(length: number, isInk: (at: number) => boolean, minimum: number): Run[] {
  const found: Run[] = [];
  let from = -1;
  let last = -1;
  const end = () => {
    if (from >= 0 && last - from >= minimum) found.push({ from, to: last });
  };
  for (let at = 0; at < length; at++) {
    if (!isInk(at)) continue;
    if (from < 0 || at - last > MAX_BREAK + 1) {
      end();
      from = at;
    }
    last = at;
  }
  end();
  return found;
}

/** A run over neighbouring rows or columns. */
interface Band extends Run {
  first: number;
  last: number;
}

function collect(count: number, runsAt: (index: number) => Run[]): Band[] {
  const bands: Band[] = [];
  let open: Band[] = [];
  for (let index = 0; index < count; index++) {
    const next: Band[] = [];
    for (const run of runsAt(index)) {
      const band = open.find((candidate) => candidate.from <= run.to && candidate.to >= run.from);
      if (band) {
        band.from = Math.min(band.from, run.from);
        band.to = Math.max(band.to, run.to);
        band.last = index;
        if (!next.includes(band)) next.push(band);
      } else {
        const started = { ...run, first: index, last: index };
        bands.push(started);
        next.push(started);
      }
    }
    open = next;
  }
  return bands;
}

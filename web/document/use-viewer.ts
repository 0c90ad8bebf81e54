/** What a viewer of a packet shows, and the commands that change it; a page binds keys to them. */
import { useCallback, useMemo, useState } from 'react';
import type { DocumentAccount, Evidence } from '../api/queries.ts';
import { type PacketPage, pageIndex, pagesOf } from './pages.ts';

/** Times the width of the frame. */
const ZOOMS = [1, 1.3, 1.7, 2.2, 3] as const;

export interface Viewer {
  pages: PacketPage[];
  /** Index of the page that is shown. */
  at: number;
  /** Places to point out, and which of them is meant now. */
  marks: readonly Evidence[];
  mark: number;
  /** Raised whenever the mark is to be brought into sight, also when it is the same one again. */
  jump: number;
  zoom: number;
  asText: boolean;
  show(index: number): void;
  turn(by: number): void;
  /** Points these places out without leaving the page that is shown. */
  point(marks: readonly Evidence[]): void;
  /** Goes to one of the places that are pointed out. */
  jumpTo(mark: number): void;
  zoomBy(steps: number): void;
  fit(): void;
  toggleText(): void;
}

interface Shown {
  at: number;
  marks: readonly Evidence[];
  mark: number;
  jump: number;
}

const NO_MARKS: readonly Evidence[] = [];

/** `first` are the places that are pointed out from the beginning. */
export function useViewer(documents: readonly DocumentAccount[], first = NO_MARKS): Viewer {
  const pages = useMemo(() => pagesOf(documents), [documents]);
  const [shown, setShown] = useState<Shown>(() => ({
    at: Math.max(0, first[0] ? pageIndex(pages, first[0]) : 0),
    ...{ marks: first, mark: 0, jump: 0 },
  }));
  const [zoomStep, setZoomStep] = useState(0);
  const [asText, setAsText] = useState(false);
  const last = Math.max(0, pages.length - 1);
  const within = useCallback((index: number) => Math.min(last, Math.max(0, index)), [last]);

  const show = useCallback((index: number) => setShown((now) => ({ ...now, at: within(index) })), [within]);
  const turn = useCallback(
    (by: number) => setShown((now) => ({ ...now, at: within(now.at + by) })),
    [within],
  );
  const point = useCallback(
    (marks: readonly Evidence[]) => setShown((now) => ({ ...now, marks, mark: 0 })),
    [],
  );
  const jumpTo = useCallback(
    (mark: number) =>
      setShown((now) => {
        const place = now.marks[mark];
        const at = place ? pageIndex(pages, place) : -1;
        return at < 0 ? now : { ...now, at, mark, jump: now.jump + 1 };
      }),
    [pages],
  );
  const zoomBy = useCallback(
    (steps: number) => setZoomStep((step) => Math.min(ZOOMS.length - 1, Math.max(0, step + steps))),
    [],
  );
  const fit = useCallback(() => setZoomStep(0), []);
  const toggleText = useCallback(() => setAsText((now) => !now), []);
  const zoom = ZOOMS[zoomStep] ?? 1;
  return {
    ...{ pages, ...shown, at: within(shown.at), zoom, asText },
    ...{ show, turn, point, jumpTo, zoomBy, fit, toggleText },
  };
}

import { useEffect, useRef, useState } from 'react';
import type { Evidence } from '../api/queries.ts';
import { Notice } from '../parts/states.tsx';
import { type ImageWidth, imageAddress, type PacketPage } from './pages.ts';
import { useLater } from './use-later.ts';

export interface Mark {
  evidence: Evidence;
  /** Its index among all that are pointed out. */
  place: number;
  current: boolean;
}

export interface PageProps {
  claimId: string;
  page: PacketPage;
  marks: Mark[];
  /** Changes when the current mark is to be brought into sight. */
  jump: number;
  zoom: number;
}

/** Pixels of the page's image; beyond them the larger one is asked for. */
const PAGE_WIDTH = 1_000;

/** A page that follows the last one this soon is leafed past, or the last one was. */
const LEAFING_MS = 250;
const REST_MS = 120;
let turnedAt = 0;

/** How long to wait before a page that was just turned to is asked for. */
function restBefore(): number {
  const now = performance.now();
  const leafing = now - turnedAt < LEAFING_MS;
  turnedAt = now;
  return leafing ? REST_MS : 0;
}

export function PageImage({
  claimId,
  page,
  next,
  marks,
  jump,
  zoom,
}: PageProps & { next: PacketPage | undefined }) {
  const [state, setState] = useState<'loading' | 'there' | 'failed'>('loading');
  const [tries, setTries] = useState(0);
  const [rest] = useState(restBefore);
  const wanted = useLater(rest);
  const [width, setWidth] = useState<ImageWidth>(PAGE_WIDTH);
  const frame = useRef<HTMLElement>(null);
  const current = useRef<HTMLSpanElement>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: again for each jump, zoom, and once there is an image
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'center', inline: 'center' });
  }, [jump, zoom, state]);

  useEffect(() => {
    const shown = (frame.current?.clientWidth ?? 0) * zoom * Math.min(devicePixelRatio, 2);
    if (shown > PAGE_WIDTH * 1.25) setWidth(2_000);
  }, [zoom]);

  useEffect(() => {
    if (state !== 'there' || !next?.hasImage) return;
    new Image().src = imageAddress(claimId, next, PAGE_WIDTH);
  }, [state, claimId, next]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls what has the focus
    <section className="viewer-frame" ref={frame} tabIndex={0} data-scrolls aria-label="Image of the page">
      {state === 'failed' ? (
        <Notice
          tone="bad"
          title="The image of this page cannot be shown"
          actions={
            <button
              type="button"
              className="button"
              onClick={() => {
                setState('loading');
                setTries(tries + 1);
              }}
            >
              Try again
            </button>
          }
        >
          <p>The text that was read from it may be there: switch to text above.</p>
        </Notice>
      ) : (
        <div
          className={`page-image ${state}`}
          style={{
            width: `${zoom * 100}%`,
            ...(state === 'loading' && wanted
              ? { backgroundImage: `url("${imageAddress(claimId, page, 200)}")` }
              : undefined),
          }}
        >
          {wanted && (
            <img
              key={tries}
              className="page-image-shown"
              src={imageAddress(claimId, page, width)}
              decoding="async"
              alt={`Page ${page.page} of ${page.name}`}
              onLoad={() => setState('there')}
              onError={() => setState('failed')}
            />
          )}
          {state === 'there' &&
            marks.flatMap(({ evidence, place, current: isCurrent }) =>
              evidence.boxes.map(([left = 0, top = 0, right = 0, bottom = 0], line) => (
                <span
                  key={`${place}/${top}/${left}`}
                  ref={isCurrent && line === 0 ? current : undefined}
                  className={isCurrent ? 'mark current' : 'mark'}
                  style={{
                    left: `${left * 100}%`,
                    top: `${top * 100}%`,
                    width: `${(right - left) * 100}%`,
                    height: `${(bottom - top) * 100}%`,
                  }}
                />
              )),
            )}
        </div>
      )}
    </section>
  );
}

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { ApiProblem } from '../api/client.ts';
import { pageTextQuery } from '../api/queries.ts';
import { ErrorNotice, Loading, Notice } from '../parts/states.tsx';
import type { Mark, PageProps } from './page-image.tsx';

/** The text of a page as it was read, in text nodes alone: whatever a document says, nothing of it is markup. */
export function PageWords({ claimId, page, marks, jump, zoom }: PageProps) {
  const text = useQuery(pageTextQuery(claimId, page.document, page.page));
  const current = useRef<HTMLElement>(null);
  const there = text.data !== undefined;

  // biome-ignore lint/correctness/useExhaustiveDependencies: again for each jump, zoom, and once there is a text
  useEffect(() => {
    current.current?.scrollIntoView({ block: 'center' });
  }, [jump, zoom, there]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls what has the focus
    <section className="viewer-frame" tabIndex={0} data-scrolls aria-label="Text of the page">
      {page.unread || (text.error instanceof ApiProblem && text.error.status === 404) ? (
        <Notice tone="doubt" title="Nothing was read from this page">
          <p>
            {page.hasImage
              ? 'Look at its image: what it says is in no field.'
              : 'Look at the document itself: what it says is in no field.'}
          </p>
        </Notice>
      ) : text.error ? (
        <ErrorNotice error={text.error} onRetry={() => void text.refetch()} />
      ) : text.data ? (
        <pre className="page-words" style={{ fontSize: `${zoom}em` }}>
          {pieces(text.data.text, marks, (mark, piece) => (
            <mark
              key={mark.place}
              ref={mark.current ? current : undefined}
              className={mark.current ? 'current' : ''}
            >
              {piece}
            </mark>
          ))}
        </pre>
      ) : (
        <Loading />
      )}
    </section>
  );
}

/** The text cut at the marks; of marks that overlap the first one counts, the current one first of all. */
function pieces(
  text: string,
  marks: readonly Mark[],
  drawn: (mark: Mark, piece: string) => ReactNode,
): ReactNode[] {
  const byRank = [...marks].sort((a, b) => Number(b.current) - Number(a.current));
  const taken: Mark[] = [];
  for (const mark of byRank) {
    const { start, end } = mark.evidence;
    if (end <= start || end > text.length) continue;
    if (taken.every((other) => end <= other.evidence.start || start >= other.evidence.end)) taken.push(mark);
  }
  taken.sort((a, b) => a.evidence.start - b.evidence.start);
  const parts: ReactNode[] = [];
  let at = 0;
  for (const mark of taken) {
    const { start, end } = mark.evidence;
    parts.push(text.slice(at, start), drawn(mark, text.slice(start, end)));
    at = end;
  }
  parts.push(text.slice(at));
  return parts;
}

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { REJECTIONS, type RejectionCode } from '../../shared/documents.ts';
import type { DocumentAccount } from '../api/queries.ts';
import { imageAddress, nameOf, type PacketPage, pageIndex } from './pages.ts';
import { useLater } from './use-later.ts';
import type { Viewer } from './use-viewer.ts';

type Row =
  | { kind: 'document'; document: DocumentAccount }
  | { kind: 'page'; page: PacketPage; index: number };

/** The page itself comes first, and what is scrolled past never. */
const THUMBNAIL_REST_MS = 150;

const HEIGHTS = { document: 40, rejected: 74, page: 134 } as const;

const heightOf = (row: Row | undefined): number => {
  if (row?.kind !== 'document') return HEIGHTS.page;
  return row.document.rejection ? HEIGHTS.rejected : HEIGHTS.document;
};

/** The pages in small. Of sixty only those in sight are there. */
export function Thumbnails({
  claimId,
  documents,
  viewer,
}: {
  claimId: string;
  documents: readonly DocumentAccount[];
  viewer: Viewer;
}) {
  const { pages, at } = viewer;
  const rows = useMemo(() => rowsOf(documents, pages), [documents, pages]);
  const frame = useRef<HTMLElement>(null);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: (index) => heightOf(rows[index]),
    overscan: 3,
    scrollPaddingStart: HEIGHTS.document + 4,
    paddingStart: 4,
    paddingEnd: 12,
  });

  useEffect(() => {
    const row = rows.findIndex((each) => each.kind === 'page' && each.index === at);
    if (row >= 0) list.scrollToIndex(row, { align: 'auto' });
  }, [at, rows, list]);

  return (
    <nav className="thumbnails" ref={frame} aria-label="Pages of the packet">
      <ul style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          return (
            <li key={item.key} style={{ transform: `translateY(${item.start}px)`, height: item.size }}>
              {row.kind === 'document' ? (
                <DocumentName document={row.document} />
              ) : (
                <Thumbnail
                  claimId={claimId}
                  page={row.page}
                  current={row.index === at}
                  onShow={() => viewer.show(row.index)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function rowsOf(documents: readonly DocumentAccount[], pages: readonly PacketPage[]): Row[] {
  return documents.flatMap((document) => [
    { kind: 'document' as const, document },
    ...document.pages.flatMap(({ page }): Row[] => {
      const index = pageIndex(pages, { document: document.document, page });
      const found = pages[index];
      return found ? [{ kind: 'page', page: found, index }] : [];
    }),
  ]);
}

function DocumentName({ document }: { document: DocumentAccount }) {
  const { rejection } = document;
  const cause = rejection && (REJECTIONS[rejection.code as RejectionCode] ?? rejection.detail);
  return (
    <div className="thumbnails-document" title={cause ? `${nameOf(document)}: ${cause}` : nameOf(document)}>
      <span>
        {document.attachedTo !== null && '↳ '}
        {nameOf(document)}
      </span>
      {cause && <span className="thumbnails-rejected">{cause}</span>}
    </div>
  );
}

function Thumbnail({
  claimId,
  page,
  current,
  onShow,
}: {
  claimId: string;
  page: PacketPage;
  current: boolean;
  onShow: () => void;
}) {
  const wanted = useLater(THUMBNAIL_REST_MS);
  return (
    <button
      type="button"
      className="thumbnail"
      aria-current={current ? 'page' : undefined}
      aria-label={`${page.name}, page ${page.page}${page.unread ? ', not read' : ''}`}
      onClick={onShow}
    >
      {page.hasImage ? (
        <img
          className="thumbnail-image"
          src={wanted ? imageAddress(claimId, page, 200) : undefined}
          alt=""
          decoding="async"
        />
      ) : (
        <span className="thumbnail-text" aria-hidden="true">
          <i /> <i /> <i /> <i /> <i /> <i />
        </span>
      )}
      <span className="thumbnail-number">
        {page.page}
        {page.unread && <span className="thumbnail-unread"> not read</span>}
      </span>
    </button>
  );
}

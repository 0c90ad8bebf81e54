/** A packet to look at: thumbnails, the page as people see it or as text, and the places that are pointed out. */
import './document.css';
import type { DocumentAccount } from '../api/queries.ts';
import { Empty } from '../parts/states.tsx';
import { PageImage } from './page-image.tsx';
import { PageWords } from './page-words.tsx';
import { Thumbnails } from './thumbnails.tsx';
import type { Viewer } from './use-viewer.ts';
import { ViewerBar } from './viewer-bar.tsx';

export function DocumentViewer({
  claimId,
  documents,
  viewer,
}: {
  claimId: string;
  documents: readonly DocumentAccount[];
  viewer: Viewer;
}) {
  const page = viewer.pages[viewer.at];
  const marks = page
    ? viewer.marks.flatMap((evidence, index) =>
        evidence.document === page.document && evidence.page === page.page
          ? [{ evidence, place: index, current: index === viewer.mark }]
          : [],
      )
    : [];
  return (
    <div className="viewer">
      <Thumbnails claimId={claimId} documents={documents} viewer={viewer} />
      <section className="viewer-main" aria-label="Page">
        {page ? (
          <>
            <ViewerBar claimId={claimId} page={page} viewer={viewer} />
            {page.hasImage && !viewer.asText ? (
              <PageImage
                key={`${page.document}/${page.page}`}
                claimId={claimId}
                page={page}
                next={viewer.pages[viewer.at + 1]}
                marks={marks}
                jump={viewer.jump}
                zoom={viewer.zoom}
              />
            ) : (
              <PageWords
                key={`${page.document}/${page.page}`}
                claimId={claimId}
                page={page}
                marks={marks}
                jump={viewer.jump}
                zoom={viewer.zoom}
              />
            )}
          </>
        ) : (
          <Empty title="There is no page to look at">No document of this packet could be opened.</Empty>
        )}
      </section>
    </div>
  );
}

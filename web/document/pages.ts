/** A packet as one run of pages. */
import { hasPageImages } from '../../shared/documents.ts';
import { addressOf } from '../api/client.ts';
import type { DocumentAccount } from '../api/queries.ts';

export interface PacketPage {
  document: string;
  /** Within its document, from 1. */
  page: number;
  name: string;
  /** Pages of some documents are text and nothing else. */
  hasImage: boolean;
  unread: boolean;
}

export const nameOf = (document: DocumentAccount): string => document.name || 'unnamed document';

export function pagesOf(documents: readonly DocumentAccount[]): PacketPage[] {
  return documents.flatMap((document) =>
    document.pages.map(({ page, source }) => ({
      document: document.document,
      page,
      name: nameOf(document),
      hasImage: hasPageImages(document.kind),
      unread: source === 'unread',
    })),
  );
}

export const pageIndex = (
  pages: readonly PacketPage[],
  { document, page }: { document: string; page: number },
): number => pages.findIndex((each) => each.document === document && each.page === page);

export type ImageWidth = 200 | 1000 | 2000;

export const imageAddress = (claimId: string, { document, page }: PacketPage, width: ImageWidth): string =>
  `${addressOf('/v1/claims/{id}/content/{document}/pages/{page}/image', { id: claimId, document, page })}?width=${width}`;

export const documentAddress = (claimId: string, document: string): string =>
  addressOf('/v1/claims/{id}/content/{document}', { id: claimId, document });

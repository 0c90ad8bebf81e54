import type { DocumentKind, PageSource, PageText } from '../../shared/documents.ts';

/** A page as it was read, before it belongs to a stored document. */
export type PageContent = Omit<PageText, 'document'>;

export interface Attachment {
  name: string;
  bytes: Uint8Array;
}

/** Everything one document holds: each of its pages is in exactly one of `pages`, `toRecognise` and `unread`. */
export interface DocumentContent {
  kind: DocumentKind;
  pages: PageContent[];
  toRecognise: number[];
  unread: number[];
  attachments: Attachment[];
}

/** A page of running text: its words lie where its non-blank stretches lie. */
export function textPage(page: number, text: string, source: PageSource = 'text'): PageContent {
  const words = [...text.matchAll(/\S+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  return { page, source, text, words };
}

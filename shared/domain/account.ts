import type { DocumentAccount, DocumentReading, DocumentRef } from '../documents.ts';

/** The account of a packet: every document with every page, read or not, and why one was rejected. */
export function accountOf(handedIn: DocumentRef[], readings: DocumentReading[]): DocumentAccount[] {
  const refs = [...handedIn, ...readings.flatMap((reading) => reading.attachments)];
  const names = new Map(refs.map(({ sha256, name }) => [sha256, name]));
  return readings.map((reading) => ({
    document: reading.document,
    name: names.get(reading.document) ?? '',
    kind: reading.kind ?? null,
    attachedTo: reading.attachedTo ?? null,
    pages: [
      ...reading.pages.map(({ page, source }) => ({ page, source })),
      ...[...reading.unread, ...reading.toRecognise].map((page) => ({ page, source: 'unread' as const })),
    ],
    rejection: reading.rejection ?? null,
  }));
}

/** The pages of an account, in the packet's order. */
export const pagesOf = (documents: DocumentAccount[]) =>
  documents.flatMap(({ document, pages }) => pages.map((page) => ({ document, ...page })));

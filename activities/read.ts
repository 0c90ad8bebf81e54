import { createHash } from 'node:crypto';
import type { DocumentReading, DocumentRef, PageSummary, PageText } from '../shared/documents.ts';
import type { Logger } from '../shared/log.ts';
import { objectKeys } from '../shared/object-keys.ts';
import { type ObjectStore, putJson } from '../shared/objects/object-store.ts';
import type { Attachment, DocumentContent, PageContent } from './reading/content.ts';
import { heartbeating } from './reading/heartbeat.ts';
import { DEFAULT_LIMITS, type ReadingLimits } from './reading/limits.ts';
import type { Reader } from './reading/reader.ts';
import { Rejected } from './reading/rejection.ts';

export interface ReadDependencies {
  objects: ObjectStore;
  reader: Reader;
  log: Logger;
  limits?: ReadingLimits;
}

export interface ReadDocumentInput {
  tenant: string;
  document: DocumentRef;
  /** SHA-256 of the message that the document was attached to. */
  attachedTo?: string;
  /** 0 for the documents of the packet, one more for each attachment of an attachment. */
  depth: number;
}

/** What a history keeps of a page. */
export function summarise({ page, source, words }: PageContent): PageSummary {
  const scores = words.flatMap(({ ocrConfidence }) => (ocrConfidence === undefined ? [] : [ocrConfidence]));
  const sum = scores.reduce((all, score) => all + score, 0);
  const mean = scores.length > 0 ? { ocrConfidence: Math.round((1e3 * sum) / scores.length) / 1e3 } : {};
  return { page, source, words: words.length, ...mean };
}

/** Stores a page's text under its key; the bytes of a document are read into one text only. */
export async function storePage(
  objects: ObjectStore,
  tenant: string,
  document: string,
  page: PageContent,
): Promise<PageSummary> {
  const key = objectKeys.page(tenant, document, page.page);
  const stored: PageText = { document, ...page };
  if (!(await objects.has(key))) await putJson(objects, key, stored);
  return summarise(page);
}

export function readActivities({ objects, reader, log, limits = DEFAULT_LIMITS }: ReadDependencies) {
  async function storeAttachment(tenant: string, { name, bytes }: Attachment): Promise<DocumentRef> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const key = objectKeys.document(tenant, sha256);
    if (!(await objects.has(key))) await objects.put(key, bytes);
    return { sha256, name };
  }

  async function store(
    { tenant, document }: ReadDocumentInput,
    content: DocumentContent,
  ): Promise<Omit<DocumentReading, 'attachedTo'>> {
    const pages: PageSummary[] = [];
    for (const page of content.pages) pages.push(await storePage(objects, tenant, document.sha256, page));
    const attachments: DocumentRef[] = [];
    for (const attachment of content.attachments) attachments.push(await storeAttachment(tenant, attachment));
    const { kind, toRecognise, unread } = content;
    return { document: document.sha256, kind, pages, toRecognise, unread, attachments };
  }

  return {
    /**
     * Reads a document: its type, its pages, the text of those that carry it. A document that cannot
     * be read is a result with a `rejection`; failures are `ObjectMissing`, `StoreUnavailable` and
     * `ReaderCrashed`. Repeating it is harmless: the same bytes give the same objects.
     */
    async readDocument(input: ReadDocumentInput): Promise<DocumentReading> {
      const { tenant, document, attachedTo, depth } = input;
      const from = attachedTo === undefined ? {} : { attachedTo };
      return heartbeating(async (signal) => {
        try {
          if (depth > limits.maxDepth) throw new Rejected('nested_too_deep');
          const bytes = await objects.get(objectKeys.document(tenant, document.sha256));
          const request = { document: document.sha256, name: document.name, bytes, signal };
          return { ...(await store(input, await reader.read(request))), ...from };
        } catch (error) {
          if (!(error instanceof Rejected)) throw error;
          log.warn({ document: document.sha256, code: error.code }, 'document rejected');
          return {
            document: document.sha256,
            ...from,
            pages: [],
            toRecognise: [],
            unread: [],
            attachments: [],
            rejection: { code: error.code, detail: error.detail },
          };
        }
      });
    },
  };
}

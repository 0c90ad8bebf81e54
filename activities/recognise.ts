import type { PageSummary, PageText } from '../shared/documents.ts';
import { objectKeys } from '../shared/object-keys.ts';
import { getJson } from '../shared/objects/object-store.ts';
import { type ReadDependencies, storePage, summarise } from './read.ts';
import { heartbeating } from './reading/heartbeat.ts';
import { Rejected } from './reading/rejection.ts';

export interface RecognisePagesInput {
  tenant: string;
  /** SHA-256 of the document. */
  document: string;
  pages: number[];
}

/** Each page asked for is in exactly one of both lists. */
export interface RecognisedPages {
  pages: PageSummary[];
  unread: number[];
}

export function recogniseActivities({ objects, reader, log }: ReadDependencies) {
  return {
    /**
     * Recognises the words of pages that have no usable text layer. A page that cannot be read lands
     * in `unread`; failures are `ObjectMissing`, `StoreUnavailable` and `ReaderCrashed`. Pages that
     * are stored already are not recognised again.
     */
    async recognisePages({ tenant, document, pages }: RecognisePagesInput): Promise<RecognisedPages> {
      return heartbeating(async (signal) => {
        const missing: number[] = [];
        const found: PageSummary[] = [];
        for (const page of pages) {
          const key = objectKeys.page(tenant, document, page);
          if (await objects.has(key)) found.push(summarise(await getJson<PageText>(objects, key)));
          else missing.push(page);
        }
        if (missing.length === 0) return { pages: found, unread: [] };
        const bytes = await objects.get(objectKeys.document(tenant, document));
        const recognise = async (page: number): Promise<PageSummary | null> => {
          try {
            // The name was judged when the document was read.
            const content = await reader.recognise({ document, name: '', bytes, page, signal });
            return content && (await storePage(objects, tenant, document, content));
          } catch (error) {
            if (!(error instanceof Rejected)) throw error;
            log.warn({ document, page, code: error.code }, 'page not read');
            return null;
          }
        };
        const results = await Promise.all(missing.map(recognise));
        const read = results.filter((summary) => summary !== null);
        return {
          pages: [...found, ...read].toSorted((a, b) => a.page - b.page),
          unread: missing.filter((_, index) => results[index] === null),
        };
      });
    },
  };
}

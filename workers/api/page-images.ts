/** Images of pages: rendered from the document in a process of its own, and kept in the object store. */
import { createReader } from '../../activities/reading/reader.ts';
import { Rejected } from '../../activities/reading/rejection.ts';
import type { Config } from '../../shared/config.ts';
import { type DocumentAccount, hasPageImages } from '../../shared/documents.ts';
import type { Logger } from '../../shared/log.ts';
import { objectKeys } from '../../shared/object-keys.ts';
import type { ObjectStore } from '../../shared/objects/object-store.ts';
import { Problem } from './problems.ts';

/** Of one server: the machine is the workers' as well. */
const PROCESSES = 2;
const WITHIN_MS = 20_000;
/** Pages that a reviewer sees first. */
const AHEAD = 2;

interface PageAsked {
  tenant: string;
  /** SHA-256. */
  document: string;
  page: number;
  /** In pixels. */
  width: number;
}

export interface PageImages {
  /** The page as WebP. Throws `page_without_image` where it cannot be drawn and `busy` where that takes too long. */
  find(asked: PageAsked): Promise<Uint8Array>;
  /** Draws the first pages before anybody asks for them; what cannot be drawn is left. */
  ahead(tenant: string, documents: DocumentAccount[], width: number): void;
  close(): Promise<void>;
}

export function openPageImages(objects: ObjectStore, config: Config, log: Logger): PageImages {
  const reader = createReader({
    processes: Math.min(PROCESSES, config.READER_PROCESSES),
    timeoutMs: config.READER_TIMEOUT_MS,
    memoryMb: config.READER_MEMORY_MB,
  });
  const underWay = new Map<string, Promise<Uint8Array>>();

  async function draw({ tenant, document, page, width }: PageAsked, key: string): Promise<Uint8Array> {
    if (await objects.has(key)) return objects.get(key);
    const bytes = await objects.get(objectKeys.document(tenant, document));
    const signal = AbortSignal.timeout(WITHIN_MS);
    try {
      // The name was judged when the document was read.
      const image = await reader.render({ document, name: '', bytes, page, width, signal });
      await objects.put(key, image);
      return image;
    } catch (error) {
      if (signal.aborted) throw new Problem('busy', { headers: { 'retry-after': '2' } });
      if (!(error instanceof Rejected)) throw error;
      log.info({ document, page, code: error.code }, 'a page cannot be drawn');
      throw new Problem('page_without_image');
    }
  }

  function find(asked: PageAsked): Promise<Uint8Array> {
    const key = objectKeys.pageImage(asked.tenant, asked.document, asked.page, asked.width);
    const known = underWay.get(key);
    if (known) return known;
    const drawn = draw(asked, key).finally(() => underWay.delete(key));
    underWay.set(key, drawn);
    return drawn;
  }

  return {
    find,
    ahead(tenant, documents, width) {
      const pages = documents.flatMap(({ document, kind, pages }) =>
        hasPageImages(kind) ? pages.map(({ page }) => ({ tenant, document, page, width })) : [],
      );
      for (const asked of pages.slice(0, AHEAD)) find(asked).catch(() => {});
    },
    close: () => reader.close(),
  };
}

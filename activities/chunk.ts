import { createHash } from 'node:crypto';
import { Context } from '@temporalio/activity';
import pLimit from 'p-limit';
import type { Chunk, ChunkRef, ModelVersion } from '../shared/answers.ts';
import type { PageText } from '../shared/documents.ts';
import { type ChunkText, chunkPages } from '../shared/domain/chunk.ts';
import type { LoadModel, Model } from '../shared/model.ts';
import { objectKeys } from '../shared/object-keys.ts';
import { getJson, type ObjectStore, putJson } from '../shared/objects/object-store.ts';

/** Requests to the object store in flight for one packet. */
const STORE_REQUESTS = 16;

export interface ChunkRequest {
  tenant: string;
  model: ModelVersion;
  /** The documents in the packet's order, each with its read pages. */
  readings: { document: string; pages: number[] }[];
}

export function chunkActivities({ objects, models }: { objects: ObjectStore; models: LoadModel }) {
  return {
    /**
     * Cuts the packet's pages into chunks for this model version and stores each under its id.
     * Idempotent: the same pages give the same ids, and chunks of pages handed in before stay as they
     * were, save the last. Throws `ObjectMissing`, `ModelMissing`, `StoreUnavailable`.
     */
    async chunkPacket({ tenant, model, readings }: ChunkRequest): Promise<{ chunks: ChunkRef[] }> {
      const { cancellationSignal } = Context.current();
      const { chunkTokens, countTokens, neutralise, ...loaded } = models(model.name);
      const limit = pLimit(STORE_REQUESTS);

      const places = readings.flatMap(({ document, pages }) => pages.map((page) => ({ document, page })));
      const pages = await limit.map(places, async ({ document, page }) => {
        cancellationSignal.throwIfAborted();
        const { text } = await getJson<PageText>(objects, objectKeys.page(tenant, document, page));
        Context.current().heartbeat();
        return { document, page, text: neutralise(text) };
      });

      const chunks = chunkPages({ pages, maxTokens: chunkTokens, countTokens }).map(
        (chunk): Chunk => ({ id: chunkId(chunk, model, loaded), ...chunk }),
      );
      await limit.map(chunks, async (chunk) => {
        cancellationSignal.throwIfAborted();
        const key = objectKeys.chunk(tenant, chunk.id);
        if (!(await objects.has(key))) await putJson(objects, key, chunk);
        Context.current().heartbeat();
      });
      return { chunks: chunks.map(chunkRef) };
    },
  };
}

/** The parts are in it: the same words in another document are another chunk, with evidence of its own. */
function chunkId(
  { text, parts }: ChunkText,
  { promptVersion }: ModelVersion,
  { tokenizerSha256 }: Pick<Model, 'tokenizerSha256'>,
): string {
  return createHash('sha256')
    .update(JSON.stringify([promptVersion, tokenizerSha256, parts, text]))
    .digest('hex');
}

function chunkRef({ id, tokens, parts }: Chunk): ChunkRef {
  const pages = new Map(parts.map(({ document, page }) => [`${document}/${page}`, { document, page }]));
  return { id, tokens, pages: [...pages.values()] };
}

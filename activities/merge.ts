import pLimit from 'p-limit';
import type { Chunk, ChunkAnswer, ModelVersion } from '../shared/answers.ts';
import type { PageText } from '../shared/documents.ts';
import { mergeAnswers } from '../shared/domain/merge.ts';
import { type ObjectKey, objectKeys } from '../shared/object-keys.ts';
import { getJson, type ObjectStore, putJson } from '../shared/objects/object-store.ts';

/** Requests to the object store in flight for one packet. */
const STORE_REQUESTS = 16;

export interface MergeRequest {
  tenant: string;
  claimId: string;
  round: number;
  model: ModelVersion;
  /** Ids of the answered chunks, in the packet's order. */
  chunks: string[];
  /** Ids of the chunks without a usable answer: what their labels announce is in doubt. */
  unread?: string[];
}

export function mergeActivities({ objects }: { objects: ObjectStore }) {
  return {
    /**
     * Merges the chunks' answers into the claim of this round and stores it. Idempotent: a retry writes
     * the same object again. Throws `ObjectMissing`, `StoreUnavailable`.
     */
    async mergeAnswers({
      tenant,
      claimId,
      round,
      model,
      chunks: ids,
      unread = [],
    }: MergeRequest): Promise<{ object: ObjectKey }> {
      const limit = pLimit(STORE_REQUESTS);
      const chunks = await limit.map([...ids, ...unread], (id) =>
        getJson<Chunk>(objects, objectKeys.chunk(tenant, id)),
      );
      const answers = await limit.map(ids, (id) =>
        getJson<ChunkAnswer>(objects, objectKeys.answer(tenant, id, model.name)),
      );
      const keys = new Set(
        chunks.flatMap(({ parts }) =>
          parts.map(({ document, page }) => objectKeys.page(tenant, document, page)),
        ),
      );
      const pages = await limit.map([...keys], (key) => getJson<PageText>(objects, key));
      const object = objectKeys.merged(tenant, claimId, round);
      await putJson(objects, object, mergeAnswers({ chunks, answers, pages, model }));
      return { object };
    },
  };
}

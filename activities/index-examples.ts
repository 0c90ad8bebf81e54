/** Puts verified claims where prompts find them: text and answer sealed in the object store, the de-identified text in the index. */
import pLimit from 'p-limit';
import type { Claim, ModelAnswer } from '../shared/claim-fields.ts';
import type { Database } from '../shared/database/database.ts';
import { indexExampleRow, listUnindexed, type VerifiedClaim } from '../shared/database/examples.ts';
import type { PageText } from '../shared/documents.ts';
import { oneLine } from '../shared/domain/tokens.ts';
import { deidentify } from '../shared/extractors/deidentify.ts';
import { objectKeys } from '../shared/object-keys.ts';
import { getJson, type ObjectStore, putJson } from '../shared/objects/object-store.ts';
import { sha256 } from '../shared/packet.ts';

/** An example as it lies in the object store. */
export interface StoredExample {
  id: string;
  text: string;
  labels: Claim;
  /** Values as printed, where they are known; else they are looked for in the text. */
  answer?: ModelAnswer;
}

export type NewExample = StoredExample & {
  /** SHA-256 of the documents that the text was read from; default: of the text as a document. */
  documents?: string[];
};

interface Index {
  database: Database;
  objects: ObjectStore;
  tenant: string;
}

/** The same words are the same text, however they are spaced. */
export const textSha256 = (text: string): string => sha256(oneLine(text));

const AT_ONCE = 8;

/**
 * Indexes one verified example. Idempotent: the same text is one example, and a source that is indexed
 * again with another text leaves only that. Fails with `StoreUnavailable` and `DatabaseUnavailable`.
 */
async function indexExample({ database, objects, tenant }: Index, example: NewExample): Promise<void> {
  const { documents, ...stored } = example;
  const { id, text, labels } = stored;
  const hash = textSha256(text);
  const object = objectKeys.example(tenant, hash);
  // First, so that whatever the index names is there.
  await putJson(objects, object, stored satisfies StoredExample);
  await database.transaction((within) =>
    indexExampleRow(within, {
      ...{ tenant, object },
      textSha256: hash,
      sourceId: id,
      documents: documents ?? [sha256(text)],
      chars: text.length,
      searched: deidentify(text, labels),
    }),
  );
}

/** Indexes labelled texts of a data set. Returns how many there are. */
export async function indexLabelledExamples(
  database: Database,
  objects: ObjectStore,
  tenant: string,
  examples: readonly NewExample[],
): Promise<number> {
  await pLimit(AT_ONCE).map(examples, (example) => indexExample({ database, objects, tenant }, example));
  return examples.length;
}

/** Indexes the tenant's claims that people verified since they were last indexed. Returns how many. */
export async function indexVerifiedExamples(
  database: Database,
  objects: ObjectStore,
  tenant: string,
): Promise<number> {
  const claims = await listUnindexed(database, tenant);
  await pLimit(AT_ONCE).map(claims, async (claim) => {
    const text = await textOf(claim, objects);
    if (text.trim() === '') return;
    const { claimId, labels, documents } = claim;
    await indexExample(
      { database, objects, tenant },
      { id: claimId, text, labels, documents: documents.map(({ sha256 }) => sha256) },
    );
  });
  return claims.length;
}

/** The pages that were read, in the packet's order. */
async function textOf({ tenant, documents }: VerifiedClaim, objects: ObjectStore): Promise<string> {
  const keys = documents.flatMap(({ sha256, pages }) =>
    pages
      .filter(({ source }) => source !== 'unread')
      .map(({ page }) => objectKeys.page(tenant, sha256, page)),
  );
  const pages = await Promise.all(keys.map((key) => getJson<PageText>(objects, key)));
  return pages.map(({ text }) => text.trim()).join('\n\n');
}

/**
 * Keeps drafts for as long as the tab lives: over a reload, an expired session or a lost network. They hold
 * values of claims, so they lie in the tab's own storage and go when somebody else signs in.
 */
import { z } from 'zod';
import { FIELD_KEYS, type FieldKey } from '../../shared/claim-fields.ts';
import { type Draft, EMPTY_DRAFT } from './draft.ts';

export interface DraftKey {
  tenant: string;
  subject: string;
  claimId: string;
  version: number;
}

/** The part of the browser's `Storage` that is used. */
interface TabStorage {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, text: string): void;
  removeItem(key: string): void;
}

const PREFIX = 'draft';
const part = encodeURIComponent;
const ownerPrefix = ({ tenant, subject }: Pick<DraftKey, 'tenant' | 'subject'>): string =>
  `${PREFIX}/${part(tenant)}/${part(subject)}/`;
const keyOf = (key: DraftKey): string => `${ownerPrefix(key)}${part(key.claimId)}/${key.version}`;

const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.null()]);
const field = z.enum(FIELD_KEYS as [FieldKey, ...FieldKey[]]);
const decisions = z.partialRecord(
  field,
  z.discriminatedUnion('decision', [
    z.object({ decision: z.literal('confirm') }),
    z.object({ decision: z.literal('correct'), value }),
  ]),
);
const DraftSchema = z.object({
  decisions,
  typing: z.object({ field, text: z.string() }).nullable(),
  note: z.string(),
  reasonCode: z.string(),
  past: z.array(decisions),
  future: z.array(decisions),
});

/** The draft as it was left; an empty one where there is none or it cannot be read. */
export function loadDraft(storage: TabStorage, key: DraftKey): Draft {
  try {
    return DraftSchema.parse(JSON.parse(storage.getItem(keyOf(key)) ?? 'null')) as Draft;
  } catch {
    return EMPTY_DRAFT;
  }
}

/** `false` where the storage takes nothing: the page then says that a reload would lose the work. */
export function saveDraft(storage: TabStorage, key: DraftKey, draft: Draft): boolean {
  try {
    storage.setItem(keyOf(key), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export const dropDraft = (storage: TabStorage, key: DraftKey): void => storage.removeItem(keyOf(key));

/** Removes the drafts of everybody but this person; of everybody where nobody is signed in. */
export function dropDraftsOfOthers(
  storage: TabStorage,
  person: Pick<DraftKey, 'tenant' | 'subject'> | null,
): void {
  const own = person && ownerPrefix(person);
  const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  for (const key of keys)
    if (key.startsWith(`${PREFIX}/`) && !(own && key.startsWith(own))) storage.removeItem(key);
}

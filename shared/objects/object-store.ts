/** Where documents, page texts and long results lie. Histories and rows hold keys of these objects. */
import type { ObjectKey } from '../object-keys.ts';

/** Fails with `StoreUnavailable` when the store does not answer. */
export interface ObjectStore {
  /** Whole or not at all; the same key may be put again. */
  put(key: ObjectKey, bytes: Uint8Array): Promise<void>;
  /** Fails with `ObjectMissing`. */
  get(key: ObjectKey): Promise<Uint8Array>;
  has(key: ObjectKey): Promise<boolean>;
  /** Deleting what is not there is no error. */
  delete(key: ObjectKey): Promise<void>;
}

export const putJson = (store: ObjectStore, key: ObjectKey, value: unknown): Promise<void> =>
  store.put(key, Buffer.from(JSON.stringify(value)));

/** The object's JSON. Its form is that which `putJson` was given: objects are written by this project alone. */
export async function getJson<T>(store: ObjectStore, key: ObjectKey): Promise<T> {
  return JSON.parse(Buffer.from(await store.get(key)).toString()) as T;
}

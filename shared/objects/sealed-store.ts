import { type Keyring, open, seal } from '../codec/keyring.ts';
import { failure } from '../failures.ts';
import type { ObjectKey } from '../object-keys.ts';
import type { ObjectStore } from './object-store.ts';

/** Seals objects on their way into another store: one line with the key's id, then the sealed bytes. An object opens under its own key only. */
export class SealedStore implements ObjectStore {
  readonly #inner: ObjectStore;
  readonly #keyring: Keyring;

  constructor(inner: ObjectStore, keyring: Keyring) {
    this.#inner = inner;
    this.#keyring = keyring;
  }

  put(key: ObjectKey, bytes: Uint8Array): Promise<void> {
    const sealed = seal(this.#keyring, bytes, key);
    return this.#inner.put(key, Buffer.concat([Buffer.from(`${sealed.keyId}\n`), sealed.bytes]));
  }

  async get(key: ObjectKey): Promise<Uint8Array> {
    const stored = Buffer.from(await this.#inner.get(key));
    const end = stored.indexOf(0x0a);
    if (end < 1 || end > 64) throw failure('ObjectMissing', `object ${key} is damaged`);
    return open(
      this.#keyring,
      { keyId: stored.toString('latin1', 0, end), bytes: stored.subarray(end + 1) },
      key,
    );
  }

  has(key: ObjectKey): Promise<boolean> {
    return this.#inner.has(key);
  }

  delete(key: ObjectKey): Promise<void> {
    return this.#inner.delete(key);
  }
}

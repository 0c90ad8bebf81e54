import { failure } from '../failures.ts';
import type { ObjectKey } from '../object-keys.ts';
import type { ObjectStore } from './object-store.ts';

/**
 * What is put stays in memory and goes with it; what is not there is read from the store below, save keys
 * that `hides` names. So a claim can be read once more without a trace, and without its earlier answers.
 */
export class OverlayStore implements ObjectStore {
  readonly #own = new Map<ObjectKey, Uint8Array>();
  readonly #below: ObjectStore;
  readonly #hides: (key: ObjectKey) => boolean;

  constructor(below: ObjectStore, hides: (key: ObjectKey) => boolean) {
    this.#below = below;
    this.#hides = hides;
  }

  async put(key: ObjectKey, bytes: Uint8Array): Promise<void> {
    this.#own.set(key, bytes);
  }

  async get(key: ObjectKey): Promise<Uint8Array> {
    const own = this.#own.get(key);
    if (own) return own;
    if (this.#hides(key)) throw failure('ObjectMissing', `object ${key} is not in the store`);
    return this.#below.get(key);
  }

  async has(key: ObjectKey): Promise<boolean> {
    return this.#own.has(key) || (!this.#hides(key) && (await this.#below.has(key)));
  }

  async delete(key: ObjectKey): Promise<void> {
    this.#own.delete(key);
  }
}

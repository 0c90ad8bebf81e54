import { randomUUID } from 'node:crypto';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { failure } from '../failures.ts';
import type { ObjectKey } from '../object-keys.ts';
import type { ObjectStore } from './object-store.ts';

/** Objects as files of one folder; for one machine. */
export class LocalFolder implements ObjectStore {
  readonly #folder: string;

  constructor(url: URL) {
    this.#folder = join(fileURLToPath(url), sep);
  }

  async put(key: ObjectKey, bytes: Uint8Array): Promise<void> {
    const path = this.#path(key);
    const part = `${path}.${randomUUID()}.part`;
    try {
      await mkdir(dirname(path), { recursive: true });
      const file = await open(part, 'w', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(part, path);
    } catch (error) {
      // What hindered the writing may hinder this as well.
      await rm(part, { force: true }).catch(() => {});
      throw unavailable(error);
    }
  }

  async get(key: ObjectKey): Promise<Uint8Array> {
    try {
      return await readFile(this.#path(key));
    } catch (error) {
      if (codeOf(error) === 'ENOENT') throw failure('ObjectMissing', `object ${key} is not in the store`);
      throw unavailable(error);
    }
  }

  async has(key: ObjectKey): Promise<boolean> {
    try {
      await access(this.#path(key));
      return true;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return false;
      throw unavailable(error);
    }
  }

  async delete(key: ObjectKey): Promise<void> {
    try {
      await rm(this.#path(key), { force: true });
    } catch (error) {
      throw unavailable(error);
    }
  }

  #path(key: ObjectKey): string {
    const path = normalize(join(this.#folder, key));
    const leadsOut = !path.startsWith(this.#folder) || path.endsWith(sep) || path.includes('\0');
    if (leadsOut) throw failure('InvalidInput', 'an object key leads out of the store');
    return path;
  }
}

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined;

function unavailable(error: unknown): Error {
  if (error instanceof Error && error.name === 'ApplicationFailure') return error;
  return failure('StoreUnavailable', `the object folder answers ${String(codeOf(error) ?? 'with an error')}`);
}

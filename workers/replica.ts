/** One model server kept at what the registry says it must be able to answer with. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ApplicationFailure } from '@temporalio/common';
import type { AdapterServer } from '../activities/adapter-server.ts';
import { fetchVersion } from '../activities/fetch-version.ts';
import type { Database } from '../shared/database/database.ts';
import {
  announceReplica,
  forgetReplica,
  forgetReplicaVersion,
  setReplicaVersion,
} from '../shared/database/replicas.ts';
import { listNeeded } from '../shared/database/stages.ts';
import { failure } from '../shared/failures.ts';
import type { Logger } from '../shared/log.ts';
import type { ObjectStore } from '../shared/objects/object-store.ts';
import { sha256 } from '../shared/packet.ts';
import { adapterProblem } from '../shared/promotion/adapter-file.ts';

export interface ReplicaOptions {
  name: string;
  database: Database;
  objects: ObjectStore;
  /** `null`: its server serves one model and loads none. */
  server: AdapterServer | null;
  /** The shipped version whose base the server runs, and the name under which that base answers. */
  base: string;
  baseServedName: string;
  rankAtMost: number;
  log: Logger;
}

const EVERY_MS = 2_000;

type Needed = Awaited<ReturnType<typeof listNeeded>>[number];

/**
 * Loads what versions on their way, in production and pinned by claims under way need, verifies each by an
 * answer that must differ from the base's, and says so in the registry. A server that was started again
 * gets its adapters back; what cannot be served is refused with its reason and not tried again.
 */
export class Replica {
  readonly #options: ReplicaOptions;
  readonly #verified = new Set<string>();
  readonly #refused = new Map<string, string>();
  readonly #stop = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #complaint = '';

  constructor(options: ReplicaOptions) {
    this.#options = options;
  }

  /** Resolves when everything needed is loaded or refused; the server takes no work before. */
  async start(): Promise<void> {
    // A server of one model has nothing to wait for.
    while (!(await this.#turn()) && this.#options.server) await sleep(EVERY_MS);
    this.#running = this.#goOn();
  }

  async close(): Promise<void> {
    this.#stop.abort();
    await this.#running;
    await forgetReplica(this.#options.database, this.#options.name).catch(() => {});
  }

  async #goOn(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      await sleep(EVERY_MS, undefined, { signal: this.#stop.signal }).catch(() => {});
      if (!this.#stop.signal.aborted) await this.#turn();
    }
  }

  /** Whether all went well; a trouble is logged when it is another one than before. */
  async #turn(): Promise<boolean> {
    try {
      await this.reconcile();
      this.#complaint = '';
      return true;
    } catch (error) {
      const complaint = error instanceof ApplicationFailure ? (error.type ?? '') : String(error);
      if (complaint !== this.#complaint) this.#options.log.warn({ complaint }, 'the replica waits');
      this.#complaint = complaint;
      return false;
    }
  }

  async reconcile(): Promise<void> {
    const { name, database, server, log } = this.#options;
    await announceReplica(database, { replica: name, adapters: server !== null });
    if (!server) return;
    const needed = await listNeeded(database);
    const served = new Set(await server.served());
    for (const version of needed) {
      const { version: id } = version;
      if (this.#refused.has(id) || (served.has(id) && this.#verified.has(id))) continue;
      await this.#bring(version, served.has(id), server);
    }
    const wanted = new Set(needed.map(({ version }) => version));
    for (const id of [...this.#verified, ...this.#refused.keys()].filter((one) => !wanted.has(one))) {
      if (served.has(id)) await server.unload(id);
      this.#verified.delete(id);
      this.#refused.delete(id);
      await forgetReplicaVersion(database, { replica: name, version: id });
      log.info({ version: id }, 'version no longer served');
    }
  }

  async #bring(version: Needed, isServed: boolean, server: AdapterServer): Promise<void> {
    const { name: replica, database, baseServedName, log } = this.#options;
    const { version: id } = version;
    this.#verified.delete(id);
    try {
      const folder = await this.#checkedFolder(version);
      if (!isServed) await server.load(id, join(folder, 'adapter'));
      if (!(await server.differsFrom(baseServedName, id))) {
        await server.unload(id);
        throw failure('AdapterRefused', 'with the adapter the model server answers as without it');
      }
      this.#verified.add(id);
      await setReplicaVersion(database, { replica, version: id, state: 'loaded' });
      log.info({ version: id }, 'version loaded and verified');
    } catch (error) {
      const permanent = error instanceof ApplicationFailure && error.nonRetryable === true;
      if (!permanent) throw error;
      this.#refused.set(id, error.message);
      await setReplicaVersion(database, { replica, version: id, state: 'refused', reason: error.message });
      log.warn({ version: id, failure: error.type }, 'version refused');
    }
  }

  /** Fetched, checked by hash and by form. Fails with `AdapterRefused`. */
  async #checkedFolder({ version, base, card, files }: Needed): Promise<string> {
    const { objects, rankAtMost } = this.#options;
    if (base !== this.#options.base)
      throw failure(
        'AdapterRefused',
        `it runs on the base of ${base}; this replica serves ${this.#options.base}`,
      );
    const folder = await fetchVersion({ name: version, base, card, files }, objects);
    const adapter = new Map<string, Uint8Array>();
    for (const { path, sha256: hash } of files.filter(({ path }) => path.startsWith('adapter/'))) {
      const bytes = readFileSync(join(folder, path));
      if (sha256(bytes) !== hash) throw failure('AdapterRefused', `${path} is not what its checksum says`);
      adapter.set(path.slice('adapter/'.length), bytes);
    }
    const rank = card.serving.weights === 'remote' ? null : card.serving.loraRank;
    const problem = adapterProblem(adapter, { rank, rankAtMost });
    if (problem !== null) throw failure('AdapterRefused', problem);
    return folder;
  }
}

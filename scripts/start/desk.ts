/** What `npm start` does with claims, on the servers of a stack. */
import { readFile } from 'node:fs/promises';
import { Client, Connection } from '@temporalio/client';
import { claimState, viewClaim } from '../../shared/claim-view.ts';
import { createDataConverter } from '../../shared/codec/data-converter.ts';
import { loadKeyring } from '../../shared/codec/keyring.ts';
import type { Config } from '../../shared/config.ts';
import {
  type ClaimReport,
  type ClaimState,
  type ClaimStatus,
  claimWorkflowId,
  SETTLED_STATUSES,
} from '../../shared/contracts.ts';
import { findClaim } from '../../shared/database/claims.ts';
import { openDatabase } from '../../shared/database/database.ts';
import { openObjectStore } from '../../shared/objects/open-object-store.ts';
import { claimPolicy, submitClaim } from '../../shared/submit.ts';
import { PRIORITIES } from '../../shared/task-queues.ts';

const TENANT = 'default';

export interface Look {
  status: ClaimStatus;
  /** `null` when the workflow does not answer now, or is gone: what it did is in the database. */
  state: ClaimState | null;
  /** Why the claim's workflow failed, in one line. */
  problem: string | null;
}

export interface Desk {
  /** Hands the files in as one claim; resolves with its id. */
  submit(files: string[], fresh: boolean): Promise<string>;
  look(claimId: string): Promise<Look>;
  report(claimId: string): Promise<ClaimReport | null>;
  close(): Promise<void>;
}

const FAILED = new Set(['FAILED', 'TERMINATED', 'TIMED_OUT']);

export async function openDesk(config: Config): Promise<Desk> {
  const keyring = loadKeyring(config);
  const connection = await Connection.connect({ address: config.TEMPORAL_ADDRESS });
  const client = new Client({
    connection,
    namespace: config.TEMPORAL_NAMESPACE,
    dataConverter: createDataConverter(keyring),
  });
  const database = openDatabase(config.DATABASE_URL);
  const deps = { client, database, objects: await openObjectStore(config, keyring) };

  const policy = claimPolicy(config);

  /** The status of an execution that ended without settling its claim. */
  async function failureOf(claimId: string): Promise<string | null> {
    const { status } = await client.workflow.getHandle(claimWorkflowId(TENANT, claimId)).describe();
    return FAILED.has(status.name) ? `its workflow ended as ${status.name.toLowerCase()}` : null;
  }

  return {
    async submit(paths, fresh) {
      const files = await Promise.all(
        paths.map(async (path) => ({ name: path, bytes: await readFile(path) })),
      );
      const submission = { files, fresh, tenant: TENANT, priority: PRIORITIES.normal, policy };
      return (await submitClaim(deps, submission)).claimId;
    },

    async look(claimId) {
      const row = await findClaim(database, { tenant: TENANT, claimId });
      const status = row?.status ?? 'received';
      const settled = SETTLED_STATUSES.some((known) => known === status);
      try {
        const state = await claimState(client, TENANT, claimId);
        const problem = settled ? null : await failureOf(claimId);
        return { status: settled ? status : (state?.status ?? status), state, problem };
      } catch {
        // A worker that starts, or a server that comes back: the next look will tell.
        return { status, state: null, problem: null };
      }
    },

    report: (claimId) => viewClaim(deps, TENANT, claimId),

    async close() {
      await connection.close();
      await database.close();
    },
  };
}

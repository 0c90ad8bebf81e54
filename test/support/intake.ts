/** Handing claims in and following them in the tests on real servers. */
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { inject } from 'vitest';
import { layoutsOf } from '../../scripts/data/layouts/index.ts';
import { makePacket } from '../../scripts/data/packet.ts';
import { claimState, viewClaim } from '../../shared/claim-view.ts';
import { createDataConverter } from '../../shared/codec/data-converter.ts';
import { loadKeyring } from '../../shared/codec/keyring.ts';
import { type Config, loadConfig } from '../../shared/config.ts';
import {
  ClaimPolicySchema,
  type ClaimReport,
  type ClaimState,
  claimWorkflowId,
  SETTLED_STATUSES,
} from '../../shared/contracts.ts';
import { openDatabase } from '../../shared/database/database.ts';
import { openObjectStore } from '../../shared/objects/open-object-store.ts';
import { type IntakeDeps, type Submission, type SubmittedFile, submitClaim } from '../../shared/submit.ts';

export const TENANT = 'tests';

export interface Intake extends IntakeDeps {
  config: Config;
  /** A client without keys: it sees what the Temporal server sees. */
  stranger: Client;
  submit(files: SubmittedFile[], more?: Partial<Submission>): ReturnType<typeof submitClaim>;
  /** Resolves when the claim has settled or waits for a person. */
  settled(claimId: string, withinMs?: number): Promise<ClaimReport>;
  state(tenant: string, claimId: string): Promise<ClaimState | null>;
  history(claimId: string): Promise<{ events: number; bytes: number }>;
  close(): Promise<void>;
}

export async function openIntake(settings: Record<string, string> = {}): Promise<Intake> {
  const config = loadConfig({ ...process.env, ...inject('environment'), ...settings });
  const keyring = loadKeyring(config);
  const connection = await Connection.connect({ address: config.TEMPORAL_ADDRESS });
  const client = new Client({ connection, dataConverter: createDataConverter(keyring) });
  const database = openDatabase(config.DATABASE_URL);
  const deps: IntakeDeps = { client, database, objects: await openObjectStore(config, keyring) };
  const waits = (status: string): boolean =>
    ['in_review', 'awaiting_budget', ...SETTLED_STATUSES].includes(status);

  return {
    ...deps,
    config,
    stranger: new Client({ connection }),
    submit: (files, more = {}) =>
      submitClaim(deps, {
        files,
        tenant: TENANT,
        priority: 3,
        policy: ClaimPolicySchema.parse({ auditShare: 0 }),
        ...more,
      }),
    async settled(claimId, withinMs = 240_000) {
      const until = performance.now() + withinMs;
      for (;;) {
        // A worker or server that was killed answers again later.
        const state = await claimState(client, TENANT, claimId).catch(() => null);
        if (state && waits(state.status)) break;
        if (performance.now() > until)
          throw new Error(`claim ${claimId} is still ${state?.status ?? 'unknown'}`);
        await sleep(200);
      }
      const report = await viewClaim(deps, TENANT, claimId);
      if (!report) throw new Error(`claim ${claimId} has no row`);
      return report;
    },
    state: (tenant, claimId) => claimState(client, tenant, claimId).catch(() => null),
    async history(claimId) {
      const execution = { workflowId: claimWorkflowId(TENANT, claimId) };
      const { workflowExecutionInfo: info } = await client.workflowService.describeWorkflowExecution({
        namespace: config.TEMPORAL_NAMESPACE,
        execution,
      });
      return { events: Number(info?.historyLength), bytes: Number(info?.historySizeBytes) };
    },
    async close() {
      await connection.close();
      await database.close();
    },
  };
}

const examples = new URL('../../examples/', import.meta.url);

/** The documents of a packet in `examples/`. */
export function examplePacket(name: string): SubmittedFile[] {
  const folder = new URL(`${name}/`, examples);
  return readdirSync(folder)
    .sort()
    .map((file) => ({ name: file, bytes: readFileSync(new URL(file, folder)) }));
}

/** Forms of one page in layouts that the embedded model was trained on, by the id of their claim. */
export function drawnForms(count: number): Map<string, SubmittedFile> {
  const layouts = layoutsOf('train').filter(({ family }) => ['flat', 'aligned', 'ruled'].includes(family));
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const { id, text } = makePacket(301, index, layouts);
      return [id, { name: 'notice.txt', bytes: Buffer.from(text) }];
    }),
  );
}

/** A typed one-page form of the kind that the embedded model reads; each `values` makes another document. */
export function plainForm(values: Partial<Record<string, string>> = {}): SubmittedFile {
  const lines = Object.entries({ ...FORM, ...values }).map(([label, value]) => `${label}: ${value}`);
  return { name: 'notice.txt', bytes: Buffer.from(`PROPERTY LOSS NOTICE\n\n${lines.join('\n')}\n`) };
}

const FORM: Record<string, string> = {
  Claimant: 'Robert Miller',
  'Date of birth': '03/14/1971',
  Phone: '(415) 555-0142',
  Email: 'robert.miller@example.com',
  Address: '118 Cedar Lane, Salem, OR 97301',
  'Policy number': 'HO-4471982',
  'Line of business': 'Homeowners',
  'Effective date': '01/01/2025',
  'Expiration date': '12/31/2025',
  'Date of loss': '08/19/2025',
  'Time of loss': '14:30',
  'Cause of loss': 'Water damage',
  'Location of loss': '118 Cedar Lane, Salem, OR',
  Description: 'A burst pipe flooded the basement while no one was home',
  Damage: 'soaked carpet and drywall',
  'Insured property': 'single-family house',
  Estimate: '$8,450',
  Deductible: '$1,000',
  Injuries: 'None',
  'Other parties': 'None',
  'Police report no.': '25-118734',
  'Date reported': '08/20/2025',
};

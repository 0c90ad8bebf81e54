/** Claims of a benchmark: handed in and waited for. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WorkflowHandle } from '@temporalio/client';
import pLimit from 'p-limit';
import { ClaimPolicySchema } from '../../shared/contracts.ts';
import { type SubmittedFile, submitClaim } from '../../shared/submit.ts';
import { StackError } from '../stack/exec.ts';
import type { Rig } from './rig.ts';

export const TENANT = 'bench';
export const PRIORITY = 3;
export const POLICY = ClaimPolicySchema.parse({ auditShare: 0 });

const AT_ONCE = 8;
const POLL_MS = 25;
const NO_PROGRESS_MS = 180_000;

const intakeOf = (files: SubmittedFile[], claimId: string) => ({
  files,
  claimId,
  tenant: TENANT,
  priority: PRIORITY,
  policy: POLICY,
});

export interface Batch {
  claims: number;
  /** From the first claim handed in to the last one recorded or waiting for a person. */
  wallMs: number;
  /** How many ended without a person. */
  completed: number;
}

/** Hands all packets in at once and waits for every claim. Throws `StackError` when none ends for minutes. */
export async function runBatch(rig: Rig, packets: SubmittedFile[][]): Promise<Batch> {
  const batch = randomUUID().slice(0, 8);
  const limit = pLimit(AT_ONCE);
  const startedAt = performance.now();
  const handedIn = Promise.all(
    packets.map((files, index) => limit(() => submitClaim(rig, intakeOf(files, `${batch}-${index}`)))),
  );
  handedIn.catch(() => {});
  let last = 0;
  let lastAt = performance.now();
  for (;;) {
    const [row] = await rig.database.query<{ ended: string; completed: string }>(
      `select count(*) as ended, count(*) filter (where status = 'completed') as completed from claims
       where tenant = $1 and claim_id like $2
         and (settled_at is not null or status in ('in_review', 'awaiting_budget'))`,
      [TENANT, `${batch}-%`],
    );
    const ended = Number(row?.ended);
    if (ended === packets.length) {
      const wallMs = performance.now() - startedAt;
      await handedIn;
      return { claims: packets.length, wallMs, completed: Number(row?.completed) };
    }
    if (ended > last) [last, lastAt] = [ended, performance.now()];
    if (performance.now() - lastAt > NO_PROGRESS_MS)
      throw new StackError(`${packets.length - ended} of ${packets.length} claims do not end`);
    await sleep(POLL_MS);
  }
}

export interface Finished {
  handle: WorkflowHandle;
  /** From handing in to the end of the workflow. */
  ms: number;
}

/** Runs one claim to the end of its workflow. Throws `StackError` when it waits for a person instead. */
export async function runClaim(rig: Rig, files: SubmittedFile[]): Promise<Finished> {
  const startedAt = performance.now();
  const { workflowId } = await submitClaim(rig, intakeOf(files, randomUUID()));
  const handle = rig.client.workflow.getHandle(workflowId);
  const late = AbortSignal.timeout(NO_PROGRESS_MS);
  await Promise.race([
    handle.result(),
    new Promise<never>((_resolve, reject) => {
      late.onabort = () => reject(new StackError('a claim of the benchmark does not end by itself'));
    }),
  ]);
  return { handle, ms: performance.now() - startedAt };
}

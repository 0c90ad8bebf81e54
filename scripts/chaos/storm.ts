/** Many claims handed in over HTTP at once while parts of the system are killed: what intake was told, and what then stands in the record. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { z } from 'zod';
import { claimWorkflowId } from '../../shared/contracts.ts';
import type { Database } from '../../shared/database/database.ts';

/** A kill, when this share of the claims has been accepted. */
export interface Kill {
  part: string;
  afterShare: number;
  kill: () => Promise<void>;
}

export interface StormOptions {
  /** Address of the API. */
  url: string;
  tenant: string;
  tokens: { intake: string; reviewer: string };
  packets: { id: string; bytes: Uint8Array }[];
  kills: Kill[];
  client: Client;
  database: Database;
  withinMs: number;
}

export interface StormReport {
  claims: number;
  /** Claims that were accepted with 202 or found again. */
  accepted: number;
  /** How often a request was refused, by status and code; each refusal named one. */
  refusals: Record<string, number>;
  /** Requests without any answer: the server was killed while it had them, or was not there. */
  unanswered: number;
  /** Answers that were neither success nor a problem with a code. */
  unclear: string[];
  killed: string[];
  completed: number;
  /** Decided by a person in between, because a field was in doubt. */
  reviewed: number;
  /** Accepted claims without exactly one record. */
  withoutOneRecord: string[];
  /** Accepted claims that were run more or less than once. */
  notRunOnce: string[];
  seconds: { handingIn: number; untilAllSettled: number };
}

const TRY_AGAIN_MS = 500;
const POLL_MS = 500;
const ProblemSchema = z.looseObject({ code: z.string(), title: z.string(), requestId: z.string() });

/** Hands all packets in at once, as an intake that repeats what was not accepted, and follows every claim to its end. */
export async function storm(options: StormOptions): Promise<StormReport> {
  const { url, tokens, packets, kills, database, tenant } = options;
  const deadline = performance.now() + options.withinMs;
  const startedAt = performance.now();
  const report: StormReport = {
    claims: packets.length,
    accepted: 0,
    refusals: {},
    unanswered: 0,
    unclear: [],
    killed: [],
    completed: 0,
    reviewed: 0,
    withoutOneRecord: [],
    notRunOnce: [],
    seconds: { handingIn: 0, untilAllSettled: 0 },
  };
  // One after the other: what starts again needs what was killed before it.
  let killing = Promise.resolve();
  const waiting = [...kills];

  /** Sends until the answer is a success, with the same id: that is what makes a repetition harmless. */
  async function send(
    method: string,
    path: string,
    token: string,
    body: string | Blob,
    type: string,
  ): Promise<Response> {
    for (;;) {
      if (performance.now() > deadline) throw new Error(`${method} ${path} is not accepted in time`);
      const response = await fetch(`${url}${path}`, {
        method,
        body,
        headers: { authorization: `Bearer ${token}`, 'content-type': type },
      }).catch(() => null);
      if (response?.ok) return response;
      if (response) await note(response);
      else report.unanswered += 1;
      const seconds = Number(response?.headers.get('retry-after') ?? 0);
      await sleep(Math.max(TRY_AGAIN_MS, seconds * 1_000));
    }
  }

  async function note(response: Response): Promise<void> {
    const text = await response.text().catch(() => '');
    const problem = ProblemSchema.safeParse(parsed(text));
    if (!problem.success) {
      report.unclear.push(`${response.status} ${text.slice(0, 80)}`);
      return;
    }
    const name = `${response.status} ${problem.data.code}`;
    report.refusals[name] = (report.refusals[name] ?? 0) + 1;
  }

  async function handIn({ id, bytes }: { id: string; bytes: Uint8Array }): Promise<void> {
    const path = `/v1/claims/${id}/documents/notice.txt`;
    const upload = await send('PUT', path, tokens.intake, new Blob([new Uint8Array(bytes)]), 'text/plain');
    await upload.body?.cancel();
    const body = JSON.stringify({ id });
    const accepted = await send('POST', '/v1/claims', tokens.intake, body, 'application/json');
    await accepted.body?.cancel();
    report.accepted += 1;
    const due = waiting.filter(({ afterShare }) => report.accepted >= afterShare * packets.length);
    for (const one of due) {
      waiting.splice(waiting.indexOf(one), 1);
      killing = killing.then(async () => {
        report.killed.push(one.part);
        await one.kill();
        await untilReady();
      });
      // Handing in may fail before anybody waits for this.
      killing.catch(() => {});
    }
  }

  async function untilReady(): Promise<void> {
    for (;;) {
      const answer = await fetch(`${url}/ready`).catch(() => null);
      await answer?.body?.cancel();
      if (answer?.ok) return;
      if (performance.now() > deadline) throw new Error('the API is not ready again in time');
      await sleep(TRY_AGAIN_MS);
    }
  }

  /** Approves what waits for a person: such a claim has no record before. */
  async function review(id: string): Promise<void> {
    const headers = { authorization: `Bearer ${tokens.reviewer}`, 'content-type': 'application/json' };
    const shown = await fetch(`${url}/v1/claims/${id}/review`, { headers }).catch(() => null);
    const state = z
      .looseObject({ state: z.looseObject({ version: z.number() }) })
      .safeParse(shown?.ok ? await shown.json() : null);
    if (!state.success) return;
    const body = JSON.stringify({ version: state.data.state.version });
    const answer = await fetch(`${url}/v1/claims/${id}/review`, { method: 'POST', headers, body }).catch(
      () => null,
    );
    await answer?.body?.cancel();
    if (answer?.ok) report.reviewed += 1;
  }

  await Promise.all(packets.map(handIn));
  report.seconds.handingIn = (performance.now() - startedAt) / 1_000;
  await killing;

  for (;;) {
    const rows = await database
      .query<{ claim_id: string; status: string }>(
        "select claim_id, status from claims where tenant = $1 and (settled_at is null or status <> 'completed')",
        [tenant],
      )
      .catch(() => null);
    if (rows?.length === 0) break;
    for (const row of rows ?? []) if (row.status === 'in_review') await review(row.claim_id);
    if (performance.now() > deadline)
      throw new Error(`${rows?.length ?? 'some'} of ${packets.length} claims do not end`);
    await sleep(POLL_MS);
  }
  report.seconds.untilAllSettled = (performance.now() - startedAt) / 1_000;
  await judge(options, report);
  return report;
}

/** Exactly one record and one run for each claim that was accepted. */
async function judge(
  { client, database, tenant, packets }: StormOptions,
  report: StormReport,
): Promise<void> {
  const records = await database.query<{ claim_id: string; n: number }>(
    'select claim_id, count(*)::int as n from claim_records where tenant = $1 group by claim_id',
    [tenant],
  );
  const recorded = new Map(records.map(({ claim_id, n }) => [claim_id, n]));
  report.completed = records.length;
  report.withoutOneRecord = packets.map(({ id }) => id).filter((id) => recorded.get(id) !== 1);
  const runs = new Map<string, number>();
  for await (const { workflowId } of client.workflow.list({
    query: `WorkflowType = "claimWorkflow" and ClaimTenant = "${tenant}"`,
  }))
    runs.set(workflowId, (runs.get(workflowId) ?? 0) + 1);
  report.notRunOnce = packets.map(({ id }) => id).filter((id) => runs.get(claimWorkflowId(tenant, id)) !== 1);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

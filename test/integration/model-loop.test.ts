import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { WorkflowHandle } from '@temporalio/client';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { rootPath } from '../../scripts/stack/paths.ts';
import { FIELD_KEYS } from '../../shared/claim-fields.ts';
import { ClaimPolicySchema, type ClaimReport, claimWorkflowId, MESSAGES } from '../../shared/contracts.ts';
import { listRuns, listVersions } from '../../shared/database/registry.ts';
import { findRound } from '../../shared/database/rounds.ts';
import type { RoundRequest } from '../../shared/model-contracts.ts';
import { TASK_QUEUES } from '../../shared/task-queues.ts';
import {
  approvePromotionUpdate,
  type PromotionState,
  promotionStateQuery,
} from '../../workflows/promotion-messages.ts';
import { type CodedClaim, codedClaims } from '../support/coded-claims.ts';
import { type Intake, openIntake, TENANT } from '../support/intake.ts';
import { startAdapterServer } from '../support/model-server.ts';
import { freshDatabase, startWorkers, type Workers } from '../support/workers.ts';

// From claims in a form that nobody has shown the model to a version in production that reads them.
let server: Awaited<ReturnType<typeof startAdapterServer>>;
let workers: Workers;
let intake: Intake;
let settings: Record<string, string>;
const round = `models/round/${randomUUID()}`;

beforeAll(async () => {
  server = await startAdapterServer();
  const folder = mkdtempSync(join(inject('dataFolder'), 'model-loop-'));
  settings = {
    VLLM_URL: server.url,
    SERVE_ADAPTERS: 'true',
    DATABASE_URL: await freshDatabase('model_loop'),
    FETCHED_MODELS_FOLDER: join(folder, 'models'),
    TRAINING_FOLDER: join(folder, 'training'),
  };
  workers = await startWorkers({ workers: ['claims', 'documents', 'inference', 'training'], settings });
  intake = await openIntake(settings);
});
afterAll(async () => {
  await intake?.close();
  await workers?.stop();
  await server?.stop();
});

async function command(script: 'data' | 'models', ...args: string[]): Promise<unknown> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [rootPath('scripts', `${script}.ts`), ...args, '--json'],
    { env: { ...process.env, ...inject('environment'), ...settings } },
  );
  return JSON.parse(stdout);
}

const EVERY_CLAIM_TO_A_PERSON = ClaimPolicySchema.parse({ auditShare: 0, confidenceThreshold: 1 });

/** Hands the claim in and has a person give it its right values; resolves with what the model had read. */
async function reviewed(claim: CodedClaim): Promise<ClaimReport> {
  const files = [{ name: 'dump.txt', bytes: Buffer.from(claim.text) }];
  const { claimId } = await intake.submit(files, { claimId: claim.id, policy: EVERY_CLAIM_TO_A_PERSON });
  const report = await intake.settled(claimId);
  expect(report.status).toBe('in_review');
  const handle = intake.client.workflow.getHandle(claimWorkflowId(TENANT, claimId));
  const { version } = await handle.query<{ version: number }>(MESSAGES.claimState);
  const fields = Object.fromEntries(
    FIELD_KEYS.map((key) => [key, { decision: 'correct', value: claim.expected[key] }]),
  );
  await handle.executeUpdate(MESSAGES.submitReview, { args: [{ reviewer: 'ana', version, fields }] });
  await handle.result();
  return report;
}

const promotion = (): WorkflowHandle => intake.client.workflow.getHandle(`${round}/promote`);
const standing = (): Promise<PromotionState | null> =>
  promotion()
    .query(promotionStateQuery)
    .catch(() => null);

/** Resolves when the promotion is at `status`; any other end is told with its reason. */
async function at(status: PromotionState['status'], withinMs: number): Promise<PromotionState> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const state = await standing();
    if (state?.status === status) return state;
    if (state?.reason || performance.now() > deadline)
      throw new Error(`the promotion is ${state?.status}, not ${status}: ${state?.reason ?? 'too slow'}`);
    await sleep(300);
  }
}

const INPUT: RoundRequest = {
  curate: { tenant: TENANT, claimsAtLeast: 40, trainShare: 0.75, validationShare: 0.2 },
  train: {
    lora: { learningRate: 1e-3, epochs: 4, dropout: 0, batch: 4, accumulation: 1 },
    ...{ compile: false, checkpointSeconds: 2 },
  },
  promote: {
    gate: { claimsAtLeast: 10, calibrationClaims: 5, calibrationError: 0.2, latencyFactor: 3, costFactor: 3 },
    rollout: {
      ...{ shadowShare: 1, shadowClaims: 2, steps: [0.5], claimsPerStep: 2 },
      ...{ stepAtMostMs: 0, watchMs: 0, checkEveryMs: 500 },
    },
  },
};

let versionBefore: string | undefined;
const unseen = codedClaims(40, 902);
const nextUnseen = (): CodedClaim => unseen.shift() as CodedClaim;

test('imported and reviewed claims are the registry of nothing yet', async () => {
  const file = join(mkdtempSync(join(inject('dataFolder'), 'imports-')), 'history.jsonl');
  writeFileSync(
    file,
    codedClaims(90, 901)
      .map((claim) => `${JSON.stringify(claim)}\n`)
      .join(''),
  );
  expect(await command('data', 'import', file, '--tenant', TENANT)).toEqual({ claims: 90, changed: 90 });
  const reports = await Promise.all([nextUnseen(), nextUnseen()].map(reviewed));
  versionBefore = reports[0]?.model?.name;
  expect(versionBefore).toBe(intake.config.MODEL);
  expect(await command('models', 'list')).toMatchObject({ versions: [], dataSets: [], runs: [] });
});

test('a round trains, and goes on from a checkpoint when trainer and worker are killed', async () => {
  await intake.client.workflow.start('roundWorkflow', {
    workflowId: round,
    taskQueue: TASK_QUEUES.claims,
    args: [INPUT],
  });
  const running = async () => (await listRuns(intake.database, 1))[0];
  const step = async () => (await running())?.progress?.step ?? 0;
  await expect.poll(step, { timeout: 120_000, interval: 300 }).toBeGreaterThan(3);
  const folder = join(settings['TRAINING_FOLDER'] ?? '', (await running())?.run ?? '', 'out', 'checkpoints');
  const checkpoints = (): number => readdirSync(folder).filter((name) => /^step-\d+\.pt$/.test(name)).length;
  await expect.poll(checkpoints, { timeout: 60_000 }).toBeGreaterThan(0);
  process.kill(trainerPid(), 'SIGKILL');
  await expect
    .poll(async () => (await running())?.progress?.fromStep, { timeout: 60_000 })
    .toBeGreaterThan(0);
  workers.kill9('training');
  await workers.restart('training');
  const done = await at('evaluating', 120_000);
  expect(done.version).toMatch(/^claims-[0-9a-f]{12}$/);
  const run = await running();
  expect(run).toMatchObject({ status: 'succeeded', start: versionBefore });
  expect(run?.progress?.fromStep).toBeGreaterThan(0);
  expect(run?.progress?.losses.length).toBeGreaterThan(3);
});

/** The Python process that trains; its folder stands in its arguments. */
function trainerPid(): number {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    let words: string[] = [];
    try {
      words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    } catch {}
    const ours = words.some((word) => word.startsWith(settings['TRAINING_FOLDER'] ?? '-'));
    if (ours && words[0]?.endsWith('python')) return Number(pid);
  }
  throw new Error('no trainer runs');
}

test('the candidate is judged better, approved, looked at in shadow and on a share of claims, and takes over', async () => {
  const judged = await at('awaiting_approval', 240_000);
  expect(judged.findings.every(({ passed }) => passed)).toBe(true);
  expect(judged.after).toBeGreaterThan(judged.before ?? 1);
  process.stderr.write(
    `  field accuracy ${judged.before} → ${judged.after} on ${judged.claims} unseen claims\n`,
  );
  await promotion().executeUpdate(approvePromotionUpdate, { args: [{ person: 'ana' }] });
  for (;;) {
    const state = await standing();
    if (state?.status === 'promoted') break;
    expect(state?.reason ?? null).toBeNull();
    await reviewed(nextUnseen());
  }
  const result = await intake.client.workflow.getHandle(round).result();
  expect(result).toMatchObject({ step: 'done', promotion: { status: 'promoted', approvals: ['ana'] } });
  const { runId } = await intake.client.workflow.getHandle(round).describe();
  expect(await findRound(intake.database, runId)).toMatchObject({
    state: 'promoted',
    version: judged.version,
    steps: [{ step: 'curating' }, { step: 'training' }, { step: 'promoting' }],
  });
  const report = await reviewed(nextUnseen());
  expect(report.model?.name).toBe(judged.version);
});

test('a rollback under load takes seconds, and every claim ends with the version that it began with', async () => {
  const [active] = (await listVersions(intake.database, 5)).filter(({ stage }) => stage === 'active');
  const load = Array.from({ length: 8 }, () => reviewed(nextUnseen()));
  await sleep(1_500);
  const done = (await command('models', 'rollback', '--person', 'ben')) as { to: string; seconds: number };
  expect(done.to).toBe(versionBefore);
  expect(done.seconds).toBeLessThan(10);
  const after = await reviewed(nextUnseen());
  expect(after.model?.name).toBe(versionBefore);
  for (const { model } of await Promise.all(load))
    expect([active?.name, versionBefore]).toContain(model?.name);
});

/** The model loop as a test goes through it: servers of its own, claims in a form that the model does not know, and one round. */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { WorkflowHandle } from '@temporalio/client';
import { expect, inject } from 'vitest';
import { rootPath } from '../../scripts/stack/paths.ts';
import type { WorkerName } from '../../scripts/stack/workers.ts';
import { FIELD_KEYS } from '../../shared/claim-fields.ts';
import { ClaimPolicySchema, type ClaimReport, claimWorkflowId, MESSAGES } from '../../shared/contracts.ts';
import type { RoundRequest } from '../../shared/model-contracts.ts';
import { TASK_QUEUES } from '../../shared/task-queues.ts';
import {
  approvePromotionUpdate,
  type PromotionState,
  promotionStateQuery,
} from '../../workflows/promotion-messages.ts';
import { type CodedClaim, codedClaims } from './coded-claims.ts';
import { type Intake, openIntake, TENANT } from './intake.ts';
import { type ModelServer, ownAdapterServer, startAdapterServer } from './model-server.ts';
import { freshDatabase, startWorkers, type Workers } from './workers.ts';

const EVERY_CLAIM_TO_A_PERSON = ClaimPolicySchema.parse({ auditShare: 0, confidenceThreshold: 1 });
const IMPORTED = 64;

/** A round small enough for two cores; nothing of the gate is left out. */
export const SMALL_ROUND: RoundRequest = {
  curate: { tenant: TENANT, claimsAtLeast: 30, trainShare: 0.75, validationShare: 0.2 },
  train: {
    lora: { learningRate: 1e-3, epochs: 4, dropout: 0, batch: 4, accumulation: 1 },
    ...{ compile: false, checkpointSeconds: 2 },
  },
  promote: {
    ...{ claimsPerShard: 6, shardsAtOnce: 3 },
    gate: {
      claimsAtLeast: 10,
      formatMargin: 0.05,
      calibrationClaims: 5,
      calibrationError: 0.2,
      latencyFactor: 3,
      costFactor: 3,
    },
    rollout: {
      ...{ shadowShare: 1, shadowClaims: 2, steps: [0.5], claimsPerStep: 2 },
      ...{ stepAtMostMs: 0, watchMs: 0, checkEveryMs: 500 },
    },
  },
};

export class ModelLoop {
  readonly round = `models/round/${randomUUID()}`;
  readonly workers: Workers;
  readonly intake: Intake;
  readonly settings: Record<string, string>;
  private readonly server: ModelServer;
  private readonly unseen = codedClaims(60, 902);
  /** Temporal remembers the claims of other loops. */
  private readonly prefix = randomUUID().slice(0, 8);

  private constructor(parts: Pick<ModelLoop, 'workers' | 'intake' | 'settings'> & { server: ModelServer }) {
    this.workers = parts.workers;
    this.intake = parts.intake;
    this.settings = parts.settings;
    this.server = parts.server;
  }

  /** Starts a model server that loads adapters (with `rank`: of its own, up to that), an empty database `name` and all workers. */
  static async open(
    name: string,
    { rank, also = [] }: { rank?: number; also?: WorkerName[] } = {},
  ): Promise<ModelLoop> {
    const server = rank === undefined ? await startAdapterServer() : await ownAdapterServer({ rank });
    const folder = mkdtempSync(join(inject('dataFolder'), `${name}-`));
    const settings = {
      VLLM_URL: server.url,
      SERVE_ADAPTERS: 'true',
      ...(rank === undefined ? {} : { MAX_LORA_RANK: String(rank) }),
      DATABASE_URL: await freshDatabase(name),
      FETCHED_MODELS_FOLDER: join(folder, 'models'),
      TRAINING_FOLDER: join(folder, 'training'),
    };
    const workers = await startWorkers({
      workers: ['claims', 'documents', 'inference', 'training', ...also],
      settings,
    });
    return new ModelLoop({ server, workers, intake: await openIntake(settings), settings });
  }

  async close(): Promise<void> {
    await this.intake.close();
    await this.workers.stop();
    await this.server.stop();
  }

  /** What a command of this project prints as JSON. */
  async command(script: 'data' | 'models', ...args: string[]): Promise<unknown> {
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [rootPath('scripts', `${script}.ts`), ...args, '--json'],
      { env: { ...process.env, ...inject('environment'), ...this.settings } },
    );
    return JSON.parse(stdout);
  }

  /** Hands the installation its history: claims that people have read. */
  async importHistory(count = IMPORTED, tenant = TENANT): Promise<void> {
    const file = join(mkdtempSync(join(inject('dataFolder'), 'imports-')), 'history.jsonl');
    writeFileSync(
      file,
      codedClaims(count, 901)
        .map((claim) => `${JSON.stringify(claim)}\n`)
        .join(''),
    );
    expect(await this.command('data', 'import', file, '--tenant', tenant)).toEqual({
      claims: count,
      changed: count,
    });
  }

  /** Hands an unseen claim in and has a person give it its right values; resolves with what the model had read. */
  async reviewNext(): Promise<ClaimReport> {
    const claim = this.unseen.shift() as CodedClaim;
    const files = [{ name: 'dump.txt', bytes: Buffer.from(claim.text) }];
    const { claimId } = await this.intake.submit(files, {
      claimId: `${this.prefix}-${claim.id}`,
      policy: EVERY_CLAIM_TO_A_PERSON,
    });
    const report = await this.intake.settled(claimId);
    expect(report.status).toBe('in_review');
    const handle = this.intake.client.workflow.getHandle(claimWorkflowId(TENANT, claimId));
    const { version } = await handle.query<{ version: number }>(MESSAGES.claimState);
    const fields = Object.fromEntries(
      FIELD_KEYS.map((key) => [key, { decision: 'correct', value: claim.expected[key] }]),
    );
    await handle.executeUpdate(MESSAGES.submitReview, { args: [{ reviewer: 'ana', version, fields }] });
    await handle.result();
    return report;
  }

  async startRound(): Promise<void> {
    await this.intake.client.workflow.start('roundWorkflow', {
      workflowId: this.round,
      taskQueue: TASK_QUEUES.claims,
      args: [SMALL_ROUND],
    });
  }

  get handle(): WorkflowHandle {
    return this.intake.client.workflow.getHandle(this.round);
  }

  private promotionOf(round: string): WorkflowHandle {
    return this.intake.client.workflow.getHandle(`${round}/promote`);
  }

  /** Resolves when the promotion is at `status`; any other end is told with its reason. */
  async at(status: PromotionState['status'], withinMs: number, round = this.round): Promise<PromotionState> {
    const deadline = performance.now() + withinMs;
    for (;;) {
      const state = await this.standing(round);
      if (state?.status === status) return state;
      if (state?.reason || performance.now() > deadline)
        throw new Error(`the promotion is ${state?.status}, not ${status}: ${state?.reason ?? 'too slow'}`);
      await sleep(300);
    }
  }

  private standing(round = this.round): Promise<PromotionState | null> {
    return this.promotionOf(round)
      .query<PromotionState>(promotionStateQuery)
      .catch(() => null);
  }

  /** Waits for the gate, which must let the candidate pass, and says what it measured. */
  async judged(withinMs: number, round = this.round): Promise<PromotionState> {
    const state = await this.at('awaiting_approval', withinMs, round);
    expect(state.findings.filter(({ passed }) => !passed)).toEqual([]);
    expect(state.after).toBeGreaterThan(state.before ?? 1);
    process.stderr.write(
      `  field accuracy ${state.before} → ${state.after} on ${state.claims} unseen claims\n`,
    );
    return state;
  }

  async approve(person: string): Promise<void> {
    await this.promotionOf(this.round).executeUpdate(approvePromotionUpdate, { args: [{ person }] });
    await this.takesOver();
  }

  /** Hands claims in until the approved candidate has taken over. */
  async takesOver(): Promise<void> {
    for (;;) {
      const state = await this.standing();
      if (state?.status === 'promoted') return;
      expect(state?.reason ?? null).toBeNull();
      await Promise.all(Array.from({ length: 3 }, () => this.reviewNext()));
    }
  }
}

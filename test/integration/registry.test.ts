import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { versionsFor } from '../../activities/pin.ts';
import { planActivities } from '../../activities/plan-models.ts';
import { promoteActivities } from '../../activities/promote.ts';
import { watchActivities } from '../../activities/watch.ts';
import { type Database, openDatabase } from '../../shared/database/database.ts';
import {
  insertApproval,
  insertDecision,
  listAlerts,
  listDecisions,
} from '../../shared/database/decisions.ts';
import { insertImported } from '../../shared/database/imported-claims.ts';
import { countLabelledSince } from '../../shared/database/labelled-claims.ts';
import { migrate } from '../../shared/database/migrate.ts';
import { listVersionViews, trainingOfRound } from '../../shared/database/model-views.ts';
import {
  insertDataSet,
  insertEvaluation,
  insertVersion,
  keepProgress,
  listVersions,
  newestVersion,
  setCalibration,
  startRun,
} from '../../shared/database/registry.ts';
import {
  announceReplica,
  forgetReplica,
  replicasOf,
  setReplicaVersion,
} from '../../shared/database/replicas.ts';
import { findRound, noteRound } from '../../shared/database/rounds.ts';
import {
  listNeeded,
  listStageChanges,
  moveStages,
  rollBack,
  setStage,
  stageOf,
  versionAt,
} from '../../shared/database/stages.ts';
import { createLogger } from '../../shared/log.ts';
import { loadModel } from '../../shared/model.ts';
import { CurateSettingsSchema, LoraSettingsSchema, NO_TRAINING } from '../../shared/model-contracts.ts';
import { objectKeys } from '../../shared/object-keys.ts';
import type { ObjectStore } from '../../shared/objects/object-store.ts';
import { freshDatabase } from '../support/workers.ts';

const SHIPPED = 'embedded-1';
const tenant = 'default';
const log = createLogger('test', 'silent');
const shipped = () => loadModel(SHIPPED).card;
const LIMITS = { corrections: 0, failures: 0, doubts: 0, confidence: 0, latencyFactor: 2, claimsAtLeast: 1 };
// What is asked of it here touches no object.
const objects = {} as ObjectStore;

let database: Database;
let promotion: ReturnType<typeof promoteActivities>;
let plan: ReturnType<typeof planActivities>;
let now = 0;

beforeAll(async () => {
  database = openDatabase(await freshDatabase('registry'), { connections: 10 });
  await migrate(database);
  promotion = promoteActivities({ database, objects, shipped, log });
  plan = planActivities({ database, shipped });
});
afterAll(() => database.close());
beforeEach(async () => {
  now += 1;
  await database.query('delete from model_stages');
});

const SET = 'data-aaaaaaaaaaaa';
async function dataSet(): Promise<void> {
  const part = { object: objectKeys.dataSetPart(tenant, 'a'.repeat(64)), sha256: 'a'.repeat(64), lines: 1 };
  await insertDataSet(
    database,
    {
      ...{ name: SET, tenant, base: SHIPPED, checksum: 'a'.repeat(64), labelsUntil: new Date(0) },
      settings: CurateSettingsSchema.parse({}),
      parts: { train: part, validation: part, judgeValidation: part, judgeEvaluation: part },
      report: {
        ...{ labelled: 9, bySource: {}, standardised: {}, dropped: {}, notPrinted: {}, byIncidentType: {} },
        claims: { train: 7, validation: 1, evaluation: 1 },
        examples: { train: 7, validation: 1 },
        targeted: { fields: [], claims: 0 },
      },
    },
    [{ tenant, claimId: 'C-1', source: 'review', part: 'train' }],
  );
}

/** Registers a trained version; each test has its own. */
async function trained(letter: string): Promise<string> {
  await dataSet();
  const name = `claims-${letter.repeat(10)}${String(now).padStart(2, '0')}`;
  const run = `run-${name}`;
  await startRun(database, {
    ...{ run, dataSet: SET, base: SHIPPED, start: SHIPPED, settings: LoraSettingsSchema.parse({}) },
    workflowId: `models/round/${name}/train`,
  });
  const card = { ...shipped(), name, servedName: name, calibration: null };
  await insertVersion(database, { name, base: SHIPPED, run, card, files: [], calibration: null });
  return name;
}

const active = (): Promise<string | null> => versionAt(database, 'active');
const pin = (claimId = 'C-1') => versionsFor({ database, shipped })({ tenant, claimId });

describe('the alias', () => {
  test('moves step by step and back, and claims follow it', async () => {
    const version = await trained('a');
    await promotion.serveVersion({ version });
    expect(await active()).toBe(SHIPPED);
    expect((await pin()).reads.name).toBe(SHIPPED);
    await promotion.moveVersion({ version, stage: 'shadow', share: 1 });
    expect(await pin()).toMatchObject({ reads: { name: SHIPPED }, shadow: { name: version } });
    await promotion.moveVersion({ version, stage: 'canary', share: 1 });
    expect((await pin()).reads.name).toBe(version);
    expect(await promotion.activateVersion({ version })).toEqual({ moved: true });
    // A repeated activity changes nothing.
    expect(await promotion.activateVersion({ version })).toEqual({ moved: true });
    expect([await active(), await versionAt(database, 'previous')]).toEqual([version, SHIPPED]);
    expect(await promotion.rollBackVersion({ person: 'ana', reason: 'worse' })).toEqual({
      ...{ from: version, to: SHIPPED },
    });
    expect((await pin()).reads.name).toBe(SHIPPED);
    expect((await listStageChanges(database, version)).map(({ stage }) => stage)).toEqual([
      ...['evaluating', 'shadow', 'canary', 'active', 'rolled_back'],
    ]);
    await expect(promotion.rollBackVersion({ person: 'ana', reason: '' })).rejects.toMatchObject({
      type: 'NothingToRollBack',
    });
  });

  test('lets no transaction end with no or two active versions, and no second one on its way', async () => {
    const [first, second] = [await trained('a'), await trained('b')];
    await promotion.serveVersion({ version: first });
    const take = (version: string, stage: 'active' | 'retired') =>
      moveStages(database, (within) => setStage(within, { version, stage, reason: 'test' }));
    await expect(take(SHIPPED, 'retired')).rejects.toThrow();
    await expect(take(first, 'active')).rejects.toThrow();
    expect(await active()).toBe(SHIPPED);
    await promotion.moveVersion({ version: first, stage: 'canary', share: 0.1 });
    await promotion.serveVersion({ version: second });
    await expect(promotion.moveVersion({ version: second, stage: 'shadow', share: 1 })).rejects.toMatchObject(
      { type: 'RolloutTaken' },
    );
  });

  test('an active version that is watched is rolled back by itself, whatever is on its way by then', async () => {
    const [watched, next] = [await trained('a'), await trained('b')];
    for (const version of [watched, next]) await promotion.serveVersion({ version });
    await promotion.activateVersion({ version: watched });
    await promotion.moveVersion({ version: next, stage: 'canary', share: 0.5 });
    const done = await moveStages(database, (within) =>
      rollBack(within, { only: watched, reason: 'failures' }),
    );
    expect(done).toEqual({ from: watched, to: SHIPPED });
    expect(await versionAt(database, 'canary')).toBe(next);
    const again = await moveStages(database, (within) =>
      rollBack(within, { only: watched, reason: 'failures' }),
    );
    expect(again).toBeNull();
  });

  test('moves one after the other when many ask at once', async () => {
    const version = await trained('a');
    await promotion.serveVersion({ version });
    await promotion.moveVersion({ version, stage: 'canary', share: 1 });
    const moves = await Promise.allSettled([
      ...Array.from({ length: 4 }, () => promotion.activateVersion({ version })),
      ...Array.from({ length: 4 }, () => promotion.rollBackVersion({ person: 'ana', reason: '' })),
    ]);
    expect(moves.some(({ status }) => status === 'fulfilled')).toBe(true);
    const rows = await database.query("select version from model_stages where stage = 'active'");
    expect(rows).toHaveLength(1);
  });

  test('is not moved by a look that finds too few claims, and a stopped version is told as moved', async () => {
    const version = await trained('a');
    await promotion.serveVersion({ version });
    await promotion.moveVersion({ version, stage: 'canary', share: 1 });
    const look = {
      ...{ version, against: SHIPPED, limits: LIMITS, stage: 'canary' as const },
      ...{ claimsNeeded: 1, atMostMs: 0 },
    };
    expect(await promotion.lookAtStep(look)).toMatchObject({ outcome: 'go_on', claims: 0 });
    await promotion.rollBackVersion({ person: 'ana', reason: '' });
    expect(await promotion.lookAtStep(look)).toMatchObject({ outcome: 'moved' });
    expect(await promotion.moveVersion({ version, stage: 'canary', share: 1 })).toEqual({ moved: false });
  });
});

describe('replicas', () => {
  test('are those heard of lately; a version is needed while it is served or a claim under way is pinned to it', async () => {
    const version = await trained('a');
    await promotion.serveVersion({ version });
    expect((await listNeeded(database)).map((one) => one.version)).toEqual([version]);
    await announceReplica(database, { replica: 'one', adapters: true });
    await announceReplica(database, { replica: 'gone', adapters: true });
    await database.query(
      "update inference_replicas set seen_at = now() - interval '1 minute' where replica = 'gone'",
    );
    expect(await replicasOf(database, version)).toEqual([
      { replica: 'one', adapters: true, state: null, reason: '' },
    ]);
    await setReplicaVersion(database, { replica: 'one', version, state: 'refused', reason: 'rank 64' });
    expect(await replicasOf(database, version)).toMatchObject([{ state: 'refused', reason: 'rank 64' }]);
    await promotion.shelveVersion({ version, stage: 'refused', reason: 'not_promoted' });
    expect(await listNeeded(database)).toEqual([]);
    await database.query(
      "insert into claims (tenant, claim_id, packet_sha256, priority, status, model) values ($1, 'pinned', '', 3, 'extracting', $2)",
      [tenant, version],
    );
    expect((await listNeeded(database)).map((one) => one.version)).toEqual([version]);
    await database.query('delete from claims');
    await forgetReplica(database, 'one');
    expect(await replicasOf(database, version)).toEqual([]);
  });
});

describe('what is written', () => {
  test('a run’s losses grow, and what is said again after a restart stands once', async () => {
    const version = await trained('a');
    const run = `run-${version}`;
    const say = (step: number, loss: number, evaluationLoss: number | null = null) => {
      const epochs = evaluationLoss === null ? [] : [{ epoch: 1, step, loss, evaluationLoss }];
      return keepProgress(database, run, { ...NO_TRAINING, step, steps: 9, loss, evaluationLoss, epochs });
    };
    await say(1, 0.9);
    await say(10, 0.5);
    await say(2, 0.8, 0.7);
    await say(2, 0.8);
    const training = await trainingOfRound(database, {
      workflowId: `models/round/${version}`,
      startedAt: new Date(0),
    });
    expect(training).toMatchObject({ status: 'running', progress: { step: 2, steps: 9 } });
    expect(training?.progress?.losses).toEqual([
      { step: 1, loss: 0.9, evalLoss: null },
      { step: 2, loss: 0.8, evalLoss: 0.7 },
      { step: 10, loss: 0.5, evalLoss: null },
    ]);
  });

  test('an evaluation, a decision and its approvals are found with their version', async () => {
    const version = await trained('a');
    await promotion.serveVersion({ version });
    for (const model of [version, SHIPPED])
      await insertEvaluation(database, {
        ...{ evaluation: `e-${model}`, model, dataSet: SET, part: 'evaluation', n: 12 },
        ...{
          figures: { fieldAccuracy: 0.9 },
          object: objectKeys.evaluation(tenant, `e-${model}`, 'report.json'),
        },
      });
    const decision = `d-${version}`;
    await insertDecision(database, {
      ...{ decision, candidate: version, against: SHIPPED, dataSet: SET, gate: [], passed: true },
      ...{ candidateEvaluation: `e-${version}`, againstEvaluation: `e-${SHIPPED}` },
    });
    for (const word of ['approve', 'reject'] as const)
      await insertApproval(database, { decision, person: 'ana', word, givenBy: 'update', note: '' });
    expect(await listDecisions(database, version)).toMatchObject([
      { decision, passed: true, approvals: [{ person: 'ana', word: 'approve' }] },
    ]);
    const views = await listVersionViews(database);
    expect(views.find(({ name }) => name === version)).toMatchObject({
      ...{ base: SHIPPED, stage: 'evaluating' },
      evaluation: { dataSet: SET, n: 12, figures: { fieldAccuracy: 0.9 } },
    });
    expect((await listVersions(database, 1))[0]).toMatchObject({ name: version, dataSet: SET, n: 12 });
    const file = {
      path: 'calibration.json',
      object: objectKeys.version(version, 'calibration.json'),
      sha256: '',
      bytes: 2,
    };
    await setCalibration(database, { name: version, calibration: 'logistic-1', file });
    expect((await promotion.currentVersion({ version })).calibration).toBe('logistic-1');
  });

  test('the newest version that was never rolled out is the one to judge; refused ones are not', async () => {
    const version = await trained('a');
    expect((await newestVersion(database, { unstaged: true }))?.name).toBe(version);
    expect(await plan.planJudging({ unstaged: true })).toMatchObject({
      ...{ candidate: { name: version }, against: { name: SHIPPED }, dataSet: SET },
      claims: { evaluation: 1, validation: 1 },
    });
    expect(await plan.planTraining({ from: 'active' })).toEqual({
      dataSet: SET,
      base: SHIPPED,
      start: SHIPPED,
    });
    expect((await plan.planTraining({ from: 'base' })).start).toBeNull();
    await promotion.serveVersion({ version });
    await promotion.shelveVersion({ version, stage: 'refused', reason: 'not_promoted' });
    expect((await newestVersion(database, { unstaged: true }))?.name).not.toBe(version);
    expect(await stageOf(database, version)).toMatchObject({ stage: 'refused' });
  });

  test('a round is one row with its steps in order', async () => {
    await dataSet();
    const note = {
      round: `round-${now}`,
      workflowId: 'models/round/1',
      version: null,
      reason: null,
      dataSet: null,
    };
    await noteRound(database, { ...note, state: 'running', step: 'curating' });
    await noteRound(database, { ...note, state: 'running', step: 'training', dataSet: SET });
    await noteRound(database, { ...note, state: 'running', step: 'training', dataSet: SET });
    await noteRound(database, {
      ...note,
      state: 'failed',
      step: 'training',
      dataSet: SET,
      reason: 'too few',
    });
    expect(await findRound(database, note.round)).toMatchObject({
      ...{ state: 'failed', step: 'training', reason: 'too few', dataSet: SET, endedAt: expect.any(Date) },
      steps: [{ step: 'curating' }, { step: 'training' }],
    });
  });

  test('imports count as labelled, and the same line again changes nothing', async () => {
    const line = {
      tenant,
      claimId: 'I-1',
      labels: { claimant_name: 'A' },
      uncertain: [],
      answer: undefined,
      documents: [],
    };
    expect(await insertImported(database, line)).toBe(true);
    expect(await insertImported(database, line)).toBe(false);
    expect(await countLabelledSince(database, tenant, null)).toBe(1);
  });

  test('a gap between production and evaluation is one open alert until it has closed', async () => {
    const watch = watchActivities({ database, shipped, log });
    expect(await watch.lookAtProduction({ tenant })).toMatchObject({ active: SHIPPED, newClaims: 1 });
    const gap = { evaluated: 0.96, production: 0.89, claims: 40 };
    expect(await watch.reportGap({ model: SHIPPED, gap: gap as never })).toEqual({ isNew: true });
    expect(await watch.reportGap({ model: SHIPPED, gap: gap as never })).toEqual({ isNew: false });
    expect(await listAlerts(database)).toMatchObject([{ model: SHIPPED, detail: gap }]);
    await watch.reportGap({ model: SHIPPED, gap: null });
    expect(await listAlerts(database)).toEqual([]);
  });
});

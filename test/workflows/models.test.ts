import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WorkflowClient, WorkflowHandle } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { failure } from '../../shared/failures.ts';
import { TASK_QUEUES } from '../../shared/task-queues.ts';
import {
  approvePromotionUpdate,
  approveSignal,
  type PromotionState,
  promotionStateQuery,
  rejectPromotionUpdate,
} from '../../workflows/promotion-messages.ts';
import { CANDIDATE, fakeModelActivities } from '../support/fake-model-activities.ts';
import { startTimeSkipping, type TimeSkipping } from '../support/time-skipping.ts';

let temporal: TimeSkipping;
beforeAll(async () => {
  temporal = await startTimeSkipping();
});
afterAll(() => temporal?.stop());

const start = (workflow: WorkflowClient, type: string, input?: unknown): Promise<WorkflowHandle> =>
  workflow.start(type, {
    workflowId: `models/${randomUUID()}`,
    taskQueue: TASK_QUEUES.claims,
    args: input === undefined ? [] : [input],
  });

async function until(handle: WorkflowHandle, status: PromotionState['status']): Promise<PromotionState> {
  const deadline = performance.now() + 20_000;
  for (;;) {
    const state = await handle.query(promotionStateQuery);
    if (state.status === status) return state;
    if (performance.now() > deadline) throw new Error(`the promotion is ${state.status}, not ${status}`);
    await sleep(30);
  }
}

const reasonOf = (error: unknown): string => {
  let cause = error;
  while (cause instanceof Error && cause.cause) cause = cause.cause;
  return String((cause as Error).message);
};

describe('a promotion', () => {
  test('goes step by step: loaded, judged, approved, in shadow, a growing share, active', async () => {
    const { activities, calls } = fakeModelActivities();
    const state = await temporal.withWorker(activities, async ({ workflow }) => {
      const handle = await start(workflow, 'promoteWorkflow', { rollout: { watchMs: 0 } });
      await until(handle, 'awaiting_approval');
      await handle.executeUpdate(approvePromotionUpdate, { args: [{ person: 'ana' }] });
      return (await handle.result()) as PromotionState;
    });
    expect(state).toMatchObject({ status: 'promoted', version: CANDIDATE.name, approvals: ['ana'] });
    const seen = calls.filter((name) => !/^(evaluateShard|finishEvaluation|plan|record)/.test(name));
    expect(seen).toEqual([
      ...['serveVersion', 'awaitReplicas', 'fitConfidence', 'currentVersion', 'judgeVersion'],
      ...['serveVersion', 'awaitReplicas', 'moveVersion shadow', 'lookAtStep shadow'],
      ...Array.from({ length: 3 }, () => ['moveVersion canary', 'lookAtStep canary']).flat(),
      'activateVersion',
    ]);
  });

  test('needs two persons where two are asked for, and hears nobody twice', async () => {
    const { activities } = fakeModelActivities();
    await temporal.withWorker(activities, async ({ workflow }) => {
      const handle = await start(workflow, 'promoteWorkflow', {
        approval: { persons: 2 },
        rollout: { watchMs: 0 },
      });
      await until(handle, 'awaiting_approval');
      await handle.executeUpdate(approvePromotionUpdate, { args: [{ person: 'ana' }] });
      const again = handle.executeUpdate(approvePromotionUpdate, { args: [{ person: 'ana' }] });
      await expect(again.catch(reasonOf)).resolves.toContain('spoken already');
      expect((await handle.query(promotionStateQuery)).status).toBe('awaiting_approval');
      await handle.signal(approveSignal, { person: 'ben' });
      expect(await handle.result()).toMatchObject({ status: 'promoted', approvals: ['ana', 'ben'] });
    });
  });

  test.each([
    [
      'by the gate',
      {
        judgeVersion: async () => ({
          passed: false,
          findings: [{ criterion: 'cost', passed: false, sentence: 'Too dear.' }],
        }),
      },
      'Too dear.',
    ],
    [
      'by a replica that cannot load it',
      {
        awaitReplicas: async () => {
          throw failure('AdapterRefused', 'two: the adapter has rank 64');
        },
      },
      'two: the adapter has rank 64',
    ],
  ])('refused %s ends with the reason, and is served no more', async (_by, overrides, reason) => {
    const { activities, calls } = fakeModelActivities(overrides);
    const state = await temporal.withWorker(activities, async ({ workflow }) =>
      (await start(workflow, 'promoteWorkflow')).result(),
    );
    expect(state).toMatchObject({ status: 'refused', reason });
    expect(calls.at(-1)).toBe('shelveVersion refused');
    expect(calls.some((name) => name.startsWith('moveVersion') || name === 'activateVersion')).toBe(false);
  });

  test('rejected by a person, or by nobody in time, moves nothing', async () => {
    const { activities, calls } = fakeModelActivities();
    await temporal.withWorker(activities, async ({ workflow }) => {
      const rejected = await start(workflow, 'promoteWorkflow');
      await until(rejected, 'awaiting_approval');
      await rejected.executeUpdate(rejectPromotionUpdate, { args: [{ person: 'ana' }] });
      expect(await rejected.result()).toMatchObject({ status: 'rejected' });
      const expired = await start(workflow, 'promoteWorkflow');
      expect(await expired.result()).toMatchObject({
        status: 'rejected',
        reason: 'nobody approved it in time',
      });
    });
    expect(calls.some((name) => name.startsWith('moveVersion'))).toBe(false);
  });

  test('that makes claims worse is rolled back by the look that found it', async () => {
    const worse = [{ signal: 'failures', candidate: 0.2, other: 0.01 }];
    const { activities, calls } = fakeModelActivities({
      lookAtStep: async ({ stage }: { stage: string }) =>
        stage === 'canary'
          ? { outcome: 'worse', worse, claims: 12 }
          : { outcome: 'ended', worse: [], claims: 20 },
    });
    const state = await temporal.withWorker(activities, async ({ workflow }) =>
      (await start(workflow, 'promoteWorkflow', { approval: { persons: 0 } })).result(),
    );
    expect(state).toMatchObject({ status: 'rolled_back', reason: 'worse than before: failures' });
    expect(calls).not.toContain('activateVersion');
  });
});

describe('from the Temporal UI', () => {
  test.each([
    'curateWorkflow',
    'trainWorkflow',
    'evaluateWorkflow',
    'promoteWorkflow',
    'roundWorkflow',
    'modelLoopWorkflow',
  ])('%s refuses a wrong object with a sentence', async (type) => {
    const { activities } = fakeModelActivities();
    await temporal.withWorker(activities, async ({ workflow }) => {
      const handle = await start(workflow, type, { colour: 'blue' });
      const reason = reasonOf(await handle.result().catch((error: unknown) => error));
      expect(reason).toMatch(/^the request is refused: .*colour/);
    });
  });

  test('a whole round runs with {}', async () => {
    const { activities } = fakeModelActivities();
    await temporal.withWorker(activities, async ({ workflow }) => {
      const handle = await start(workflow, 'roundWorkflow', {});
      const promotion = workflow.getHandle(`${handle.workflowId}/promote`);
      await expect
        .poll(
          () =>
            promotion.query(promotionStateQuery).then(
              ({ status }) => status,
              () => '',
            ),
          { timeout: 20_000 },
        )
        .toBe('awaiting_approval');
      await promotion.signal(approveSignal, { person: 'ana' });
      expect(await handle.result()).toMatchObject({ step: 'done', promotion: { status: 'promoted' } });
    });
  });

  test.each([
    [{ evaluation: 6, validation: 60 }, /^data-0 holds 6 claims that judge, and the gate asks for 50: more/],
    [
      { evaluation: 60, validation: 7 },
      /^data-0 holds 7 claims that fit confidence, and the gate asks for 50/,
    ],
  ])('a round whose gate would lack claims ends before it trains: %j', async (claims, sentence) => {
    let trained = false;
    const { activities } = fakeModelActivities({
      curateDataSet: async () => ({ dataSet: 'data-0', report: { claims } }),
      trainAdapter: async () => {
        trained = true;
      },
    });
    await temporal.withWorker(activities, async ({ workflow }) => {
      const handle = await start(workflow, 'roundWorkflow', {});
      expect(reasonOf(await handle.result().catch((error: unknown) => error))).toMatch(sentence);
    });
    expect(trained).toBe(false);
  });
});

describe('training', () => {
  test('compares the settings of a sweep and keeps the best on unseen claims', async () => {
    const losses = [0.5, 0.2, 0.4];
    const rates: number[] = [];
    const { activities } = fakeModelActivities({
      trainAdapter: async ({ lora }: { lora: { seed: number; learningRate: number } }) => {
        rates.push(lora.learningRate);
        const best = { epoch: 1, loss: 0.1, evaluation_loss: losses[lora.seed - 1] };
        return { steps: 1, best, history: [best] };
      },
      packVersion: async ({ result }: { result: { best: { evaluation_loss: number } } }) => ({
        version: `claims-${result.best.evaluation_loss}`,
      }),
    });
    const trained = await temporal.withWorker(activities, async ({ workflow }) =>
      (
        await start(workflow, 'trainWorkflow', {
          lora: { learningRate: 3e-4 },
          sweep: [{ seed: 1 }, { seed: 2 }, { seed: 3 }],
        })
      ).result(),
    );
    // What a setting of the sweep leaves open is as in `lora`.
    expect(rates).toEqual([3e-4, 3e-4, 3e-4]);
    expect(trained).toMatchObject({ version: 'claims-0.2' });
  });

  test('compares no shapes of an adapter that it goes on from', async () => {
    const { activities } = fakeModelActivities();
    await temporal.withWorker(activities, async ({ workflow }) => {
      const handle = await start(workflow, 'trainWorkflow', { sweep: [{ rank: 8 }, { rank: 16 }] });
      expect(reasonOf(await handle.result().catch((error: unknown) => error))).toContain('"from": "base"');
      const begun = await start(workflow, 'trainWorkflow', { from: 'base', sweep: [{ rank: 8 }] });
      expect(await begun.result()).toMatchObject({ version: CANDIDATE.name });
    });
  });

  test('that is refused notes its end', async () => {
    const { activities, calls } = fakeModelActivities({
      trainAdapter: async () => {
        throw failure('TrainingRefused', 'the trainer refused: lora.rank');
      },
    });
    await temporal.withWorker(activities, async ({ workflow }) => {
      const handle = await start(workflow, 'trainWorkflow');
      expect(reasonOf(await handle.result().catch((error: unknown) => error))).toContain('lora.rank');
    });
    expect(calls).toContain('endTraining');
  });
});

test('the loop starts a round when enough claims have come, goes on after one that fails, and stops when told', async () => {
  let looks = 0;
  const { activities, calls } = fakeModelActivities({
    lookAtProduction: async () => {
      looks += 1;
      return {
        ...{ active: 'embedded-1', newClaims: looks === 2 ? 500 : 0, evaluated: null },
        audits: { claims: 0, fields: 0, agreed: 0 },
        confidence: { lately: null, before: null, claims: 0 },
      };
    },
    curateDataSet: async () => {
      throw failure('NothingToLearn', 'too few');
    },
  });
  await temporal.withWorker(activities, async ({ workflow }) => {
    const handle = await start(workflow, 'modelLoopWorkflow', { checkEveryMs: 1_000 });
    await temporal.skip(5_000);
    await handle.signal('stopLoop');
    expect(await handle.result()).toMatchObject({ rounds: 1, underWay: null });
  });
  expect(calls.filter((name) => name === 'curateDataSet')).toHaveLength(1);
  expect(looks).toBeGreaterThan(2);
});

/**
 * Records the histories of model workflows that `replay.test.ts` replays: `node test/replay/record-models.ts
 * NAME…` (all without a name). A recorded history stays as it is for as long as such workflows may be running.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WorkflowClient, WorkflowHandle } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { TASK_QUEUES } from '../../shared/task-queues.ts';
import { stopLoopSignal } from '../../workflows/model-loop.ts';
import {
  approvePromotionUpdate,
  type PromotionState,
  promotionStateQuery,
  rejectSignal,
} from '../../workflows/promotion-messages.ts';
import { fakeModelActivities } from '../support/fake-model-activities.ts';
import { startTimeSkipping } from '../support/time-skipping.ts';

const temporal = await startTimeSkipping();
const folder = new URL('model-histories/', import.meta.url);
mkdirSync(folder, { recursive: true });

async function until(handle: WorkflowHandle, status: PromotionState['status']): Promise<void> {
  while ((await handle.query<PromotionState>(promotionStateQuery)).status !== status) await sleep(30);
}

const ended = (handle: WorkflowHandle): Promise<unknown> => handle.result();
const approved = async (handle: WorkflowHandle): Promise<void> => {
  await until(handle, 'awaiting_approval');
  await handle.executeUpdate(approvePromotionUpdate, { args: [{ person: 'ana' }] });
  await handle.result();
};
const tooDear = {
  passed: false,
  findings: [{ criterion: 'cost', passed: false, sentence: 'Too dear.' }],
};
const atOnce = { approval: { persons: 0 }, rollout: { watchMs: 0 } };

type Course = [
  type: string,
  input: object,
  play: (handle: WorkflowHandle, client: WorkflowClient) => Promise<unknown>,
  overrides?: Parameters<typeof fakeModelActivities>[0],
];

const COURSES: Record<string, Course> = {
  curated: ['curateWorkflow', {}, ended],
  trained: ['trainWorkflow', {}, ended],
  compared: ['trainWorkflow', { sweep: [{ seed: 1 }, { seed: 2 }] }, ended],
  judged: ['evaluateWorkflow', {}, ended],
  promoted: ['promoteWorkflow', {}, approved],
  'refused-by-the-gate': ['promoteWorkflow', {}, ended, { judgeVersion: async () => tooDear }],
  'rejected-by-signal': [
    'promoteWorkflow',
    {},
    async (handle) => {
      await until(handle, 'awaiting_approval');
      await handle.signal(rejectSignal, { person: 'ben' });
      await handle.result();
    },
  ],
  'waiting-for-approval': ['promoteWorkflow', {}, (handle) => until(handle, 'awaiting_approval')],
  'whole-round': ['roundWorkflow', { promote: atOnce }, ended],
  'rolled-back': ['rollbackWorkflow', {}, ended],
  'loop-stopped': [
    'modelLoopWorkflow',
    { checkEveryMs: 1_000 },
    async (handle) => {
      await temporal.skip(3_000);
      await handle.signal(stopLoopSignal);
      await handle.result();
    },
  ],
};

const chosen = process.argv.slice(2);
for (const [name, [type, input, play, overrides]] of Object.entries(COURSES)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue;
  const { activities } = fakeModelActivities(overrides);
  await temporal.withWorker(activities, async ({ workflow }) => {
    const handle = await workflow.start(type, {
      workflowId: `models/${name}`,
      taskQueue: TASK_QUEUES.claims,
      args: [input],
    });
    await play(handle, workflow);
    const history = historyToJSON(await handle.fetchHistory());
    writeFileSync(new URL(`${name}.json`, folder), `${history}\n`);
    await handle.terminate().catch(() => {});
  });
}
await temporal.stop();

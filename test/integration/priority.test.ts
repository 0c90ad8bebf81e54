import { afterAll, beforeAll, expect, test } from 'vitest';
import { StandInEngine } from '../../scripts/bench/stand-in-engine.ts';
import { claimWorkflowId } from '../../shared/contracts.ts';
import { type Intake, openIntake, plainForm } from '../support/intake.ts';
import { startWorkers, type Workers } from '../support/workers.ts';

// A model server of known speed that serves one sequence at a time: what is next is then the queue's choice alone.
let engine: StandInEngine;
let workers: Workers;
let intake: Intake;
beforeAll(async () => {
  engine = await StandInEngine.start({ models: ['embedded-0'], latencyMs: 500, slots: 1 });
  workers = await startWorkers({
    workers: ['claims', 'documents'],
    settings: { VLLM_URL: engine.url, INFERENCE_SEQUENCES: '1' },
  });
  intake = await openIntake();
});
afterAll(async () => {
  await intake?.close();
  await workers?.stop();
  await engine?.close();
});

const BACKLOG = 20;

interface Waiting {
  tenant: string;
  claimId: string;
}

const form = (report: string) => [plainForm({ 'Police report no.': report })];
const answered = async ({ tenant, claimId }: Waiting): Promise<boolean> =>
  ((await intake.state(tenant, claimId))?.answered ?? 0) > 0;

/**
 * Lets all claims wait for the model before it takes any, and tells how many of `others`, which all came
 * first, still wait when `last` is answered. In order of arrival it would be none.
 */
async function waitingBehind(last: Waiting, others: Waiting[]): Promise<number> {
  for (const { tenant, claimId } of [...others, last]) {
    const chunks = async () => (await intake.state(tenant, claimId))?.chunks ?? 0;
    await expect.poll(chunks, { timeout: 60_000 }).toBeGreaterThan(0);
  }
  await workers.restart('inference');
  await expect.poll(() => answered(last), { timeout: 60_000, interval: 100 }).toBe(true);
  // Before anything is counted: asking takes time, in which the worker would go on.
  workers.kill9('inference');
  const done = await Promise.all(others.map(answered));
  // What still waits would be the next test's backlog.
  for (const { tenant, claimId } of others) {
    await intake.client.workflow
      .getHandle(claimWorkflowId(tenant, claimId))
      .terminate()
      .catch(() => {});
  }
  return done.filter((isAnswered) => !isAnswered).length;
}

test('an urgent claim goes before a backlog of batch claims', async () => {
  const batch = [];
  for (let i = 0; i < BACKLOG; i += 1) {
    batch.push(await intake.submit(form(`batch-${i}`), { claimId: `batch-${i}`, priority: 5 }));
  }
  const urgent = await intake.submit(form('urgent'), { claimId: 'urgent', priority: 1 });
  expect(await waitingBehind(urgent, batch)).toBeGreaterThan(BACKLOG / 2);
});

test("one tenant's backlog does not hold up another tenant's claim", async () => {
  const many = [];
  for (let i = 0; i < BACKLOG; i += 1) {
    many.push(await intake.submit(form(`many-${i}`), { claimId: `many-${i}`, tenant: 'large', priority: 1 }));
  }
  const one = await intake.submit(form('one'), { claimId: 'one', tenant: 'small', priority: 1 });
  expect(await waitingBehind(one, many)).toBeGreaterThan(BACKLOG / 2);
});

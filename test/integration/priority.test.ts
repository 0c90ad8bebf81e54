import { randomUUID } from 'node:crypto';
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
  engine = await StandInEngine.start({ models: ['embedded-1'], latencyMs: 500, slots: 1 });
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

/**
 * Lets all claims wait for the model before it takes any, and tells how many requests reached it before
 * the one about `last`, whose report number stands in its form. In order of arrival it would be all others.
 */
async function askedBefore(last: Waiting, report: string, others: Waiting[]): Promise<number> {
  for (const { tenant, claimId } of [...others, last]) {
    const chunks = async () => (await intake.state(tenant, claimId))?.chunks ?? 0;
    await expect.poll(chunks, { timeout: 60_000 }).toBeGreaterThan(0);
  }
  engine.requests.length = 0;
  await workers.restart('inference');
  const place = (): number =>
    engine.requests.findIndex(({ messages }) => messages.some(({ content }) => content.includes(report)));
  await expect.poll(place, { timeout: 60_000 }).toBeGreaterThanOrEqual(0);
  workers.kill9('inference');
  // What still waits would be the next test's backlog.
  for (const { tenant, claimId } of [...others, last]) {
    await intake.client.workflow
      .getHandle(claimWorkflowId(tenant, claimId))
      .terminate()
      .catch(() => {});
  }
  return place();
}

test('an urgent claim goes before a backlog of batch claims', async () => {
  const batch = [];
  for (let i = 0; i < BACKLOG; i += 1) {
    batch.push(await intake.submit(form(`batch-${i}`), { claimId: `batch-${i}`, priority: 5 }));
  }
  const urgent = await intake.submit(form('urgent'), { claimId: 'urgent', priority: 1 });
  expect(await askedBefore(urgent, 'urgent', batch)).toBeLessThan(BACKLOG / 2);
});

// The server's fairness is approximate: a second attempt, with claims of its own, may show what the first did not.
test("one tenant's backlog does not hold up another tenant's claim", { retry: 1 }, async () => {
  const attempt = randomUUID();
  const many = [];
  for (let i = 0; i < BACKLOG; i += 1) {
    const claimId = `many-${i}-${attempt}`;
    many.push(await intake.submit(form(claimId), { claimId, tenant: 'large', priority: 1 }));
  }
  const report = `sole-report-${attempt}`;
  const one = await intake.submit(form(report), { claimId: `one-${attempt}`, tenant: 'small', priority: 1 });
  expect(await askedBefore(one, report, many)).toBeLessThan(BACKLOG / 2);
});

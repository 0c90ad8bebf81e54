import { afterAll, beforeAll, expect, test } from 'vitest';
import { StandInEngine } from '../../scripts/bench/stand-in-engine.ts';
import { type Intake, openIntake, plainForm } from '../support/intake.ts';
import { startWorkers, type Workers } from '../support/workers.ts';

// A model server of known speed that serves one sequence at a time: what is next is then the queue's choice alone.
let engine: StandInEngine;
let workers: Workers;
let intake: Intake;
beforeAll(async () => {
  engine = await StandInEngine.start({ models: ['embedded-0'], latencyMs: 250, slots: 1 });
  workers = await startWorkers({
    workers: ['claims', 'documents', 'inference'],
    settings: { VLLM_URL: engine.url, INFERENCE_SEQUENCES: '1' },
  });
  intake = await openIntake();
});
afterAll(async () => {
  await intake?.close();
  await workers?.stop();
  await engine?.close();
});

const BACKLOG = 24;
const form = (report: string) => [plainForm({ 'Police report no.': report })];

/** When claims got their first answer from the model, as places in the order of all. */
async function orderOfAnswers(claims: { tenant: string; claimId: string }[]): Promise<string[]> {
  const waiting = new Map(claims.map((claim) => [claim.claimId, claim]));
  const order: string[] = [];
  while (waiting.size > 0) {
    for (const { tenant, claimId } of waiting.values()) {
      const state = await intake.state(tenant, claimId);
      if ((state?.answered ?? 0) === 0) continue;
      order.push(claimId);
      waiting.delete(claimId);
    }
  }
  return order;
}

test('an urgent claim goes before a backlog of batch claims', async () => {
  const batch = Array.from({ length: BACKLOG }, (_, i) =>
    intake.submit(form(`batch-${i}`), { claimId: `batch-${i}`, priority: 5 }),
  );
  const claims = await Promise.all(batch);
  const urgent = await intake.submit(form('urgent'), { claimId: 'urgent', priority: 1 });
  const order = await orderOfAnswers([...claims, urgent]);
  expect(order.indexOf('urgent')).toBeLessThan(BACKLOG / 2);
});

test("one tenant's backlog does not hold up another tenant's claim", async () => {
  const many = Array.from({ length: BACKLOG }, (_, i) =>
    intake.submit(form(`many-${i}`), { claimId: `many-${i}`, tenant: 'large' }),
  );
  const claims = await Promise.all(many);
  const one = await intake.submit(form('one'), { claimId: 'one', tenant: 'small' });
  const order = await orderOfAnswers([...claims, one]);
  expect(order.indexOf('one')).toBeLessThan(BACKLOG / 2);
});

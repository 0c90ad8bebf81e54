import { afterAll, beforeAll, expect, test } from 'vitest';
import { StandInEngine } from '../../scripts/bench/stand-in-engine.ts';
import { type Intake, openIntake, plainForm } from '../support/intake.ts';
import { startWorkers, type Workers } from '../support/workers.ts';

// A model server of known speed that serves one sequence at a time: what is next is then the queue's choice alone.
let engine: StandInEngine;
let workers: Workers;
let intake: Intake;
beforeAll(async () => {
  engine = await StandInEngine.start({ models: ['embedded-0'], latencyMs: 600, slots: 1 });
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

const BACKLOG = 40;
type Waiting = { tenant: string; claimId: string };
const form = (report: string) => [plainForm({ 'Police report no.': report })];

/**
 * How many of the others were answered between the moment when `claim` began to wait for the model and
 * its own answer, and how many were still waiting at that moment: in order of arrival it would be last.
 */
async function overtaken(claim: Waiting, others: Waiting[]): Promise<{ before: number; backlog: number }> {
  const unanswered = new Map([...others, claim].map((one) => [one.claimId, one]));
  let backlog: number | null = null;
  for (;;) {
    await Promise.all(
      [...unanswered.values()].map(async ({ tenant, claimId }) => {
        const state = await intake.state(tenant, claimId);
        if ((state?.answered ?? 0) > 0) unanswered.delete(claimId);
        else if (claimId === claim.claimId && (state?.chunks ?? 0) > 0) backlog ??= unanswered.size - 1;
      }),
    );
    if (!unanswered.has(claim.claimId))
      return { before: (backlog ?? 0) - unanswered.size, backlog: backlog ?? 0 };
  }
}

/** In order of arrival the whole backlog would go before it; some do, between two looks of a busy machine. */
function expectOvertaking({ before, backlog }: { before: number; backlog: number }): void {
  expect(backlog).toBeGreaterThan(BACKLOG / 4);
  expect(before).toBeLessThan(backlog / 2);
}

test('an urgent claim goes before a backlog of batch claims', async () => {
  const batch = Array.from({ length: BACKLOG }, (_, i) =>
    intake.submit(form(`batch-${i}`), { claimId: `batch-${i}`, priority: 5 }),
  );
  const claims = await Promise.all(batch);
  const urgent = await intake.submit(form('urgent'), { claimId: 'urgent', priority: 1 });
  expectOvertaking(await overtaken(urgent, claims));
});

test("one tenant's backlog does not hold up another tenant's claim", async () => {
  const many = Array.from({ length: BACKLOG }, (_, i) =>
    intake.submit(form(`many-${i}`), { claimId: `many-${i}`, tenant: 'large' }),
  );
  const claims = await Promise.all(many);
  const one = await intake.submit(form('one'), { claimId: 'one', tenant: 'small' });
  expectOvertaking(await overtaken(one, claims));
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimWorkflowId } from '../../shared/contracts.ts';
import { examplePacket, type Intake, openIntake, plainForm, TENANT } from '../support/intake.ts';
import { crashServer, startWorkers, type Workers } from '../support/workers.ts';

let workers: Workers;
let intake: Intake;
beforeAll(async () => {
  workers = await startWorkers({ workers: ['claims', 'documents', 'inference'] });
  intake = await openIntake();
});
afterAll(async () => {
  await intake?.close();
  await workers?.stop();
});

const NAMES = ['Robert King', 'Teresa Hill', 'Walter Green', 'Diane Baker', 'Roger Allen', 'Gloria Scott'];

/** Hands in one long packet with scans and some forms, so that every step is under way when something dies. */
async function handIn(round: string): Promise<string[]> {
  const forms = NAMES.map((name) => [plainForm({ Claimant: name, 'Police report no.': round })]);
  const scan = [
    ...examplePacket('hail-clean-scan'),
    plainForm({ Claimant: 'Scan', 'Police report no.': round }),
  ];
  const packets = [...forms, scan];
  return Promise.all(packets.map(async (files) => (await intake.submit(files)).claimId));
}

/** Each claim has settled or waits for a person, none has failed, and each settled one has exactly one record. */
async function expectAllWhole(claims: string[]): Promise<void> {
  for (const claimId of claims) {
    const report = await intake.settled(claimId, 280_000);
    expect(['completed', 'in_review'], claimId).toContain(report.status);
    const { status } = await intake.client.workflow.getHandle(claimWorkflowId(TENANT, claimId)).describe();
    expect(['RUNNING', 'COMPLETED']).toContain(status.name);
    const rows = await intake.database.query(
      'select 1 from claim_records where tenant = $1 and claim_id = $2',
      [TENANT, claimId],
    );
    expect(rows, claimId).toHaveLength(report.status === 'completed' ? 1 : 0);
    expect(report.completeness).toMatchObject({ unreadPages: 0, unreadChunks: 0 });
  }
}

/** Resolves when the first of the claims has got as far as `status`. */
async function untilSome(claims: string[], statuses: string[]): Promise<void> {
  await expect
    .poll(
      async () => {
        const states = await Promise.all(
          claims.map((id) =>
            intake.client.workflow
              .getHandle(claimWorkflowId(TENANT, id))
              .query<{ status: string }>('claimState')
              .catch(() => null),
          ),
        );
        return states.some((state) => state && statuses.includes(state.status));
      },
      { timeout: 120_000, interval: 100 },
    )
    .toBe(true);
}

test('workers killed -9 in the middle of claims: every claim ends whole, with one record', async () => {
  const claims = await handIn('25-100001');
  await untilSome(claims, ['reading', 'extracting']);
  workers.kill9('documents');
  workers.kill9('claims');
  await Promise.all([workers.restart('documents'), workers.restart('claims')]);
  await untilSome(claims, ['extracting', 'in_review', 'completed']);
  workers.kill9('inference');
  await workers.restart('inference');
  await expectAllWhole(claims);
});

test('Postgres killed -9: claims wait for it and end whole', async () => {
  const claims = await handIn('25-100002');
  await untilSome(claims, ['reading', 'extracting']);
  await crashServer('postgres', 60_000);
  await expectAllWhole(claims);
});

test('vLLM killed -9: claims are parked while it is away, none fails, all end whole', async () => {
  const claims = await handIn('25-100003');
  await untilSome(claims, ['extracting']);
  await crashServer('vllm');
  await expectAllWhole(claims);
}, 600_000);

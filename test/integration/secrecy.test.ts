import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { claimWorkflowId, MESSAGES } from '../../shared/contracts.ts';
import { type Intake, openIntake, plainForm, TENANT } from '../support/intake.ts';
import { startWorkers, type Workers } from '../support/workers.ts';

let workers: Workers;
let intake: Intake;
beforeAll(async () => {
  workers = await startWorkers({
    workers: ['claims', 'documents', 'inference'],
    settings: { LOG_LEVEL: 'debug' },
  });
  intake = await openIntake();
});
afterAll(async () => {
  await intake?.close();
  await workers?.stop();
});

/** Names that occur nowhere else, so that finding one is a leak. */
const CANARIES = [
  'Zebulon Quillfeather',
  'zebulon.quillfeather',
  'Quillfeather',
  'CANARY-77120',
  'Xanthippe Marrowbone',
];

function* filesUnder(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* filesUnder(path);
    else if (entry.isFile()) yield path;
  }
}

/** The canaries that stand in this text, plainly or as the base64 of a payload. */
function leaks(text: string): string[] {
  const decoded = text.replaceAll(
    /[A-Za-z0-9+/]{24,}={0,2}/g,
    (match) => ` ${Buffer.from(match, 'base64').toString('latin1')} `,
  );
  return CANARIES.filter((canary) => text.includes(canary) || decoded.includes(canary));
}

test('the search for leaks finds one where there is one', () => {
  expect(leaks('name: Quillfeather')).toEqual(['Quillfeather']);
  expect(leaks(Buffer.from('{"reviewer note":"CANARY-77120 seen"}').toString('base64'))).toEqual([
    'CANARY-77120',
  ]);
  expect(leaks('nobody here')).toEqual([]);
});

test('a name in a document, a correction or a failure is nowhere in clear: history, search attributes, logs, metrics, objects', async () => {
  const form = plainForm({
    Claimant: 'Zebulon Quillfeather',
    Email: 'zebulon.quillfeather@example.com',
    'Policy number': 'CANARY-77120',
  });
  const broken = { name: 'Zebulon Quillfeather.pdf', bytes: Buffer.from('%PDF-1.4 Zebulon Quillfeather') };
  const { claimId } = await intake.submit([form, broken]);
  await intake.settled(claimId);
  const handle = intake.client.workflow.getHandle(claimWorkflowId(TENANT, claimId));
  const { version } = await handle.query<{ version: number }>(MESSAGES.claimState);
  await handle.executeUpdate(MESSAGES.submitReview, {
    args: [
      {
        reviewer: 'ana',
        version,
        note: 'Quillfeather called',
        fields: { third_parties: { decision: 'correct', value: ['Xanthippe Marrowbone'] } },
      },
    ],
  });
  await handle.result();

  // What the server holds, read without keys.
  const seen = intake.stranger.workflow.getHandle(claimWorkflowId(TENANT, claimId));
  expect(leaks(historyToJSON(await seen.fetchHistory()))).toEqual([]);
  const { workflowExecutionInfo } = await intake.stranger.workflowService.describeWorkflowExecution({
    namespace: intake.config.TEMPORAL_NAMESPACE,
    execution: { workflowId: seen.workflowId },
  });
  expect(leaks(JSON.stringify(workflowExecutionInfo))).toEqual([]);

  const metrics = await Promise.all(
    Object.values(workers.metrics).map(async (url) => (await fetch(url)).text()),
  );
  expect(metrics.join('')).toContain('temporal_activity');
  expect(leaks(metrics.join(''))).toEqual([]);

  const folders = [workers.logs, join(inject('dataFolder'), 'logs'), join(inject('dataFolder'), 'objects')];
  let looked = 0;
  for (const file of folders.flatMap((folder) => [...filesUnder(folder)])) {
    if (statSync(file).size > 50_000_000) continue;
    looked += 1;
    const text = readFileSync(file, 'latin1');
    expect(
      CANARIES.filter((canary) => text.includes(canary) || file.includes(canary)),
      file,
    ).toEqual([]);
  }
  expect(looked).toBeGreaterThan(8);
});

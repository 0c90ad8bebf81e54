import { afterAll, beforeAll, expect, test } from 'vitest';
import { StandInEngine } from '../../scripts/bench/stand-in-engine.ts';
import { storm } from '../../scripts/chaos/storm.ts';
import { apiCaller, someone } from '../support/api.ts';
import { type Intake, openIntake, plainForm } from '../support/intake.ts';
import { crashServer, startWorkers, type Workers } from '../support/workers.ts';

const TENANT = 'storm';
const CLAIMS = 24;

let engine: StandInEngine;
let workers: Workers;
let intake: Intake;
beforeAll(async () => {
  engine = await StandInEngine.start({ models: ['embedded-1'], latencyMs: 100 });
  workers = await startWorkers({ workers: [], settings: { VLLM_URL: engine.url, AUDIT_SHARE: '0' } });
  for (const name of ['api', 'claims', 'documents', 'inference'] as const) await workers.restart(name);
  intake = await openIntake();
});
afterAll(async () => {
  await intake?.close();
  await workers?.stop();
  await engine?.close();
});

test('claims handed in over HTTP while the API, Postgres and a worker are killed -9: each accepted one has one record and one run', async () => {
  const api = apiCaller();
  const killAndStart = (name: 'api' | 'claims') => async () => {
    workers.kill9(name);
    await workers.restart(name);
  };
  const report = await storm({
    url: api.url,
    tenant: TENANT,
    tokens: {
      intake: await api.token(someone('intake', ['intake'], TENANT)),
      reviewer: await api.token(someone('ana', ['reviewer'], TENANT)),
    },
    packets: Array.from({ length: CLAIMS }, (_, index) => ({
      id: `storm-${index}`,
      bytes: plainForm({ 'Police report no.': `storm-${index}` }).bytes,
    })),
    kills: [
      { part: 'api', afterShare: 0.25, kill: killAndStart('api') },
      { part: 'postgres', afterShare: 0.5, kill: () => crashServer('postgres', 60_000) },
      { part: 'claims', afterShare: 0.75, kill: killAndStart('claims') },
    ],
    client: intake.client,
    database: intake.database,
    withinMs: 240_000,
  });
  expect(report).toMatchObject({
    accepted: CLAIMS,
    completed: CLAIMS,
    killed: ['api', 'postgres', 'claims'],
    unclear: [],
    withoutOneRecord: [],
    notRunOnce: [],
  });
});

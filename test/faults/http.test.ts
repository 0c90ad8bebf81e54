import { afterAll, beforeAll, expect, test } from 'vitest';
import { storm } from '../../scripts/chaos/storm.ts';
import { type ApiCaller, type ApiServers, someone, startApi } from '../support/api.ts';
import { type Intake, plainForm } from '../support/intake.ts';
import { crashServer, type Workers } from '../support/workers.ts';

const TENANT = 'storm';
const CLAIMS = 24;

let servers: ApiServers;
let workers: Workers;
let intake: Intake;
let api: ApiCaller;
beforeAll(async () => {
  servers = await startApi({ AUDIT_SHARE: '0' }, { latencyMs: 100 });
  ({ workers, intake, api } = servers);
});
afterAll(() => servers?.stop());

test('claims handed in over HTTP while the API, Postgres and a worker are killed -9: each accepted one has one record and one run', async () => {
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

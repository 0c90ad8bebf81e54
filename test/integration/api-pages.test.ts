import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FIELD_KEYS } from '../../shared/claim-fields.ts';
import { auditWorkflowId, MESSAGES } from '../../shared/contracts.ts';
import { TASK_QUEUES } from '../../shared/task-queues.ts';
import { type ApiCaller, type ApiServers, someone, startApi } from '../support/api.ts';
import { examplePacket, type Intake, plainForm } from '../support/intake.ts';

const TENANT = 'pages';
const WEB = mkdtempSync(join(tmpdir(), 'claim-reader-web-'));
const SETTINGS = { CONFIDENCE_THRESHOLD: '1', AUDIT_SHARE: '0', SECOND_READING_SHARE: '0', WEB_FOLDER: WEB };
const intakeSystem = someone('intake', ['intake'], TENANT);
const ana = someone('ana', ['reviewer'], TENANT);
const cleo = someone('cleo', ['reviewer'], TENANT);
const sam = someone('sam', ['reviewer', 'senior_reviewer'], TENANT);
const tess = someone('tess', ['senior_reviewer'], TENANT);
const ada = someone('ada', ['auditor'], TENANT);
const mel = someone('mel', ['ml'], TENANT);
const stranger = someone('zoe', ['intake', 'reviewer', 'senior_reviewer', 'auditor', 'ml'], 'elsewhere');

let servers: ApiServers;
let intake: Intake;
let api: ApiCaller;
beforeAll(async () => {
  mkdirSync(join(WEB, 'assets'));
  writeFileSync(join(WEB, 'index.html'), '<!doctype html><title>Pages</title>');
  writeFileSync(join(WEB, 'assets', 'main-abc.js'), 'export {};');
  writeFileSync(join(WEB, 'notes.secret'), 'no page');
  servers = await startApi(SETTINGS);
  ({ intake, api } = servers);
});
afterAll(() => servers?.stop());

type Files = { name: string; bytes: Uint8Array }[];

/** Hands a packet in and waits until it is in review; resolves with the review. */
async function inReview(id: string, files: Files = [plainForm({ 'Police report no.': id })]) {
  for (const { name, bytes } of files)
    await api.call(intakeSystem, 'PUT', `/v1/claims/${id}/documents/${name}`, { bytes });
  expect((await api.call(intakeSystem, 'POST', '/v1/claims', { json: { id } })).status).toBe(202);
  const review = () => api.call(ana, 'GET', `/v1/claims/${id}/review`);
  await expect
    .poll(async () => (await review()).body.state?.status, { timeout: 60_000, interval: 200 })
    .toBe('in_review');
  return (await review()).body;
}

const submit = (person: typeof ana, id: string, json: object) =>
  api.call(person, 'POST', `/v1/claims/${id}/review`, { json });

async function untilCompleted(id: string): Promise<void> {
  await expect
    .poll(async () => (await api.call(intakeSystem, 'GET', `/v1/claims/${id}`)).body.status, {
      timeout: 30_000,
    })
    .toBe('completed');
}

describe('a page of a document', () => {
  let document = '';
  test('is shown as people see it, in the width asked for, and each look is noted', async () => {
    const review = await inReview('drawn', [
      ...examplePacket('burst-pipe-form'),
      plainForm({ 'Police report no.': 'drawn' }),
    ]);
    const [pdf, text] = review.documents;
    document = pdf.document;
    const image = async (of: string, page: number, query = '') => {
      const token = await api.token(ana);
      return fetch(`${api.url}/v1/claims/drawn/content/${of}/pages/${page}/image${query}`, {
        headers: { authorization: `Bearer ${token}` },
      });
    };
    for (const [query, width] of [
      ['', 1_000],
      ['?width=200', 200],
      ['?width=2000', 2_000],
      ['?width=200', 200],
    ] as const) {
      const answer = await image(document, 1, query);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/webp']);
      expect(answer.headers.get('cache-control')).toContain('private');
      const drawn = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
      expect(drawn.format).toBe('webp');
      expect(Math.abs((drawn.width ?? 0) - width)).toBeLessThanOrEqual(1);
    }
    expect((await image(text.document, 1)).status).toBe(404);
    expect(await (await image(text.document, 1)).json()).toMatchObject({ code: 'page_without_image' });
    expect((await image(document, 99)).status).toBe(404);
    expect((await image(document, 1, '?width=5000')).status).toBe(422);
    const { body } = await api.call(ada, 'GET', '/v1/audit-log?claim=drawn&limit=1000');
    expect(body.entries).toContainEqual(
      expect.objectContaining({
        actor: 'ana',
        action: 'page.read',
        detail: { document, page: 1, width: 2_000 },
      }),
    );
  });

  test('is nobody’s of another tenant, nor of those who read no claims', async () => {
    const path = `/v1/claims/drawn/content/${document}/pages/1/image`;
    expect(await api.call(stranger, 'GET', path)).toMatchObject({
      status: 404,
      body: { code: 'claim_not_found' },
    });
    expect(await api.call(mel, 'GET', path)).toMatchObject({ status: 403 });
    expect(await api.call(null, 'GET', path)).toMatchObject({ status: 401 });
  });
});

test('a script in a document’s text is text to every reader', async () => {
  const script = '<script>alert(1)</script>';
  const { documents } = await inReview('scripted', [plainForm({ Description: script })]);
  const path = `/v1/claims/scripted/content/${documents[0].document}`;
  const page = await api.call(ana, 'GET', `${path}/pages/1`);
  expect(page.body.text).toContain(script);
  expect(page.headers.get('content-type')).toBe('application/json');
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  const { headers } = await api.call(ana, 'GET', path);
  expect(headers.get('content-type')).toBe('application/octet-stream');
  expect(headers.get('content-disposition')).toBe('attachment');
  expect(headers.get('content-security-policy')).toContain('sandbox');
});

describe('work on a review', () => {
  test('is measured from open to submit, with its key strokes; what a program did stands apart', async () => {
    const before = (await api.call(ana, 'GET', '/v1/dashboard')).body;
    for (const [id, simulated] of [
      ['by-person', false],
      ['by-program', true],
    ] as const) {
      const { state } = await inReview(id);
      const { version } = state;
      const open = (json: object) => api.call(ana, 'POST', `/v1/claims/${id}/review/open`, { json });
      expect(await open({ version: version + 1 })).toMatchObject({
        status: 409,
        body: { code: 'review_stale' },
      });
      const opened = await open({ version });
      expect(opened.status).toBe(201);
      const counts = { keyStrokes: 41, pointerActions: 2, activeMs: 1_500, simulated };
      const work = { session: opened.body.session, ...counts };
      expect((await submit(ana, id, { version, work })).status).toBe(200);
      await untilCompleted(id);
      expect(await open({ version })).toMatchObject({ status: 409, body: { code: 'review_not_open' } });
    }
    const { body } = await api.call(mel, 'GET', '/v1/dashboard?by=day&last=2');
    for (const kind of ['measured', 'simulated'] as const) {
      expect(body.reviews[kind].keyStrokes).toEqual({ claims: 1, p50: 41, p90: 41, mean: 41 });
      expect(body.reviews[kind].minutes.p50).toBeGreaterThan(0);
    }
    expect(body.lastReviews).toMatchObject([
      { id: 'by-program', simulated: true },
      { id: 'by-person', simulated: false, keyStrokes: 41 },
    ]);
    expect(JSON.stringify(body)).not.toContain('ana');
    expect(body.stretches).toHaveLength(2);
    expect(body.total.handedIn - before.total.handedIn).toBe(2);
    expect(body.total).toMatchObject({
      completed: 2,
      autoAccepted: 0,
      reviewedFields: 46,
      uncorrectedFields: 46,
    });
    expect(body.total.meanConfidence).toBeGreaterThan(0);
    // The reviewer's word makes a field sure; what the model thought of it is kept.
    const { body: claim } = await api.call(ana, 'GET', '/v1/claims/by-person');
    expect(claim.fields.policy_number).toMatchObject({ confidence: 1, decidedBy: 'reviewer:ana' });
    expect(claim.fields.policy_number.modelConfidence).toBeLessThan(1);
  });

  test('of somebody else’s session is not taken for one’s own', async () => {
    const id = 'not-mine';
    const { state } = await inReview(id);
    const { version } = state;
    const { body } = await api.call(cleo, 'POST', `/v1/claims/${id}/review/open`, { json: { version } });
    const work = { session: body.session, keyStrokes: 1, pointerActions: 0, activeMs: 1, simulated: false };
    expect((await submit(ana, id, { version, work })).status).toBe(200);
    const rows = await intake.database.query('select submitted_at from review_work where claim_id = $1', [
      id,
    ]);
    expect(rows).toEqual([{ submitted_at: null }]);
  });
});

test('the queue goes by the hour of the deadline, then by urgency, then by expected errors', async () => {
  const ids = ['q-late', 'q-batch', 'q-few', 'q-many'];
  for (const id of ids) await inReview(id);
  const place = (id: string, hours: number, priority: number, errors: number) =>
    intake.database.query(
      `with urgency as (update claims set priority = $4 where tenant = $1 and claim_id = $2)
       update review_tasks set due_at = date_trunc('hour', now()) + $3 * interval '1 hour' + random() * interval '50 minutes',
         expected_errors = $5 where tenant = $1 and claim_id = $2`,
      [TENANT, id, hours, priority, errors],
    );
  await place('q-late', 3, 1, 20);
  await place('q-batch', 2, 5, 20);
  await place('q-few', 2, 1, 1);
  await place('q-many', 2, 1, 9);
  const queue: string[] = [];
  for (let after = ''; ; ) {
    const { body } = await api.call(ana, 'GET', `/v1/reviews?limit=2${after && `&after=${after}`}`);
    queue.push(...body.reviews.map(({ id }: { id: string }) => id));
    if (!body.next) break;
    after = body.next;
  }
  expect(queue.filter((id) => ids.includes(id))).toEqual(['q-many', 'q-few', 'q-batch', 'q-late']);
  expect(new Set(queue).size).toBe(queue.length);
});

test('a timeline shows each step, with its model, and who did what, and no value', async () => {
  const id = 'told';
  const { state } = await inReview(id);
  await api.call(sam, 'POST', `/v1/claims/${id}/review/hold`);
  const corrected = { estimated_amount: { decision: 'correct', value: 9_100.5 } };
  await submit(sam, id, { version: state.version, fields: corrected });
  await untilCompleted(id);
  const { body } = await api.call(mel, 'GET', `/v1/claims/${id}/timeline`);
  expect(body).toMatchObject({ id, status: 'completed', steps: 'history', model: { name: 'embedded-1' } });
  const step = (what: string) => body.entries.find((entry: { what: string }) => entry.what === what);
  expect(step('extractChunks')).toMatchObject({
    kind: 'step',
    outcome: 'done',
    attempts: 1,
    model: 'embedded-1',
  });
  expect(step('extractChunks').tookMs).toBeGreaterThan(0);
  expect(step('claim.hand_in')).toMatchObject({ kind: 'person', who: 'intake' });
  expect(step('review.hold')).toMatchObject({ who: 'sam' });
  expect(step('review.submit')).toMatchObject({ who: 'sam', detail: { corrected: ['estimated_amount'] } });
  expect(step('awaitPerson')).toMatchObject({ outcome: 'done', detail: { queue: 'reviewers' } });
  const moments = body.entries.map(({ at }: { at: string }) => at);
  expect(moments).toEqual([...moments].sort());
  expect(JSON.stringify(body)).not.toMatch(/9100|8450|HO-4471982|Miller/);
  expect((await api.call(stranger, 'GET', `/v1/claims/${id}/timeline`)).status).toBe(404);
});

test('a timeline of a claim that Temporal keeps no more shows what its record says', async () => {
  const { database } = intake;
  await database.query(
    `insert into claims (tenant, claim_id, packet_sha256, priority, status, settled_at)
     values ($1, 'forgotten', '', 3, 'completed', now())`,
    [TENANT],
  );
  await database.query(
    `insert into claim_records (tenant, claim_id, status, reasons, completeness, version, usage, cost_usd, timings)
     values ($1, 'forgotten', 'completed', '{}', '{}', 1, '{}', 0, '{"readMs": 120, "extractMs": 900, "totalMs": 1100}')`,
    [TENANT],
  );
  const { body } = await api.call(mel, 'GET', '/v1/claims/forgotten/timeline');
  expect(body).toMatchObject({
    steps: 'record',
    entries: [
      { what: 'read', at: null, tookMs: 120 },
      { what: 'extract', at: null, tookMs: 900 },
    ],
  });
});

describe('two readings of one claim that differ', () => {
  const id = 'disputed';
  const differing = ['injuries_reported', 'estimated_amount'];
  const decide = (person: typeof ana, json: object) =>
    api.call(person, 'POST', `/v1/disagreements/${id}`, { json });

  test('go to a senior', async () => {
    const { state } = await inReview(id);
    await submit(ana, id, { version: state.version });
    await untilCompleted(id);
    await intake.client.workflow.start('auditWorkflow', {
      workflowId: auditWorkflowId(TENANT, id),
      taskQueue: TASK_QUEUES.claims,
      args: [
        {
          tenant: TENANT,
          claimId: id,
          priority: 3,
          review: { remindAfterMs: 3_600_000, remindEveryMs: 3_600_000 },
        },
      ],
    });
    const { body: claim } = await api.call(ada, 'GET', `/v1/claims/${id}`);
    const read = Object.fromEntries(FIELD_KEYS.map((key) => [key, claim.fields[key]?.value ?? null]));
    const values = { ...read, injuries_reported: true, estimated_amount: 1 };
    await expect
      .poll(async () => (await api.call(sam, 'POST', `/v1/audits/${id}`, { json: { values } })).status, {
        timeout: 60_000,
      })
      .toBe(200);
    const waiting = async () => {
      const { body } = await api.call(tess, 'GET', '/v1/disagreements?decided=false');
      return body.disagreements;
    };
    await expect.poll(waiting, { timeout: 30_000 }).toMatchObject([{ id, second: 'sam', decidedBy: null }]);
    const { body } = await api.call(tess, 'GET', `/v1/disagreements/${id}`);
    expect(body.readings.map(({ field }: { field: string }) => field).sort()).toEqual([...differing].sort());
    expect(body.readings).toContainEqual(
      expect.objectContaining({
        field: 'estimated_amount',
        first: expect.objectContaining({ value: 8_450, decidedBy: 'reviewer:ana' }),
        second: { value: 1 },
        decided: null,
      }),
    );
  });

  test('are decided by neither of the two, nor by a reviewer, nor in part', async () => {
    const both = { injuries_reported: { decision: 'first' }, estimated_amount: { decision: 'second' } };
    expect(await decide(sam, { fields: both })).toMatchObject({
      status: 409,
      body: { code: 'disagreement_own' },
    });
    expect(await decide(cleo, { fields: both })).toMatchObject({
      status: 403,
      body: { code: 'role_missing' },
    });
    expect(await decide(stranger, { fields: both })).toMatchObject({
      status: 404,
      body: { code: 'disagreement_not_found' },
    });
    expect(await decide(tess, { fields: { injuries_reported: { decision: 'first' } } })).toMatchObject({
      status: 422,
      body: { detail: expect.stringContaining('estimated_amount') },
    });
    const wrong = { ...both, estimated_amount: { decision: 'other', value: 'much' } };
    expect(await decide(tess, { fields: wrong })).toMatchObject({ status: 422 });
  });

  test('are decided once, and later models learn what was decided', async () => {
    const fields = {
      injuries_reported: { decision: 'first' },
      estimated_amount: { decision: 'other', value: 8_451 },
    };
    expect((await decide(tess, { fields, note: 'the second page corrects it' })).status).toBe(200);
    const shown = async () => (await api.call(ada, 'GET', `/v1/disagreements/${id}`)).body;
    await expect.poll(async () => (await shown()).decidedBy, { timeout: 30_000 }).toBe('tess');
    expect((await shown()).readings).toContainEqual(
      expect.objectContaining({ field: 'estimated_amount', decided: { value: 8_451 } }),
    );
    expect(await decide(tess, { fields })).toMatchObject({
      status: 409,
      body: { code: 'disagreement_closed' },
    });
    const examples = await intake.database.query(
      `select source, labels -> 'estimated_amount' as amount, labels -> 'injuries_reported' as injuries
       from training_examples where tenant = $1 and claim_id = $2 order by source`,
      [TENANT, id],
    );
    expect(examples).toEqual([
      { source: 'audit', amount: 8_451, injuries: false },
      { source: 'review', amount: 8_451, injuries: false },
    ]);
    const { body: dashboard } = await api.call(ada, 'GET', '/v1/dashboard');
    expect(dashboard.total).toMatchObject({ auditedFields: 23, agreedFields: 21 });
  });
});

test('models are listed and shown from their cards', async () => {
  const { body } = await api.call(mel, 'GET', '/v1/models');
  expect(body.models).toContainEqual(
    expect.objectContaining({ name: 'embedded-1', active: true, evaluation: null }),
  );
  const { body: model } = await api.call(mel, 'GET', '/v1/models/embedded-1');
  expect(model.claimsRead).toBeGreaterThan(0);
  expect(await api.call(mel, 'GET', '/v1/models/nobody-1')).toMatchObject({
    body: { code: 'model_not_found' },
  });
  expect(await api.call(mel, 'GET', '/v1/rounds/1')).toMatchObject({ body: { code: 'round_not_found' } });
});

describe('the built pages', () => {
  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${api.url}${path}`, { headers });

  test('are one page at every address that is not the API’s, without anything inline', async () => {
    for (const path of ['/', '/queue', '/claims/C-1/review?field=x']) {
      const answer = await get(path);
      expect([answer.status, await answer.text()]).toEqual([200, '<!doctype html><title>Pages</title>']);
      const policy = answer.headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toMatch(/unsafe|\*/);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    }
    const script = await get('/assets/main-abc.js', { 'accept-encoding': 'gzip' });
    expect(script.headers.get('cache-control')).toContain('immutable');
    expect(await script.text()).toBe('export {};');
  });

  test('are no way to any other file, nor in the way of the API', async () => {
    for (const path of [
      '/notes.secret',
      '/assets/none.js',
      '/..%2f..%2fpackage.json',
      '/assets/../../package.json',
    ])
      expect((await get(path)).status, path).toBe(404);
    expect(await (await get('/v1/nothing')).json()).toMatchObject({ code: 'not_found' });
    expect(await (await fetch(`${api.url}/queue`, { method: 'POST' })).json()).toMatchObject({
      code: 'not_found',
    });
  });
});

test('an audit that nobody disputes ends without a senior', async () => {
  const id = 'undisputed';
  const { state } = await inReview(id);
  await submit(ana, id, { version: state.version });
  await untilCompleted(id);
  const review = { remindAfterMs: 3_600_000, remindEveryMs: 3_600_000 };
  const handle = await intake.client.workflow.start('auditWorkflow', {
    workflowId: auditWorkflowId(TENANT, id),
    taskQueue: TASK_QUEUES.claims,
    args: [{ tenant: TENANT, claimId: id, priority: 3, review }],
  });
  const { body: claim } = await api.call(ada, 'GET', `/v1/claims/${id}`);
  const values = Object.fromEntries(FIELD_KEYS.map((key) => [key, claim.fields[key]?.value ?? null]));
  await handle.executeUpdate(MESSAGES.submitAudit, { args: [{ reviewer: 'cleo', values }] });
  expect(await handle.result()).toEqual({ fieldsCompared: 23, fieldsAgreed: 23 });
  expect(await api.call(tess, 'GET', `/v1/disagreements/${id}`)).toMatchObject({ status: 404 });
});

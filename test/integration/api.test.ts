import { createHmac } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import createClient from 'openapi-fetch';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { FIELD_KEYS } from '../../shared/claim-fields.ts';
import { auditWorkflowId, ClaimPolicySchema, claimWorkflowId, MESSAGES } from '../../shared/contracts.ts';
import { verifyAuditLog } from '../../shared/database/audit-log.ts';
import { sha256 } from '../../shared/packet.ts';
import { TASK_QUEUES } from '../../shared/task-queues.ts';
import type { paths } from '../api-client/schema.d.ts';
import { type ApiCaller, type ApiServers, someone, startApi } from '../support/api.ts';
import { type Intake, plainForm, TENANT } from '../support/intake.ts';
import type { Workers } from '../support/workers.ts';

// Every field below a confidence of 1 is in doubt: every claim waits for a person.
const SETTINGS = {
  CONFIDENCE_THRESHOLD: '1',
  AUDIT_SHARE: '0',
  SECOND_READING_SHARE: '0',
  API_DOCUMENT_MB: '1',
  API_REQUESTS_AT_ONCE: '150',
  API_REQUESTS_PER_SECOND: '15',
};
const intakeSystem = someone('intake', ['intake']);
const ana = someone('ana', ['reviewer']);
const ben = someone('ben', ['reviewer']);
const sam = someone('sam', ['senior_reviewer']);
const ada = someone('ada', ['auditor']);
const mel = someone('mel', ['ml']);
const stranger = someone('zoe', ['intake', 'reviewer', 'senior_reviewer', 'auditor', 'ml'], 'other');

let servers: ApiServers;
let workers: Workers;
let intake: Intake;
let api: ApiCaller;
beforeAll(async () => {
  servers = await startApi({ ...SETTINGS, LOG_LEVEL: 'debug' });
  ({ workers, intake, api } = servers);
});
afterAll(() => servers?.stop());

const form = (report: string): Buffer => Buffer.from(plainForm({ 'Police report no.': report }).bytes);

const upload = (id: string, bytes: Uint8Array, name = 'notice.txt') =>
  api.call(intakeSystem, 'PUT', `/v1/claims/${id}/documents/${name}`, { bytes });

/** Hands a claim of one form in and waits until it is in review; resolves with its version. */
async function inReview(id: string): Promise<number> {
  expect((await upload(id, form(id))).status).toBe(201);
  expect((await api.call(intakeSystem, 'POST', '/v1/claims', { json: { id } })).status).toBe(202);
  return waitingVersion(id);
}

async function waitingVersion(id: string): Promise<number> {
  let version = 0;
  await expect
    .poll(
      async () => {
        const { body } = await api.call(ana, 'GET', `/v1/claims/${id}/review`);
        version = body.state?.version;
        return body.state?.status;
      },
      { timeout: 60_000, interval: 200 },
    )
    .toBe('in_review');
  return version;
}

const entriesOf = async (claim: string) =>
  (await api.call(ada, 'GET', `/v1/audit-log?claim=${claim}&limit=1000`)).body.entries as {
    actor: string;
    action: string;
    outcome: string;
    detail: Record<string, unknown>;
  }[];

describe('handing in', () => {
  test('fifty times at once makes one run, and every answer says so', async () => {
    const id = 'many-times';
    await upload(id, form(id));
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => api.call(intakeSystem, 'POST', '/v1/claims', { json: { id } })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(202));
    expect(answers.filter(({ body }) => body.found === 'nothing')).toHaveLength(1);
    await waitingVersion(id);
    const { count } = await intake.client.workflow.count(`WorkflowId = "${claimWorkflowId(TENANT, id)}"`);
    expect(count).toBe(1);
    const rows = await intake.database.query('select run_id from claims where claim_id = $1', [id]);
    expect(rows).toHaveLength(1);
  });

  test('is answered when the claim is durably started', async () => {
    const id = 'started';
    await upload(id, form(id));
    const { status, headers } = await api.call(intakeSystem, 'POST', '/v1/claims', { json: { id } });
    expect([status, headers.get('location')]).toEqual([202, `/v1/claims/${id}`]);
    const described = await intake.client.workflow.getHandle(claimWorkflowId(TENANT, id)).describe();
    expect(described.status.name).toBe('RUNNING');
  });

  test('the same id with other documents is a conflict, and the claim goes on', async () => {
    const id = 'conflict';
    await upload(id, form(id));
    await api.call(intakeSystem, 'POST', '/v1/claims', { json: { id } });
    const other = await upload('elsewhere', form('another'));
    const refused = await api.call(intakeSystem, 'POST', '/v1/claims', {
      json: { id, documents: [{ sha256: other.body.sha256 }] },
    });
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(refused).toMatchObject({
      status: 409,
      body: { status: 409, code: 'claim_id_conflict', type: '/problems/claim_id_conflict' },
    });
    expect((await api.call(null, 'GET', refused.body.type)).body.code).toBe('claim_id_conflict');
    await waitingVersion(id);
  });

  test('takes a form with the documents in it, and names the claim by their content where it has no id', async () => {
    const packet = new FormData();
    packet.append('priority', '1');
    for (const report of ['form-1', 'form-2'])
      packet.append('documents', new Blob([new Uint8Array(form(report))]), `${report}.txt`);
    const first = await api.call(intakeSystem, 'POST', '/v1/claims', { form: packet });
    expect(first).toMatchObject({ status: 202, body: { found: 'nothing' } });
    const again = await api.call(intakeSystem, 'POST', '/v1/claims', { form: packet });
    expect(again).toMatchObject({ status: 202, body: { id: first.body.id, found: 'running' } });
    await waitingVersion(first.body.id);
    const { body } = await api.call(intakeSystem, 'GET', `/v1/claims/${first.body.id}`);
    expect(body.documents.map(({ name }: { name: string }) => name)).toEqual(['form-1.txt', 'form-2.txt']);
  });

  test('refuses what it cannot take, each with the place that is wrong', async () => {
    const post = (json: unknown) => api.call(intakeSystem, 'POST', '/v1/claims', { json });
    const missing = await post({ id: 'x', documents: [{ sha256: sha256('nowhere') }] });
    expect(missing).toMatchObject({ status: 422, body: { code: 'document_missing' } });
    expect(missing.body.errors).toEqual([{ pointer: 'body/documents/0/sha256', detail: 'was not uploaded' }]);
    expect(await post({ id: 'nothing-uploaded' })).toMatchObject({
      status: 422,
      body: { code: 'invalid_input' },
    });
    expect(await post({ id: '../x' })).toMatchObject({
      status: 422,
      body: { errors: [{ pointer: 'body/id' }] },
    });
    expect(await post({ id: 'x', policy: {} })).toMatchObject({ status: 422 });
    const text = await api.call(intakeSystem, 'POST', '/v1/claims', {
      bytes: Buffer.from('{'),
      headers: { 'content-type': 'application/json' },
    });
    expect(text).toMatchObject({ status: 400, body: { code: 'malformed_request' } });
    const xml = await api.call(intakeSystem, 'POST', '/v1/claims', {
      bytes: Buffer.from('<a/>'),
      headers: { 'content-type': 'text/xml' },
    });
    expect(xml).toMatchObject({ status: 415, body: { code: 'media_type_unsupported' } });
  });

  test('has limits on the size of a document, on how many a claim has, and on requests', async () => {
    const large = Buffer.alloc(1024 * 1024 + 1, 'x');
    const refused = await upload('large', large).catch(() => null);
    // A sender that is cut off in the middle may see its connection close instead of the answer.
    if (refused) expect(refused).toMatchObject({ status: 413, body: { code: 'too_large' } });
    expect(await upload('large', Buffer.alloc(0))).toMatchObject({ status: 422 });
    await intake.database.query(
      `insert into staged_documents (tenant, claim_id, sha256, name, bytes)
       select $1, 'full', lpad(n::text, 64, '0'), '', 1 from generate_series(1, 200) as n`,
      [TENANT],
    );
    expect(await upload('full', form('full'))).toMatchObject({ status: 413, body: { code: 'too_large' } });

    const eager = someone('eager', ['intake']);
    const answers = await Promise.all(Array.from({ length: 250 }, () => api.call(eager, 'GET', '/v1/me')));
    const late = answers.filter(({ status }) => status === 429);
    expect(late.length).toBeGreaterThan(10);
    expect(late[0]).toMatchObject({ body: { code: 'too_many_requests' } });
    expect(Number(late[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await api.call(ana, 'GET', '/v1/me')).status).toBe(200);
  });

  test('late documents are read into an open claim', async () => {
    const version = await inReview('late');
    await upload('late', form('late-2'), 'late.txt');
    const added = await api.call(intakeSystem, 'POST', '/v1/claims/late/documents', { json: {} });
    expect(added).toMatchObject({ status: 202, body: { added: 1 } });
    await expect.poll(() => waitingVersion('late'), { timeout: 60_000 }).toBe(version + 1);
    // What was handed in stays the packet: the same request is no conflict now.
    expect(await api.call(intakeSystem, 'POST', '/v1/claims', { json: { id: 'late' } })).toMatchObject({
      status: 202,
      body: { found: 'running' },
    });
  });
});

describe('who may what', () => {
  test('a token that has ended, was forged, or is none is refused, each with its word', async () => {
    expect(await api.call(await api.token(ana, -60), 'GET', '/v1/me')).toMatchObject({
      status: 401,
      body: { code: 'sign_in_expired' },
    });
    const [head = '', body = ''] = (await api.token(ana)).split('.');
    const claims = { ...JSON.parse(Buffer.from(body, 'base64url').toString()), roles: ['auditor'] };
    const forged = `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}`;
    const signature = createHmac('sha256', 'guess').update(forged).digest('base64url');
    for (const token of [`${forged}.${signature}`, 'x', null])
      expect(await api.call(token, 'GET', '/v1/me')).toMatchObject({
        status: 401,
        body: { code: 'not_signed_in' },
      });
  });

  test.each([
    ['a reviewer hand in', ana, 'POST', '/v1/claims'],
    ['intake decide', intakeSystem, 'POST', '/v1/claims/x/review'],
    ['an ML engineer read a claim', mel, 'GET', '/v1/claims/x'],
    ['a reviewer read the audit log', ana, 'GET', '/v1/audit-log'],
    ['a reviewer export', ana, 'GET', '/v1/claims.csv'],
    ['an auditor cancel', ada, 'POST', '/v1/claims/x/cancel'],
  ])('no role lets %s', async (_what, person, method, path) => {
    const answer = await api.call(person, method, path, method === 'POST' ? { json: {} } : {});
    expect(answer).toMatchObject({ status: 403, body: { code: 'role_missing' } });
  });

  test("another tenant's claim is not there, for reading, deciding, stopping or its documents", async () => {
    const id = 'private';
    await inReview(id);
    const { body } = await api.call(ana, 'GET', `/v1/claims/${id}`);
    const document = body.documents[0].document;
    for (const [method, path, json] of [
      ['GET', `/v1/claims/${id}`, undefined],
      ['GET', `/v1/claims/${id}/review`, undefined],
      ['GET', `/v1/claims/${id}/content/${document}`, undefined],
      ['POST', `/v1/claims/${id}/review`, { version: 1 }],
      ['POST', `/v1/claims/${id}/review/hold`, {}],
      ['POST', `/v1/claims/${id}/cancel`, {}],
      ['POST', `/v1/claims/${id}/documents`, {}],
    ] as const) {
      const answer = await api.call(stranger, method, path, json === undefined ? {} : { json });
      expect(answer, path).toMatchObject({ status: 404, body: { code: 'claim_not_found' } });
    }
    const listed = await api.call(stranger, 'GET', '/v1/claims');
    expect(listed.body.claims).toEqual([]);
    const referred = await api.call(stranger, 'POST', '/v1/claims', {
      json: { documents: [{ sha256: document }] },
    });
    expect(referred).toMatchObject({ status: 422, body: { code: 'document_missing' } });
  });

  test('a browser is signed in by a link; a page of another site may not send anything in its name', async () => {
    const link = await fetch(`${api.url}/sign-in?token=${await api.token(ana)}`);
    const cookie = link.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
    // The token itself stays on the server's side of the link.
    expect(cookie).not.toContain('eyJ');
    const send = (method: string, path: string, origin?: string) =>
      fetch(`${api.url}${path}`, {
        method,
        headers: { cookie: cookie.split(';')[0] ?? '', ...(origin ? { origin } : {}) },
      });
    expect(await (await send('GET', '/v1/me')).json()).toMatchObject({ subject: 'ana', roles: ['reviewer'] });
    expect((await send('POST', '/v1/claims/x/review/hold', 'https://elsewhere.example')).status).toBe(403);
    expect((await send('POST', '/v1/claims/x/review/hold')).status).toBe(403);
    expect((await send('POST', '/v1/claims/x/review/hold', api.url)).status).toBe(404);
    expect((await fetch(`${api.url}/sign-in?token=x`)).status).toBe(401);
    expect((await fetch(`${api.url}/sign-in`)).status).toBe(401);
    // Signed out, the cookie is nobody's, also a copy of it.
    const out = await send('POST', '/sign-out', api.url);
    expect([out.status, out.headers.get('clear-site-data')]).toEqual([204, '"cache"']);
    expect((await send('GET', '/v1/me')).status).toBe(401);
  });
});

describe('a review', () => {
  test('shows every field with evidence, doubts and candidates, and is decided by who is signed in', async () => {
    const id = 'decided';
    const version = await inReview(id);
    const { body: review } = await api.call(ana, 'GET', `/v1/claims/${id}/review`);
    expect(Object.keys(review.fields).sort()).toEqual([...FIELD_KEYS].sort());
    expect(review.fields.policy_number).toMatchObject({
      value: 'HO-4471982',
      sure: false,
      evidence: [expect.objectContaining({ page: 1 })],
    });
    const as = { version, fields: { estimated_amount: { decision: 'correct', value: 9_100.5 } } };
    const named = await api.call(ana, 'POST', `/v1/claims/${id}/review`, {
      json: { ...as, reviewer: 'ben' },
    });
    expect(named).toMatchObject({ status: 422, body: { code: 'invalid_input' } });
    const wrong = { version, fields: { incident_date: { decision: 'correct', value: 'soon' } } };
    const refused = await api.call(ana, 'POST', `/v1/claims/${id}/review`, { json: wrong });
    expect(refused).toMatchObject({
      status: 422,
      body: { detail: expect.stringContaining('incident_date') },
    });

    expect(await api.call(ana, 'POST', `/v1/claims/${id}/review`, { json: as })).toMatchObject({
      status: 200,
    });
    await expect
      .poll(async () => (await api.call(intakeSystem, 'GET', `/v1/claims/${id}`)).body.status, {
        timeout: 30_000,
      })
      .toBe('completed');
    const { body: claim } = await api.call(intakeSystem, 'GET', `/v1/claims/${id}`);
    expect(claim.fields.estimated_amount).toMatchObject({
      value: 9_100.5,
      decidedBy: 'reviewer:ana',
      before: 8_450,
    });
    const [row] = await intake.database.query('select * from reviews where claim_id = $1', [id]);
    expect(row).toMatchObject({ reviewer: 'ana', reviewer_verified: true, given_by: 'update' });
    expect(await api.call(ana, 'POST', `/v1/claims/${id}/review`, { json: as })).toMatchObject({
      status: 409,
      body: { code: 'review_not_open' },
    });
    expect(await api.call(intakeSystem, 'POST', '/v1/claims', { json: { id } })).toMatchObject({
      status: 200,
      body: { found: 'settled', status: 'completed' },
    });
  });

  test('of an older version is refused and says which one to look at', async () => {
    const version = await inReview('stale');
    const json = { version: version - 1 };
    expect(await api.call(ana, 'POST', '/v1/claims/stale/review', { json })).toMatchObject({
      status: 409,
      body: { code: 'review_stale', detail: expect.stringContaining(`version ${version}`) },
    });
  });

  test('that one reviewer holds is nobody else’s, in the lists as well, until it is given back', async () => {
    const id = 'held';
    const version = await inReview(id);
    const [first, second] = await Promise.all(
      [ana, ben].map((person) => api.call(person, 'POST', `/v1/claims/${id}/review/hold`)),
    );
    expect([first?.status, second?.status].sort()).toEqual([200, 409]);
    const [holder, other] = first?.status === 200 ? [ana, ben] : [ben, ana];
    const submit = (person: typeof ana) =>
      api.call(person, 'POST', `/v1/claims/${id}/review`, { json: { version } });
    expect(await submit(other)).toMatchObject({ status: 409, body: { code: 'review_held' } });
    const held = async () => {
      const { body } = await api.call(other, 'GET', `/v1/reviews?heldBy=${holder.subject}`);
      return body.reviews.map((review: { id: string }) => review.id);
    };
    await expect.poll(held, { timeout: 10_000 }).toEqual([id]);
    const { body: list } = await api.call(other, 'GET', `/v1/claims?heldBy=${holder.subject}`);
    expect(list.claims).toMatchObject([{ id, heldBy: holder.subject, queue: 'reviewers' }]);

    expect(await api.call(other, 'POST', `/v1/claims/${id}/review/release`)).toMatchObject({ status: 409 });
    expect((await api.call(holder, 'POST', `/v1/claims/${id}/review/release`)).body.holder).toBeNull();
    await expect.poll(held, { timeout: 10_000 }).toEqual([]);
    expect((await submit(other)).status).toBe(200);
  });

  test('that was escalated is for seniors alone', async () => {
    const id = 'escalated';
    const review = { remindAfterMs: 3_600_000, escalateAfterMs: 50, remindEveryMs: 3_600_000 };
    const policy = ClaimPolicySchema.parse({ confidenceThreshold: 1, auditShare: 0, review });
    await intake.submit([{ name: 'a.txt', bytes: form(id) }], { claimId: id, policy });
    const queue = async () => (await api.call(ana, 'GET', `/v1/claims/${id}/review`)).body.state?.queue;
    await expect.poll(queue, { timeout: 60_000 }).toBe('senior_reviewers');
    const version = await waitingVersion(id);
    const submit = (person: typeof ana) =>
      api.call(person, 'POST', `/v1/claims/${id}/review`, { json: { version } });
    expect(await submit(ana)).toMatchObject({ status: 403, body: { code: 'senior_only' } });
    expect((await submit(sam)).status).toBe(200);
  });

  test('a claim that is stopped stays stopped', async () => {
    const id = 'stopped';
    await inReview(id);
    expect((await api.call(intakeSystem, 'POST', `/v1/claims/${id}/cancel`)).status).toBe(202);
    await expect
      .poll(async () => (await api.call(ana, 'GET', `/v1/claims/${id}`)).body.status, { timeout: 30_000 })
      .toBe('cancelled');
    expect(await api.call(intakeSystem, 'POST', `/v1/claims/${id}/cancel`)).toMatchObject({
      status: 409,
      body: { code: 'claim_closed' },
    });
  });
});

describe('a blind reading', () => {
  test('is taken from who has not seen the values, and from nobody who has', async () => {
    const id = 'audited';
    const cleo = someone('cleo', ['reviewer']);
    const version = await inReview(id);
    await api.call(ana, 'POST', `/v1/claims/${id}/review`, { json: { version } });
    await expect
      .poll(async () => (await api.call(ben, 'GET', `/v1/claims/${id}`)).body.status, { timeout: 30_000 })
      .toBe('completed');
    // The share of claims that are read again is drawn by lot; this one is, whatever the lot says.
    const review = { remindAfterMs: 3_600_000, remindEveryMs: 3_600_000 };
    await intake.client.workflow.start('auditWorkflow', {
      workflowId: auditWorkflowId(TENANT, id),
      taskQueue: TASK_QUEUES.claims,
      args: [{ tenant: TENANT, claimId: id, priority: 3, review }],
    });
    const waiting = async () => {
      const { body } = await api.call(cleo, 'GET', '/v1/audits?decided=false');
      return body.audits.map((audit: { id: string }) => audit.id);
    };
    await expect.poll(waiting, { timeout: 60_000 }).toContain(id);
    const values = Object.fromEntries(FIELD_KEYS.map((key) => [key, null]));
    const submit = (person: typeof ana) => api.call(person, 'POST', `/v1/audits/${id}`, { json: { values } });
    for (const person of [ana, ben])
      expect(await submit(person)).toMatchObject({ status: 409, body: { code: 'audit_not_blind' } });
    const { body: packet } = await api.call(cleo, 'GET', `/v1/audits/${id}`);
    expect(packet.blind).toBe(true);
    expect((await api.call(ana, 'GET', `/v1/audits/${id}`)).body.blind).toBe(false);
    expect(JSON.stringify(packet)).not.toContain('HO-4471982');
    const [{ document }] = packet.documents;
    const bytes = await api.call(cleo, 'GET', `/v1/claims/${id}/content/${document}`);
    expect(bytes.body).toContain('HO-4471982');
    expect(bytes.headers.get('content-disposition')).toBe('attachment');
    const page = await api.call(cleo, 'GET', `/v1/claims/${id}/content/${document}/pages/1`);
    expect(page.body.text).toContain('HO-4471982');
    expect((await submit(cleo)).status).toBe(200);
    await expect.poll(waiting, { timeout: 30_000 }).not.toContain(id);
    expect((await submit(cleo)).body.code).toMatch(/audit_closed/);
  });
});

describe('the audit log', () => {
  test('holds every read and change of a claim, what was refused too, names of fields and no value', async () => {
    const entries = await entriesOf('decided');
    const actions = new Set(entries.map(({ action }) => action));
    for (const action of ['document.upload', 'claim.hand_in', 'review.read', 'review.submit', 'claim.read'])
      expect(actions).toContain(action);
    expect(entries).toContainEqual(
      expect.objectContaining({
        actor: 'ana',
        action: 'review.submit',
        outcome: 'asked',
        detail: expect.objectContaining({ corrected: ['estimated_amount'], decision: 'approve' }),
      }),
    );
    expect(entries).toContainEqual(
      expect.objectContaining({ outcome: 'refused', detail: { problem: 'review_not_open' } }),
    );
    expect(JSON.stringify(entries)).not.toMatch(/9100|8450|HO-4471982|Miller/);
    expect(await entriesOf('x')).toContainEqual(
      expect.objectContaining({ actor: 'mel', outcome: 'refused', detail: { problem: 'role_missing' } }),
    );
  });

  test('is whole, and shows a row that somebody changed', async () => {
    expect(await verifyAuditLog(intake.database, TENANT)).toMatchObject({ broken: null });
    await intake.database.transaction(async (within) => {
      await within.query('alter table audit_log disable trigger audit_log_append_only');
      await within.query("update audit_log set actor = 'ben' where tenant = 'other' and seq = 2");
      await within.query('alter table audit_log enable trigger audit_log_append_only');
    });
    expect((await verifyAuditLog(intake.database, 'other')).broken).toEqual({ seq: 2, what: 'changed' });
  });
});

describe('lists', () => {
  test('go on page by page to the last claim, each claim once', async () => {
    const seen: string[] = [];
    let after = '';
    for (;;) {
      const { body } = await api.call(ana, 'GET', `/v1/claims?limit=3${after && `&after=${after}`}`);
      seen.push(...body.claims.map((claim: { id: string }) => claim.id));
      if (!body.next) break;
      after = body.next;
    }
    const [{ n } = { n: 0 }] = await intake.database.query<{ n: number }>(
      'select count(*)::int as n from claims where tenant = $1',
      [TENANT],
    );
    expect(seen).toHaveLength(n);
    expect(new Set(seen).size).toBe(n);
    const queue = await api.call(ana, 'GET', '/v1/reviews?limit=2');
    const rest = await api.call(ana, 'GET', `/v1/reviews?limit=2&after=${queue.body.next}`);
    const ids = [...queue.body.reviews, ...rest.body.reviews].map((review: { id: string }) => review.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(await api.call(ana, 'GET', '/v1/claims?status=lost')).toMatchObject({ status: 422 });
    expect(await api.call(ana, 'GET', '/v1/claims?limit=1&limit=2')).toMatchObject({ status: 422 });
  });

  test('an export neutralises formulas that a document brought in', async () => {
    const id = 'formula';
    await upload(id, Buffer.from(plainForm({ Claimant: '=HYPERLINK("https://x.example")' }).bytes));
    await api.call(intakeSystem, 'POST', '/v1/claims', { json: { id } });
    const version = await waitingVersion(id);
    const fields = { claimant_name: { decision: 'correct', value: '=HYPERLINK("https://x.example")' } };
    await api.call(ana, 'POST', `/v1/claims/${id}/review`, { json: { version, fields } });
    await expect
      .poll(async () => (await api.call(ana, 'GET', `/v1/claims/${id}`)).body.status, { timeout: 30_000 })
      .toBe('completed');
    const { status, headers, body } = await api.call(
      ada,
      'GET',
      '/v1/claims.csv?status=completed&limit=1000',
    );
    expect([status, headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    const line = (body as string).split('\r\n').find((row) => row.startsWith('formula,')) ?? '';
    expect(line).toContain(`"'=HYPERLINK(""https://x.example"")"`);
  });
});

describe('the server', () => {
  test('is ready when database, Temporal and objects answer, and counts what it does on an address of its own', async () => {
    expect(await api.call(null, 'GET', '/health')).toMatchObject({ status: 200 });
    expect(await api.call(null, 'GET', '/ready')).toMatchObject({
      status: 200,
      body: { ready: true, checks: { database: 'ok', temporal: 'ok', objects: 'ok' } },
    });
    // Where the pages are built, they answer at every address that is not the API's.
    expect(await (await fetch(`${api.url}/metrics`)).text()).not.toContain('claim_api_');
    const metrics = await (await fetch(workers.metrics.api ?? '')).text();
    expect(metrics).toContain('claim_api_requests_total{operation="handIn",status="202"}');
    expect(metrics).toMatch(/claim_api_request_seconds_bucket\{operation="handIn",le="\+Inf"\} \d+/);
    expect(metrics).not.toMatch(/ana|HO-4471982|many-times/);
  });

  test('a client generated from the OpenAPI document hands a claim in and fetches its result', async () => {
    const clientOf = async (person: typeof ana) =>
      createClient<paths>({
        baseUrl: api.url,
        headers: { authorization: `Bearer ${await api.token(person)}` },
      });
    const [client, reviewer] = [await clientOf(intakeSystem), await clientOf(ana)];
    const id = 'by-client';
    const staged = await client.PUT('/v1/claims/{id}/documents/{name}', {
      params: { path: { id, name: 'a b.txt' } },
      body: form(id).toString(),
      bodySerializer: (text) => text,
      headers: { 'content-type': 'application/octet-stream' },
    });
    expect(staged.response.status).toBe(201);
    const handedIn = await client.POST('/v1/claims', { body: { id } });
    expect(handedIn.data).toMatchObject({ id, found: 'nothing' });
    const version = await waitingVersion(id);
    const review = { params: { path: { id } }, body: { version, fields: {} } };
    expect((await reviewer.POST('/v1/claims/{id}/review', review)).data).toEqual({ accepted: true });
    const shown = () => client.GET('/v1/claims/{id}', { params: { path: { id } } });
    await expect.poll(async () => (await shown()).data?.status, { timeout: 30_000 }).toBe('completed');
    const { data } = await shown();
    expect(Object.keys(data?.fields ?? {})).toEqual(FIELD_KEYS);
    expect(data?.fields['policy_number']?.value).toBe('HO-4471982');
    const { error } = await client.GET('/v1/claims/{id}', { params: { path: { id: 'nowhere' } } });
    expect(error?.code).toBe('claim_not_found');
    const page = await fetch(`${api.url}/docs`);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await page.text()).toContain('/v1/claims/{id}');
  });

  test('a review that came by another way is mirrored as well, its reviewer unverified', async () => {
    const id = 'by-hand';
    const version = await inReview(id);
    await intake.client.workflow
      .getHandle(claimWorkflowId(TENANT, id))
      .executeUpdate(MESSAGES.submitReview, { args: [{ reviewer: 'ana', version }] });
    const reviews = () =>
      intake.database.query('select reviewer, reviewer_verified from reviews where claim_id = $1', [id]);
    await expect.poll(reviews, { timeout: 30_000 }).toEqual([{ reviewer: 'ana', reviewer_verified: false }]);
  });

  // The last one: it stops the API.
  test('told to stop it finishes what it has begun, takes nothing new, and ends', async () => {
    const pid = workers.pids.api ?? 0;
    const bytes = form('draining');
    const url = new URL(`${api.url}/v1/claims/draining/documents/a.txt`);
    const slow = httpRequest(url, {
      method: 'PUT',
      headers: { authorization: `Bearer ${await api.token(intakeSystem)}`, 'content-length': bytes.length },
    });
    const answered = new Promise<number>((resolve, reject) => {
      slow.on('response', (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      slow.on('error', reject);
    });
    slow.write(bytes.subarray(0, 10));
    await sleep(500);
    process.kill(pid, 'SIGTERM');
    await expect
      .poll(() =>
        api.call(null, 'GET', '/health').then(
          () => 'open',
          () => 'closed',
        ),
      )
      .toBe('closed');
    slow.end(bytes.subarray(10));
    expect(await answered).toBe(201);
    const ended = () => {
      try {
        process.kill(pid, 0);
        return false;
      } catch {
        return true;
      }
    };
    await expect.poll(ended, { timeout: 15_000 }).toBe(true);
    expect(inject('environment')['API_PORT']).toBeDefined();
  });
});

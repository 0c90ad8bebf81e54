import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { auditActivities } from '../../activities/audit.ts';
import { openActivities } from '../../activities/open.ts';
import { type RecordInput, recordActivities } from '../../activities/record.ts';
import { reviewActivities } from '../../activities/review.ts';
import type { ModelVersion, ScoredClaim, ScoredField } from '../../shared/answers.ts';
import { type Claim, FIELD_KEYS, type FieldKey, type FieldValue } from '../../shared/claim-fields.ts';
import { generateKeyring, parseKeyring } from '../../shared/codec/keyring.ts';
import { ClaimInputSchema, type Decision } from '../../shared/contracts.ts';
import { findClaim, listClaims, registerClaim } from '../../shared/database/claims.ts';
import { type Database, openDatabase } from '../../shared/database/database.ts';
import { migrate } from '../../shared/database/migrate.ts';
import { claimReport } from '../../shared/database/records.ts';
import { createLogger } from '../../shared/log.ts';
import { objectKeys } from '../../shared/object-keys.ts';
import { type ObjectStore, putJson } from '../../shared/objects/object-store.ts';
import { openObjectStore } from '../../shared/objects/open-object-store.ts';
import { freshDatabase } from '../support/workers.ts';

const MODEL: ModelVersion = {
  name: 'embedded-1',
  servedName: 'embedded-1',
  promptVersion: 'p1',
  answerFormat: 'normalised',
  reasons: false,
  contextTokens: 1024,
  maxOutputTokens: 384,
  calibration: null,
};
const tenant = 'default';
const A = 'a'.repeat(64);
const B = 'b'.repeat(64);
const log = createLogger('test', 'silent');

let database: Database;
let objects: ObjectStore;
let open: ReturnType<typeof openActivities>;
let record: ReturnType<typeof recordActivities>;
let review: ReturnType<typeof reviewActivities>;
let audit: ReturnType<typeof auditActivities>;

beforeAll(async () => {
  database = openDatabase(await freshDatabase('records'), { connections: 20 });
  await migrate(database);
  const folder = mkdtempSync(join(inject('dataFolder'), 'objects-'));
  objects = await openObjectStore(
    { OBJECT_STORE_URL: pathToFileURL(`${folder}/`).href, S3_ENDPOINT: undefined, S3_REGION: 'us-east-1' },
    parseKeyring(generateKeyring()),
  );
  open = openActivities({ database, versionsFor: async () => ({ reads: MODEL, shadow: null }) });
  record = recordActivities({ database, objects, engine: { usdPerHour: 3.6, sequences: 10 } });
  review = reviewActivities({ database, log });
  audit = auditActivities({ database, log });
});
afterAll(() => database.close());

const input = (claimId: string, documents: string[] = [A]) =>
  ClaimInputSchema.parse({ claimId, documents: documents.map((sha256) => ({ sha256 })) });

const VALUES: Partial<Record<FieldKey, FieldValue>> = {
  claimant_name: 'Ottoline Marchbanks',
  estimated_amount: 1_250.5,
  injuries_reported: false,
  third_parties: ['Ann Rook', 'Bo Finch'],
};
const DOUBTFUL: FieldKey[] = ['incident_date', 'third_parties'];

function scoredClaim(quote = 'Marchbanks'): ScoredClaim {
  const fields = FIELD_KEYS.map((key): [FieldKey, ScoredField] => {
    const sure = !DOUBTFUL.includes(key);
    const box = [0.1, 0.1, 0.4, 0.12] as const;
    const evidence = { document: A, page: 1, start: 0, end: 5, boxes: [box], quote, chunk: 'c' };
    return [
      key,
      {
        value: VALUES[key] ?? null,
        grounding: 'exact',
        evidence: VALUES[key] === undefined ? [] : [evidence],
        candidates: [],
        doubts: sure ? [] : ['low_confidence'],
        confidence: sure ? 0.97 : 0.4,
        sure,
      },
    ];
  });
  return {
    model: MODEL.name,
    promptVersion: 'p1',
    calibration: 'uncalibrated',
    violations: [],
    fields: Object.fromEntries(fields) as ScoredClaim['fields'],
  };
}

async function scoredInput(
  claimId: string,
  decision: Decision | null,
  scored = scoredClaim(),
): Promise<RecordInput> {
  const key = objectKeys.scored(tenant, claimId, 1);
  await putJson(objects, key, scored);
  return {
    tenant,
    claimId,
    status: decision?.decision === 'reject' ? 'rejected' : 'completed',
    scored: key,
    model: MODEL,
    version: 1,
    reasons: decision ? ['fields_in_doubt'] : [],
    completeness: {
      documents: 1,
      rejectedDocuments: 0,
      pages: 2,
      unreadPages: 1,
      chunks: 1,
      unreadChunks: 0,
      complete: false,
    },
    usage: { promptTokens: 500, completionTokens: 200, engineMs: 10_000, requests: 1 },
    documents: [{ sha256: A, name: 'notice.pdf' }],
    readings: [
      {
        document: A,
        kind: 'pdf',
        pages: [{ page: 1, source: 'text_layer', words: 90 }],
        toRecognise: [],
        unread: [2],
        attachments: [],
      },
    ],
    decision,
    budgetDecisions: [],
    timings: { read: 120, extract: 900 },
  };
}

const byUpdate = (
  fields: Record<string, { decision: 'confirm' } | { decision: 'correct'; value: FieldValue }>,
): Decision => ({
  decision: 'approve',
  by: 'update',
  submission: {
    reviewer: 'r.lane',
    version: 1,
    fields,
    decision: 'approve',
    reasonCode: 'reviewed',
    note: 'seen',
  },
});

const count = async (table: string, claimId: string): Promise<number> => {
  const [row] = await database.query<{ n: number }>(
    `select count(*)::int as n from ${table} where claim_id = $1`,
    [claimId],
  );
  return row?.n ?? -1;
};

describe('a claim', () => {
  test('is given to its run, with the model version that was active then', async () => {
    expect(await open.openClaim({ input: input('O-1'), firstRunId: 'run-1' })).toEqual({
      outcome: 'run',
      model: MODEL,
    });
    expect(await findClaim(database, { tenant, claimId: 'O-1' })).toMatchObject({
      status: 'reading',
      model: 'embedded-1',
      run_id: 'run-1',
    });
  });

  test('is one row, however many hand it in at once', async () => {
    const claim = { tenant, claimId: 'O-2', priority: 3, packetSha256: A };
    const made = await Promise.all(Array.from({ length: 50 }, () => registerClaim(database, claim)));
    expect(made.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await count('claims', 'O-2')).toBe(1);
  });

  test('takes its documents in any order, and refuses others under the same id', async () => {
    await open.openClaim({ input: input('O-3', [A, B]), firstRunId: 'run-1' });
    await expect(open.openClaim({ input: input('O-3', [B, A]), firstRunId: 'run-1' })).resolves.toMatchObject(
      {
        outcome: 'run',
      },
    );
    await expect(open.openClaim({ input: input('O-3', [A]), firstRunId: 'run-2' })).rejects.toMatchObject({
      type: 'ClaimIdConflict',
      nonRetryable: true,
    });
  });

  test('that has run is not run again: the old result is named', async () => {
    await open.openClaim({ input: input('O-4'), firstRunId: 'run-1' });
    await record.recordClaim(await scoredInput('O-4', null));
    expect(await open.openClaim({ input: input('O-4'), firstRunId: 'run-2' })).toEqual({
      outcome: 'already_ran',
      status: 'completed',
      model: 'embedded-1',
    });
  });

  test('that was cancelled stays cancelled, and its review task closes', async () => {
    await open.openClaim({ input: input('O-5'), firstRunId: 'run-1' });
    const dueAt = new Date().toISOString();
    const task = { tenant, claimId: 'O-5', version: 1 };
    await review.openReview({
      ...task,
      reasons: ['fields_in_doubt'],
      fields: [],
      dueAt,
      status: 'in_review',
    });
    await record.recordCancelled({ tenant, claimId: 'O-5' });
    await review.openReview({ ...task, reasons: [], fields: [], dueAt, status: 'in_review' });
    expect((await findClaim(database, task))?.status).toBe('cancelled');
  });
});

describe('the record', () => {
  test('is written once, however often and at once it is asked for', async () => {
    await open.openClaim({ input: input('R-1'), firstRunId: 'run-1' });
    const request = await scoredInput('R-1', null);
    const answers = await Promise.all(Array.from({ length: 20 }, () => record.recordClaim(request)));
    expect(answers.filter(({ recorded }) => recorded)).toHaveLength(1);
    expect(await count('claim_records', 'R-1')).toBe(1);
    expect(await count('claim_fields', 'R-1')).toBe(23);
    expect(await count('claim_documents', 'R-1')).toBe(1);
    expect(await count('training_examples', 'R-1')).toBe(0);
  });

  test('says of every field its value, confidence, evidence and who decided it', async () => {
    await open.openClaim({ input: input('R-2'), firstRunId: 'run-1' });
    const decision = byUpdate({
      incident_date: { decision: 'correct', value: '2026-03-04' },
      third_parties: { decision: 'confirm' },
      claimant_email: { decision: 'correct', value: null },
    });
    await record.recordClaim(await scoredInput('R-2', decision));
    const report = await claimReport(database, tenant, 'R-2');
    expect(report).toMatchObject({
      status: 'completed',
      reasons: ['fields_in_doubt'],
      pages: [
        { document: A, page: 1, source: 'text_layer' },
        { document: A, page: 2, source: 'unread' },
      ],
      timings: { read: 120, extract: 900 },
      usage: { promptTokens: 500 },
      costUsd: 0.001,
      model: { name: 'embedded-1', promptVersion: 'p1', calibration: 'uncalibrated' },
    });
    expect(Object.keys(report?.fields ?? {})).toEqual(FIELD_KEYS);
    expect(report?.fields.claimant_name).toMatchObject({
      value: 'Ottoline Marchbanks',
      confidence: 0.97,
      decidedBy: 'model',
      evidence: [{ document: A, page: 1, quote: 'Marchbanks' }],
    });
    expect(report?.fields.incident_date).toEqual({
      value: '2026-03-04',
      confidence: 1,
      decidedBy: 'reviewer:r.lane',
      evidence: [],
      before: null,
      modelConfidence: 0.4,
    });
    expect(report?.fields.third_parties).toMatchObject({
      value: VALUES.third_parties,
      decidedBy: 'reviewer:r.lane',
    });
    expect(report?.fields.third_parties).not.toHaveProperty('before');
    expect(report?.fields.injuries_reported?.value).toBe(false);
  });

  test('keeps also what people said when the claim was past its budget', async () => {
    await open.openClaim({ input: input('R-budget'), firstRunId: 'run-1' });
    const signal = { reviewer: 's.moor', reasonCode: 'large_loss' };
    await record.recordClaim({
      ...(await scoredInput('R-budget', byUpdate({}))),
      budgetDecisions: [{ decision: 'approve', by: 'signal', signal }],
    });
    const decisions = await database.query(
      'select subject, reviewer, given_by, reason_code from reviews where claim_id = $1 order by id',
      ['R-budget'],
    );
    expect(decisions).toEqual([
      { subject: 'budget', reviewer: 's.moor', given_by: 'signal', reason_code: 'large_loss' },
      { subject: 'claim', reviewer: 'r.lane', given_by: 'update', reason_code: 'reviewed' },
    ]);
  });

  test('keeps the decision, with what it changed, and the verified claim as an example', async () => {
    await open.openClaim({ input: input('R-3'), firstRunId: 'run-1' });
    await record.recordClaim(
      await scoredInput('R-3', byUpdate({ estimated_amount: { decision: 'correct', value: 99 } })),
    );
    const [decided] = await database.query('select * from reviews where claim_id = $1', ['R-3']);
    expect(decided).toMatchObject({
      reviewer: 'r.lane',
      reviewer_verified: false,
      decision: 'approve',
      reason_code: 'reviewed',
      note: 'seen',
      changes: { estimated_amount: { before: 1_250.5, after: 99 } },
    });
    const [example] = await database.query<{ labels: Claim }>(
      'select * from training_examples where claim_id = $1',
      ['R-3'],
    );
    expect(example).toMatchObject({ source: 'review', documents: [A], verified_by: 'r.lane' });
    expect(Object.keys(example?.labels ?? {})).toHaveLength(23);
    expect(example?.labels.estimated_amount).toBe(99);
  });

  test('of a claim approved unseen, from the Temporal UI, teaches no model', async () => {
    await open.openClaim({ input: input('R-4'), firstRunId: 'run-1' });
    const signal = { reviewer: 'op', reasonCode: 'decided_in_temporal_ui' };
    await record.recordClaim(await scoredInput('R-4', { decision: 'approve', by: 'signal', signal }));
    expect(await count('reviews', 'R-4')).toBe(1);
    expect(await count('training_examples', 'R-4')).toBe(0);
  });

  test('is whole or absent: a part that cannot be written leaves nothing behind', async () => {
    await open.openClaim({ input: input('R-5'), firstRunId: 'run-1' });
    const request = await scoredInput('R-5', byUpdate({}));
    await database.query(
      `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'refused'; end $$`,
    );
    await database.query(
      `create trigger refuse before insert on training_examples for each row when (new.claim_id = 'R-5') execute function refuse()`,
    );
    await expect(record.recordClaim(request)).rejects.toMatchObject({ type: 'DatabaseUnavailable' });
    for (const table of ['claim_records', 'claim_fields', 'claim_documents', 'reviews', 'training_examples'])
      expect(await count(table, 'R-5')).toBe(0);
    expect((await findClaim(database, { tenant, claimId: 'R-5' }))?.settled_at).toBeNull();
    await database.query('drop trigger refuse on training_examples');
    expect(await record.recordClaim(request)).toEqual({ recorded: true });
  });

  test('or the cancellation, whichever came first, is the only end of a claim', async () => {
    const claimIds = Array.from({ length: 10 }, (_, i) => `R-C${i}`);
    for (const claimId of claimIds) {
      await open.openClaim({ input: input(claimId), firstRunId: 'run-1' });
      const request = await scoredInput(claimId, null);
      const [{ recorded }] = await Promise.all([
        record.recordClaim(request),
        record.recordCancelled({ tenant, claimId }),
      ]);
      const status = (await findClaim(database, { tenant, claimId }))?.status;
      expect(status).toBe(recorded ? 'completed' : 'cancelled');
      expect(await count('claim_records', claimId)).toBe(recorded ? 1 : 0);
      expect(await record.recordClaim(request)).toEqual({ recorded: false });
    }
  });

  test('waits while the row of its claim is lost', async () => {
    await expect(record.recordClaim(await scoredInput('R-8', null))).rejects.toMatchObject({
      type: 'DatabaseUnavailable',
      nonRetryable: false,
    });
  });

  test('of a packet in which nothing was readable has no fields', async () => {
    await open.openClaim({ input: input('R-6'), firstRunId: 'run-1' });
    const request = await scoredInput('R-6', null);
    await record.recordClaim({
      ...request,
      status: 'rejected',
      scored: null,
      reasons: ['document_rejected'],
    });
    expect(await claimReport(database, tenant, 'R-6')).toMatchObject({ status: 'rejected', fields: {} });
  });

  test('takes every character that a document can hold', async () => {
    await open.openClaim({ input: input('R-7'), firstRunId: 'run-1' });
    const request = await scoredInput('R-7', null, scoredClaim('nul \0, half a pair \ud83d, a\\u0000b'));
    await record.recordClaim({ ...request, documents: [{ sha256: A, name: 'no\0tice \ud83d.pdf' }] });
    const report = await claimReport(database, tenant, 'R-7');
    expect(report?.fields.claimant_name?.evidence[0]?.quote).toBe('nul , half a pair \ufffd, a\\u0000b');
  });
});

describe('what waits for a person', () => {
  test('is a task with queue, deadline and reminders, until the claim is recorded', async () => {
    await open.openClaim({ input: input('T-1'), firstRunId: 'run-1' });
    const task = { tenant, claimId: 'T-1', version: 1 };
    const opened = { ...task, reasons: ['fields_in_doubt' as const], fields: ['incident_date'] };
    const dueAt = '2026-12-01T00:00:00.000Z';
    for (let i = 0; i < 2; i += 1) await review.openReview({ ...opened, dueAt, status: 'in_review' });
    await review.remindReviewers({ ...task, reminders: 1 });
    await review.escalateReview(task);
    const read = () => database.query('select * from review_tasks where claim_id = $1', ['T-1']);
    expect(await read()).toMatchObject([
      {
        queue: 'senior_reviewers',
        reminders: 1,
        due_at: new Date(dueAt),
        closed_at: null,
        fields: ['incident_date'],
      },
    ]);
    await record.recordClaim(await scoredInput('T-1', byUpdate({})));
    expect(await read()).toMatchObject([{ closed_at: expect.any(Date) }]);
  });

  test('begins anew when the same version is opened again: first queue, no reminder', async () => {
    await open.openClaim({ input: input('T-2'), firstRunId: 'run-1' });
    const task = { tenant, claimId: 'T-2', version: 0 };
    const dueAt = new Date().toISOString();
    const opened = { ...task, reasons: ['budget_exceeded' as const], fields: [], dueAt };
    await review.openReview({ ...opened, status: 'awaiting_budget' });
    await review.remindReviewers({ ...task, reminders: 3 });
    await review.escalateReview(task);
    await review.openReview({ ...opened, status: 'awaiting_budget' });
    expect(await database.query('select * from review_tasks where claim_id = $1', ['T-2'])).toMatchObject([
      { queue: 'reviewers', reminders: 0, escalated_at: null, closed_at: null },
    ]);
  });

  test('an audit compares a blind reading with the record, once', async () => {
    await open.openClaim({ input: input('A-1'), firstRunId: 'run-1' });
    await record.recordClaim(await scoredInput('A-1', null));
    await audit.openAudit({ tenant, claimId: 'A-1' });
    await audit.openAudit({ tenant, claimId: 'A-1' });
    const empty = Object.fromEntries(FIELD_KEYS.map((key) => [key, null])) as Claim;
    const values: Claim = {
      ...empty,
      claimant_name: 'Marchbanks, Ottoline',
      estimated_amount: 1_250.5,
      injuries_reported: true,
      third_parties: ['Bo Finch', 'Ann Rook'],
    };
    const submission = { reviewer: 'auditor', values };
    for (let i = 0; i < 2; i += 1)
      expect(await audit.recordAudit({ tenant, claimId: 'A-1', submission })).toEqual({
        fieldsCompared: 23,
        fieldsAgreed: 22,
        differing: ['injuries_reported'],
      });
    expect(await database.query('select * from audits where claim_id = $1', ['A-1'])).toMatchObject([
      { auditor: 'auditor', agreed: 22, differing: ['injuries_reported'] },
    ]);
    expect(await count('training_examples', 'A-1')).toBe(1);
  });
});

test('claims are listed newest first, page by page, none left out', async () => {
  const claims = Array.from({ length: 30 }, (_, i) => `L-${i}`);
  await Promise.all(
    claims.map((claimId) =>
      registerClaim(database, { tenant: 'lister', claimId, priority: 3, packetSha256: A }),
    ),
  );
  const listed: string[] = [];
  for (let pages = 0; pages < 5; pages += 1) {
    const last = listed.at(-1);
    const page = await listClaims(database, { tenant: 'lister', limit: 7, ...(last ? { after: last } : {}) });
    listed.push(...page.map((row) => row.claim_id));
  }
  expect([...listed].sort()).toEqual([...claims].sort());
  expect(await listClaims(database, { tenant: 'lister', status: 'completed', limit: 7 })).toEqual([]);
});

describe('the database', () => {
  test('is migrated once, by however many processes that start at once', async () => {
    const url = await freshDatabase('migrated_at_once');
    const several = Array.from({ length: 5 }, () => openDatabase(url));
    try {
      const applied = await Promise.all(several.map(migrate));
      expect(applied.filter((names) => names.length > 0)).toHaveLength(1);
      expect(await migrate(several[0] as Database)).toEqual([]);
    } finally {
      await Promise.all(several.map((one) => one.close()));
    }
  });

  test('that breaks a connection inside a transaction fails the call, not the process', async () => {
    const broken = database.transaction(async (within) => {
      const [row] = await within.query<{ pid: number }>('select pg_backend_pid() as pid');
      await database.query('select pg_terminate_backend($1)', [row?.pid]);
      await new Promise((resolve) => setTimeout(resolve, 200));
      await within.query('select 1');
    });
    await expect(broken).rejects.toMatchObject({ type: 'DatabaseUnavailable', nonRetryable: false });
    await expect(database.query('select 1 as one')).resolves.toEqual([{ one: 1 }]);
  });

  test('that is not there is DatabaseUnavailable, and the address stays out of the message', async () => {
    const nowhere = openDatabase('postgres://user:secret@127.0.0.1:1/none');
    await expect(nowhere.query('select 1')).rejects.toMatchObject({
      type: 'DatabaseUnavailable',
      message: 'the database answers ECONNREFUSED',
    });
    await nowhere.close();
  });
});

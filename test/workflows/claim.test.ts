import { type WorkflowFailedError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure, CancelledFailure } from '@temporalio/common';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addDocumentsUpdate,
  approveSignal,
  claimForReviewUpdate,
  claimStateQuery,
  rejectSignal,
  releaseReviewUpdate,
  submitReviewUpdate,
} from '../../workflows/claim-messages.ts';
import { names, sha, waitFor, withClaim } from '../support/claim-scenario.ts';
import {
  answered,
  failed,
  fakeActivities,
  IN_DOUBT,
  MODEL,
  readingOf,
  SURE,
} from '../support/fake-activities.ts';
import { startTimeSkipping, type TimeSkipping } from '../support/time-skipping.ts';

let temporal: TimeSkipping;
beforeAll(async () => {
  temporal = await startTimeSkipping();
}, 120_000);
afterAll(() => temporal?.stop());

const HOUR = 3_600_000;
const inDoubt = { scoreClaim: async () => IN_DOUBT };

async function refusal(update: Promise<unknown>): Promise<string> {
  const error = await update.then(
    () => new Error('was accepted'),
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(WorkflowUpdateFailedError);
  return String((error as WorkflowUpdateFailedError).cause?.message);
}

describe('a claim without doubt', () => {
  test('is read, extracted, scored, recorded and delivered, in this order and once', async () => {
    await withClaim(temporal, {}, async (handle, calls) => {
      const result = await handle.result();
      expect(result).toMatchObject({ status: 'completed', alreadyRan: false, reasons: [] });
      expect(result.completeness).toMatchObject({ documents: 1, pages: 1, chunks: 1, complete: true });
      expect(names(calls)).toEqual([
        'openClaim',
        'readDocument',
        'chunkPacket',
        'extractChunks',
        'mergeAnswers',
        'scoreClaim',
        'recordClaim',
        'notifyIntake',
      ]);
    });
  });

  test('is sampled for a blind audit, which runs on after it and reminds until somebody reads', async () => {
    await withClaim(
      temporal,
      {},
      async (handle, calls) => {
        expect((await handle.result()).status).toBe('completed');
        await temporal.skip(5 * HOUR);
        expect(names(calls)).toEqual(expect.arrayContaining(['recordClaim', 'openAudit', 'remindAuditors']));
        expect(names(calls).indexOf('openAudit')).toBeGreaterThan(names(calls).indexOf('notifyIntake'));
      },
      { policy: { auditShare: 1 } },
    );
  });

  test('started again after it ran, returns the old result and reads nothing', async () => {
    await withClaim(
      temporal,
      { openClaim: async () => ({ outcome: 'already_ran', status: 'completed', model: 'embedded-1' }) },
      async (handle, calls) => {
        expect(await handle.result()).toMatchObject({ alreadyRan: true, status: 'completed' });
        expect(names(calls)).toEqual(['openClaim']);
      },
    );
  });
});

describe('a claim in doubt', () => {
  test('waits for its reviewer and records the decision', async () => {
    await withClaim(temporal, inDoubt, async (handle, calls) => {
      const { version, reasons } = await waitFor(handle, 'in_review');
      expect(reasons).toEqual(['fields_in_doubt']);
      await handle.executeUpdate(claimForReviewUpdate, { args: [{ reviewer: 'ana' }] });
      await handle.executeUpdate(submitReviewUpdate, {
        args: [
          {
            reviewer: 'ana',
            version,
            fields: { incident_date: { decision: 'correct', value: '2026-03-04' } },
          },
        ],
      });
      expect((await handle.result()).status).toBe('completed');
      const record = calls.find((call) => call.name === 'recordClaim');
      expect(record?.input).toMatchObject({
        status: 'completed',
        decision: { decision: 'approve', by: 'update' },
      });
    });
  });

  test('refuses an unknown field, a wrong type, a stale version and a reviewer who does not hold it, and still waits', async () => {
    await withClaim(temporal, inDoubt, async (handle) => {
      const { version } = await waitFor(handle, 'in_review');
      await handle.executeUpdate(claimForReviewUpdate, { args: [{ reviewer: 'ana' }] });
      const submit = (review: object) =>
        refusal(
          handle.executeUpdate(submitReviewUpdate, { args: [{ reviewer: 'ana', version, ...review }] }),
        );
      expect(await submit({ fields: { shoe_size: { decision: 'confirm' } } })).toContain(
        'unknown field "shoe_size"',
      );
      expect(
        await submit({ fields: { incident_date: { decision: 'correct', value: '31/31/2026' } } }),
      ).toContain('incident_date: must be a real date');
      expect(await submit({ version: version - 1 })).toContain('the claim changed since version');
      expect(await submit({ reviewer: 'ben' })).toContain('another reviewer holds this claim');
      expect(await submit({ reviewer: '' })).toContain('names its reviewer');
      expect(
        await refusal(handle.executeUpdate(claimForReviewUpdate, { args: [{ reviewer: 'ben' }] })),
      ).toContain('holds');
      expect(
        await refusal(handle.executeUpdate(releaseReviewUpdate, { args: [{ reviewer: 'ben' }] })),
      ).toContain('release');
      expect((await handle.query(claimStateQuery)).status).toBe('in_review');
      await handle.executeUpdate(releaseReviewUpdate, { args: [{ reviewer: 'ana' }] });
      await handle.executeUpdate(submitReviewUpdate, { args: [{ reviewer: 'ben', version }] });
      expect((await handle.result()).status).toBe('completed');
    });
  });

  test('can be decided from the Temporal UI by a signal with one JSON payload; a malformed one changes nothing', async () => {
    await withClaim(temporal, inDoubt, async (handle) => {
      await waitFor(handle, 'in_review');
      await handle.signal(approveSignal, 'yes please');
      expect((await handle.query(claimStateQuery)).status).toBe('in_review');
      await handle.signal(rejectSignal, { reviewer: 'ana', reasonCode: 'duplicate_claim' });
      expect((await handle.result()).status).toBe('rejected');
    });
  });

  test('reminds, escalates to the senior reviewers at the deadline and is never dropped', async () => {
    await withClaim(temporal, inDoubt, async (handle, calls) => {
      await waitFor(handle, 'in_review');
      await handle.executeUpdate(claimForReviewUpdate, { args: [{ reviewer: 'ana' }] });
      await temporal.skip(5 * HOUR);
      expect(names(calls).filter((name) => name === 'remindReviewers')).toHaveLength(1);
      await temporal.skip(20 * HOUR);
      expect(names(calls)).toContain('escalateReview');
      expect((await handle.query(claimStateQuery)).review).toMatchObject({
        queue: 'senior_reviewers',
        holder: null,
      });
      await temporal.skip(30 * 24 * HOUR);
      expect((await handle.query(claimStateQuery)).status).toBe('in_review');
      expect(names(calls).filter((name) => name === 'remindReviewers').length).toBeGreaterThan(20);
      await handle.signal(approveSignal, { reviewer: 'senior' });
      expect((await handle.result()).status).toBe('completed');
    });
  });

  test('takes late documents, reads only those, and then refuses a review of the old version', async () => {
    await withClaim(temporal, inDoubt, async (handle, calls) => {
      const { version } = await waitFor(handle, 'in_review');
      const added = await handle.executeUpdate(addDocumentsUpdate, {
        args: [{ documents: [{ sha256: sha('b') }, { sha256: sha('a') }] }],
      });
      expect(added).toEqual({ added: 1 });
      await expect
        .poll(async () => (await handle.query(claimStateQuery)).version, { timeout: 10_000 })
        .toBe(version + 1);
      await waitFor(handle, 'in_review');
      expect(names(calls).filter((name) => name === 'readDocument')).toHaveLength(2);
      const asked = calls
        .filter((call) => call.name === 'extractChunks')
        .map((call) => (call.input as { chunks: string[] }).chunks);
      expect(asked).toEqual([['chunk-aaaaaaaa'], ['chunk-bbbbbbbb']]);
      const stale = refusal(
        handle.executeUpdate(submitReviewUpdate, { args: [{ reviewer: 'ana', version }] }),
      );
      expect(await stale).toContain('the claim changed');
      await handle.signal(approveSignal, { reviewer: 'ana' });
      expect((await handle.result()).completeness).toMatchObject({ documents: 2, chunks: 2 });
    });
  });

  test('is recorded as cancelled when it is cancelled while it waits', async () => {
    await withClaim(temporal, inDoubt, async (handle, calls) => {
      await waitFor(handle, 'in_review');
      await handle.cancel();
      const error = await handle.result().catch((e: unknown) => e);
      expect((error as WorkflowFailedError).cause).toBeInstanceOf(CancelledFailure);
      expect(names(calls).at(-1)).toBe('recordCancelled');
    });
  });
});

describe('an incomplete reading', () => {
  test('sends the claim to review with its reason, also when every field is sure', async () => {
    const scans = { ...readingOf(sha('a')), toRecognise: [2, 3, 4, 5, 6, 7] };
    await withClaim(
      temporal,
      {
        readDocument: async () => scans,
        recognisePages: async ({ pages }) => ({
          pages: pages
            .filter((p) => p !== 4)
            .map((page) => ({ page, source: 'ocr' as const, words: 50, ocrConfidence: 0.8 })),
          unread: pages.filter((p) => p === 4),
        }),
      },
      async (handle, calls) => {
        const state = await waitFor(handle, 'in_review');
        expect(state.reasons).toEqual(['page_unread']);
        expect(state.completeness).toMatchObject({ pages: 7, unreadPages: 1, complete: false });
        expect(names(calls).filter((name) => name === 'recognisePages')).toHaveLength(2);
        await handle.cancel();
      },
    );
  });

  test('reads attachments as documents of the same claim', async () => {
    await withClaim(
      temporal,
      {
        readDocument: async ({ document, depth }) => ({
          ...readingOf(document.sha256),
          attachments: depth < 2 ? [{ sha256: sha('cd'.charAt(depth)), name: '' }] : [],
        }),
      },
      async (handle) => {
        expect((await handle.result()).completeness).toMatchObject({
          documents: 3,
          pages: 3,
          complete: true,
        });
      },
    );
  });

  test('a rejected document is named as the reason; the rest of the packet is read', async () => {
    await withClaim(
      temporal,
      {
        readDocument: async ({ document }) =>
          document.sha256 === sha('b')
            ? { ...readingOf(document.sha256, 0), rejection: { code: 'encrypted', detail: 'protected' } }
            : readingOf(document.sha256),
      },
      async (handle) => {
        const state = await waitFor(handle, 'in_review');
        expect(state.reasons).toEqual(['document_rejected']);
        expect(state.completeness).toMatchObject({ documents: 2, rejectedDocuments: 1, pages: 1 });
        await handle.cancel();
      },
      { documents: [{ sha256: sha('a') }, { sha256: sha('b') }] },
    );
  });

  test('of which no page could be read waits for a person, who can still type the fields in', async () => {
    await withClaim(
      temporal,
      {
        readDocument: async ({ document }) => ({ ...readingOf(document.sha256, 0), toRecognise: [1] }),
        recognisePages: async ({ pages }) => ({ pages: [], unread: pages }),
        chunkPacket: async () => ({ chunks: [] }),
        ...inDoubt,
      },
      async (handle, calls) => {
        const state = await waitFor(handle, 'in_review');
        expect(state.reasons).toContain('page_unread');
        expect(state.scored).not.toBeNull();
        await handle.signal(approveSignal, { reviewer: 'ana' });
        expect((await handle.result()).status).toBe('completed');
        expect(calls.find((call) => call.name === 'recordClaim')?.input).toMatchObject({
          scored: state.scored,
        });
      },
    );
  });

  test('is rejected only when no document is readable', async () => {
    await withClaim(
      temporal,
      {
        readDocument: async ({ document }) => ({
          ...readingOf(document.sha256, 0),
          rejection: { code: 'empty', detail: 'the file is empty' },
        }),
      },
      async (handle, calls) => {
        expect((await handle.result()).status).toBe('rejected');
        expect(names(calls)).toEqual(['openClaim', 'readDocument', 'recordClaim', 'notifyIntake']);
      },
    );
  });
});

test('documents that come while the model is asked are read before the claim is recorded', async () => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await withClaim(
    temporal,
    {
      extractChunks: async ({ chunks }) => {
        await held;
        return chunks.map(answered);
      },
    },
    async (handle, calls) => {
      await waitFor(handle, 'extracting');
      await handle.executeUpdate(addDocumentsUpdate, { args: [{ documents: [{ sha256: sha('b') }] }] });
      release();
      expect((await handle.result()).completeness).toMatchObject({ documents: 2, chunks: 2, complete: true });
      expect(names(calls).filter((name) => name === 'recordClaim')).toHaveLength(1);
    },
  );
});

describe('a model that does not answer as it should', () => {
  test('is asked up to three times about a chunk; then the chunk counts as unread', async () => {
    const asks: number[] = [];
    await withClaim(
      temporal,
      {
        extractChunks: async ({ chunks, ask }) => {
          asks.push(ask);
          return chunks.map((chunk) => failed(chunk, ask === 2 ? 'AnswerInvalid' : 'AnswerTruncated'));
        },
      },
      async (handle) => {
        const state = await waitFor(handle, 'in_review');
        expect(asks).toEqual([1, 2, 3]);
        expect(state.reasons).toEqual(['chunk_unread']);
        expect(state.usage.requests).toBe(3);
        await handle.cancel();
      },
    );
  });

  test('that refuses a group for good leaves its chunks unread and the claim open', async () => {
    await withClaim(
      temporal,
      {
        extractChunks: async () => {
          throw ApplicationFailure.nonRetryable('bad request', 'EngineRefused');
        },
      },
      async (handle) => {
        expect((await waitFor(handle, 'in_review')).reasons).toEqual(['chunk_unread']);
        await handle.cancel();
      },
    );
  });
});

describe('a claim past its budget', () => {
  const packet = {
    chunkPacket: async () => ({
      chunks: Array.from({ length: 10 }, (_, i) => ({
        id: `chunk-${i}`,
        tokens: 400,
        pages: [{ document: sha('a'), page: i + 1 }],
      })),
    }),
  };
  const request = { policy: { auditShare: 0, budget: { chunks: 8 } } };

  test('waits for a person, and goes on when told to', async () => {
    await withClaim(
      temporal,
      packet,
      async (handle, calls) => {
        const state = await waitFor(handle, 'awaiting_budget');
        expect(state).toMatchObject({ chunks: 10, answered: 8 });
        expect(names(calls)).not.toContain('mergeAnswers');
        await handle.signal(approveSignal, { reviewer: 'ana' });
        expect(await handle.result()).toMatchObject({
          status: 'completed',
          completeness: { unreadChunks: 0 },
        });
      },
      request,
    );
  });

  test('stays open for documents after that word', async () => {
    await withClaim(
      temporal,
      { ...packet, ...inDoubt },
      async (handle) => {
        await waitFor(handle, 'awaiting_budget');
        await handle.signal(approveSignal, { reviewer: 'ana' });
        await waitFor(handle, 'in_review');
        const documents = [{ sha256: sha('b') }];
        expect(await handle.executeUpdate(addDocumentsUpdate, { args: [{ documents }] })).toEqual({
          added: 1,
        });
        await handle.cancel();
      },
      request,
    );
  });

  test('or goes to review with what was read, and says so', async () => {
    await withClaim(
      temporal,
      packet,
      async (handle) => {
        await waitFor(handle, 'awaiting_budget');
        await handle.signal(rejectSignal, { reviewer: 'ana' });
        expect((await waitFor(handle, 'in_review')).reasons).toEqual(['budget_exceeded']);
        await handle.cancel();
      },
      request,
    );
  });
});

describe('a request of the wrong form', () => {
  const start = (request: object, workflowId: string) =>
    temporal.withWorker(fakeActivities().activities, async (client) => {
      const handle = await client.workflow.start('claimWorkflow', {
        workflowId,
        taskQueue: 'claims',
        args: [request],
      });
      const error = await handle.result().catch((e: unknown) => e);
      return ((error as WorkflowFailedError).cause as ApplicationFailure).message;
    });

  test('is refused with a sentence', async () => {
    expect(await start({ claimId: 'x', documents: [] }, 'claim/default/x')).toBe(
      'the request is refused: documents: a claim needs at least one document',
    );
    expect(await start({ claimId: '../x', documents: [] }, 'claim/default/y')).toContain(
      'claimId: a claim id is',
    );
  });

  test('is refused under another workflow id, since a claim could then run twice', async () => {
    expect(await start({ claimId: 'x', documents: [{ sha256: sha('a') }] }, 'my-claim')).toContain(
      'claim/default/x',
    );
  });
});

test('every activity gets the model version that the claim was opened with', async () => {
  await withClaim(
    temporal,
    { scoreClaim: async () => SURE, extractChunks: async ({ chunks }) => chunks.map(answered) },
    async (handle, calls) => {
      await handle.result();
      const models = calls.flatMap((call) =>
        'model' in (call.input as object) ? [(call.input as { model: unknown }).model] : [],
      );
      expect(models.length).toBeGreaterThanOrEqual(4);
      for (const model of models) expect(model).toEqual(MODEL);
    },
  );
});

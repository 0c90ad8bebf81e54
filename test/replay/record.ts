/**
 * Records the histories that `replay.test.ts` replays, one for each course a claim can take:
 * `node test/replay/record.ts NAME…` (all without a name). A recorded history stays as it is for as
 * long as claims of that time may be running; a new course gets a new name.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import type { WorkflowHandle } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { type Claim, FIELD_KEYS } from '../../shared/claim-fields.ts';
import { auditWorkflowId } from '../../shared/contracts.ts';
import { auditStateQuery, type auditWorkflow, submitAuditUpdate } from '../../workflows/audit.ts';
import {
  addDocumentsUpdate,
  approveSignal,
  claimForReviewUpdate,
  claimStateQuery,
  rejectSignal,
  releaseReviewUpdate,
  submitReviewUpdate,
} from '../../workflows/claim-messages.ts';
import { decideDisagreementUpdate } from '../../workflows/disagreement.ts';
import { type ClaimHandle, sha, waitFor, withClaim } from '../support/claim-scenario.ts';
import { answered, type FakeActivities, failed, IN_DOUBT, readingOf } from '../support/fake-activities.ts';
import { startTimeSkipping } from '../support/time-skipping.ts';

const temporal = await startTimeSkipping();
const folder = new URL('histories/', import.meta.url);
mkdirSync(folder, { recursive: true });
const HOUR = 3_600_000;
const inDoubt: Partial<FakeActivities> = { scoreClaim: async () => IN_DOUBT };
const tenChunks: Partial<FakeActivities> = {
  chunkPacket: async () => ({
    chunks: Array.from({ length: 10 }, (_, i) => ({
      id: `chunk-${i}`,
      tokens: 400,
      pages: [{ document: sha('a'), page: 1 }],
    })),
  }),
};

type AuditHandle = WorkflowHandle<typeof auditWorkflow>;

/** The blind reading of the claim's audit, handed in. */
async function readBlind(handle: ClaimHandle): Promise<AuditHandle> {
  const { claimId } = await handle.result();
  const audit: AuditHandle = handle.client.getHandle(auditWorkflowId('default', claimId));
  const values = Object.fromEntries(FIELD_KEYS.map((key) => [key, null])) as Claim;
  await audit.executeUpdate(submitAuditUpdate, { args: [{ reviewer: 'eve', values }] });
  return audit;
}

/** A course may end with the handle of the audit: then its history is the one that is kept. */
const COURSES: Record<
  string,
  [Partial<FakeActivities>, (handle: ClaimHandle) => Promise<AuditHandle | unknown>, object?]
> = {
  'completed-without-review': [{}, (handle) => handle.result()],
  'completed-with-audit': [{}, (handle) => handle.result(), { policy: { auditShare: 1 } }],
  'reviewed-by-update': [
    inDoubt,
    async (handle) => {
      const { version } = await waitFor(handle, 'in_review');
      await handle.executeUpdate(claimForReviewUpdate, { args: [{ reviewer: 'ana' }] });
      await handle.executeUpdate(submitReviewUpdate, { args: [{ reviewer: 'ana', version }] });
      await handle.result();
    },
  ],
  'held-given-back-and-reviewed': [
    inDoubt,
    async (handle) => {
      const { version } = await waitFor(handle, 'in_review');
      await handle.executeUpdate(claimForReviewUpdate, { args: [{ reviewer: 'ana' }] });
      await handle.executeUpdate(releaseReviewUpdate, { args: [{ reviewer: 'ana' }] });
      await handle.executeUpdate(submitReviewUpdate, { args: [{ reviewer: 'ben', version }] });
      await handle.result();
    },
  ],
  'escalated-then-rejected-by-signal': [
    inDoubt,
    async (handle) => {
      await waitFor(handle, 'in_review');
      await temporal.skip(50 * HOUR);
      await handle.signal(rejectSignal, { reviewer: 'senior' });
      await handle.result();
    },
  ],
  'late-documents': [
    inDoubt,
    async (handle) => {
      await waitFor(handle, 'in_review');
      await handle.executeUpdate(addDocumentsUpdate, { args: [{ documents: [{ sha256: sha('b') }] }] });
      while ((await handle.query(claimStateQuery)).version < 2) await temporal.skip(10);
      await waitFor(handle, 'in_review');
      await handle.signal(approveSignal, { reviewer: 'ana' });
      await handle.result();
    },
  ],
  'scans-with-attachment-and-asked-again': [
    {
      readDocument: async ({ document, depth }) => ({
        ...readingOf(document.sha256),
        toRecognise: [2, 3, 4, 5, 6],
        attachments: depth === 0 ? [{ sha256: sha('c'), name: '' }] : [],
      }),
      extractChunks: async ({ chunks, ask }) =>
        chunks.map((chunk) => (ask === 1 ? failed(chunk, 'AnswerTruncated') : answered(chunk))),
    },
    (handle) => handle.result(),
  ],
  'past-its-budget': [
    tenChunks,
    async (handle) => {
      await waitFor(handle, 'awaiting_budget');
      await handle.signal(approveSignal, { reviewer: 'ana' });
      await handle.result();
    },
    { policy: { auditShare: 0, budget: { chunks: 8 } } },
  ],
  'reviewed-then-read-again': [
    inDoubt,
    async (handle) => {
      const { version } = await waitFor(handle, 'in_review');
      await handle.executeUpdate(submitReviewUpdate, { args: [{ reviewer: 'ana', version }] });
      await handle.result();
    },
    { policy: { auditShare: 0, secondReadingShare: 1 } },
  ],
  'audit-that-agrees': [{}, (handle) => readBlind(handle), { policy: { auditShare: 1 } }],
  'audit-that-differs': [
    { recordAudit: async () => ({ fieldsCompared: 23, fieldsAgreed: 22, differing: ['estimated_amount'] }) },
    async (handle) => {
      const audit = await readBlind(handle);
      while (!(await audit.query(auditStateQuery)).disagreement) await temporal.skip(10);
      await audit.executeUpdate(decideDisagreementUpdate, {
        args: [{ reviewer: 'tess', fields: { estimated_amount: { decision: 'second' } } }],
      });
      return audit;
    },
    { policy: { auditShare: 1 } },
  ],
  cancelled: [
    inDoubt,
    async (handle) => {
      await waitFor(handle, 'in_review');
      await handle.cancel();
      await handle.result().catch(() => {});
    },
  ],
  'still-in-review': [inDoubt, (handle) => waitFor(handle, 'in_review')],
};

const wanted = process.argv.slice(2);
for (const [name, [overrides, course, request]] of Object.entries(COURSES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  await withClaim(
    temporal,
    overrides,
    async (handle) => {
      const end = await course(handle);
      const audit = name.startsWith('audit-') ? (end as AuditHandle) : null;
      await audit?.result();
      const history = historyToJSON(await (audit ?? handle).fetchHistory());
      writeFileSync(new URL(`${name}.json`, folder), `${history}\n`);
    },
    { ...request, claimId: name },
  );
}
await temporal.stop();

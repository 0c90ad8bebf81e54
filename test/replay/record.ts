/**
 * Records the histories that `replay.test.ts` replays, one for each course a claim can take:
 * `node test/replay/record.ts NAME…` (all without a name). A recorded history stays as it is for as
 * long as claims of that time may be running; a new course gets a new name.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import {
  addDocumentsUpdate,
  approveSignal,
  claimForReviewUpdate,
  claimStateQuery,
  rejectSignal,
  releaseReviewUpdate,
  submitReviewUpdate,
} from '../../workflows/claim-messages.ts';
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

const COURSES: Record<string, [Partial<FakeActivities>, (handle: ClaimHandle) => Promise<unknown>, object?]> =
  {
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
      await course(handle);
      const history = historyToJSON(await handle.fetchHistory());
      writeFileSync(new URL(`${name}.json`, folder), `${history}\n`);
    },
    { ...request, claimId: name },
  );
}
await temporal.stop();

import { WorkflowUpdateFailedError } from '@temporalio/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Claim, FIELD_KEYS } from '../../shared/claim-fields.ts';
import { auditWorkflowId } from '../../shared/contracts.ts';
import { auditStateQuery, type auditWorkflow, submitAuditUpdate } from '../../workflows/audit.ts';
import { submitReviewUpdate } from '../../workflows/claim-messages.ts';
import { decideDisagreementUpdate } from '../../workflows/disagreement.ts';
import { type ClaimHandle, names, waitFor, withClaim } from '../support/claim-scenario.ts';
import { type FakeActivities, IN_DOUBT } from '../support/fake-activities.ts';
import { startTimeSkipping, type TimeSkipping } from '../support/time-skipping.ts';

let temporal: TimeSkipping;
beforeAll(async () => {
  temporal = await startTimeSkipping();
}, 120_000);
afterAll(() => temporal?.stop());

const HOUR = 3_600_000;
const values = Object.fromEntries(FIELD_KEYS.map((key) => [key, null])) as Claim;
const differing: Partial<FakeActivities> = {
  recordAudit: async () => ({
    fieldsCompared: 23,
    fieldsAgreed: 22,
    differing: ['estimated_amount'],
  }),
};

/** The audit that a claim which is sampled for certain leaves behind. */
async function auditOf(handle: ClaimHandle) {
  const { claimId } = (await handle.result()) as { claimId: string };
  return handle.client.getHandle<typeof auditWorkflow>(auditWorkflowId('default', claimId));
}

async function refusal(update: Promise<unknown>): Promise<string> {
  const error = await update.catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(WorkflowUpdateFailedError);
  return String((error as WorkflowUpdateFailedError).cause?.message);
}

describe('a blind reading', () => {
  const sampled = { policy: { auditShare: 1 } };

  test('that differs waits for a senior, who is reminded and must decide every field', async () => {
    await withClaim(
      temporal,
      differing,
      async (handle, calls) => {
        const audit = await auditOf(handle);
        const decide = (fields: object) =>
          audit.executeUpdate(decideDisagreementUpdate, {
            args: [{ reviewer: 'tess', fields: fields as Record<string, { decision: 'first' }> }],
          });
        const first = { decision: 'first' };
        expect(await refusal(decide({ estimated_amount: first }))).toMatch(/no disagreement/);
        await audit.executeUpdate(submitAuditUpdate, { args: [{ reviewer: 'eve', values }] });
        await temporal.skip(5 * HOUR);
        expect(await audit.query(auditStateQuery)).toEqual({ waiting: false, disagreement: true });
        expect(names(calls)).toContain('remindSeniors');
        expect(await refusal(decide({}))).toBe('estimated_amount: is not decided');
        expect(await refusal(decide({ estimated_amount: first, claimant_name: first }))).toMatch(
          /do not differ/,
        );
        await decide({ estimated_amount: first });
        expect(await audit.result()).toEqual({ fieldsCompared: 23, fieldsAgreed: 22 });
        expect(calls.filter(({ name }) => name === 'recordDisagreement')).toMatchObject([
          { input: { decision: { reviewer: 'tess' } } },
        ]);
      },
      sampled,
    );
  });
});

test.each([
  [1, true],
  [0, false],
])('of reviewed claims the share %d is read again', async (secondReadingShare, isRead) => {
  await withClaim(
    temporal,
    { scoreClaim: async () => IN_DOUBT },
    async (handle, calls) => {
      const { version } = await waitFor(handle, 'in_review');
      await handle.executeUpdate(submitReviewUpdate, { args: [{ reviewer: 'ana', version }] });
      await handle.result();
      await temporal.skip(10);
      expect(names(calls).includes('openAudit')).toBe(isRead);
    },
    { policy: { auditShare: 0, secondReadingShare } },
  );
});

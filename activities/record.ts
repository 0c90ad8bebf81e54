import type { Completeness, ModelVersion, ReviewReason, ScoredClaim, Usage } from '../shared/answers.ts';
import type { Claim } from '../shared/claim-fields.ts';
import type { Decision, RecordedField } from '../shared/contracts.ts';
import { type ClaimKey, findClaim, settleClaim } from '../shared/database/claims.ts';
import type { Database, Queryable } from '../shared/database/database.ts';
import { insertDocuments, insertFields, insertRecord } from '../shared/database/records.ts';
import { closeTasks } from '../shared/database/reviews.ts';
import { insertReview, insertTrainingExample, type ReviewEntry } from '../shared/database/verified.ts';
import type { DocumentReading, DocumentRef } from '../shared/documents.ts';
import { accountOf } from '../shared/domain/account.ts';
import { type EnginePrice, type TokenPrices, usageCostUsd } from '../shared/domain/cost.ts';
import { decideFields } from '../shared/domain/decide.ts';
import { failure } from '../shared/failures.ts';
import type { ObjectKey } from '../shared/object-keys.ts';
import { getJson, type ObjectStore } from '../shared/objects/object-store.ts';

export interface RecordDeps {
  database: Database;
  objects: ObjectStore;
  engine: EnginePrice;
  /** Of a hosted model's tokens; default: no model version has any. */
  pricesOf?: (model: string) => TokenPrices | undefined;
}

export interface RecordInput extends ClaimKey {
  status: 'completed' | 'rejected';
  /** `null` when no document was readable. */
  scored: ObjectKey | null;
  model: ModelVersion | null;
  version: number;
  reasons: ReviewReason[];
  completeness: Completeness;
  usage: Usage;
  documents: DocumentRef[];
  readings: DocumentReading[];
  decision: Decision | null;
  /** What people said when the claim was past its budget. */
  budgetDecisions: Decision[];
  timings: Record<string, number>;
}

export const recordActivities = ({ database, objects, engine, pricesOf = () => undefined }: RecordDeps) => ({
  /**
   * Writes the result of a claim in one transaction: fields with evidence, who decided each, the
   * review, what it took, and the example for training where a person verified it. Idempotent: what
   * settled the claim first stands, a record or its cancellation.
   */
  async recordClaim(input: RecordInput): Promise<{ recorded: boolean }> {
    const { tenant, claimId } = input;
    const scored = input.scored ? await getJson<ScoredClaim>(objects, input.scored) : null;
    const fields = scored ? decideFields(scored, approvalOf(input.decision)) : null;
    return database.transaction(async (within) => {
      // First, because it locks the claim's row: of several calls at once one goes on.
      if (!(await settleClaim(within, { tenant, claimId, status: input.status }))) {
        await mustBeThere(within, input);
        return { recorded: false };
      }
      await insertRecord(within, {
        ...input,
        model: input.model?.name ?? null,
        promptVersion: input.model?.promptVersion ?? null,
        calibration: scored?.calibration ?? null,
        costUsd: usageCostUsd(input.usage, {
          engine,
          prices: input.model ? pricesOf(input.model.name) : undefined,
        }),
      });
      await insertDocuments(within, input, accountOf(input.documents, input.readings));
      if (fields) await insertFields(within, input, fields);
      for (const decision of input.budgetDecisions)
        await insertReview(within, reviewEntry(input, decision, null));
      if (input.decision) await insertReview(within, reviewEntry(input, input.decision, fields));
      if (fields) await keepVerified(within, input, fields);
      await closeTasks(within, { tenant, claimId });
      return { recorded: true };
    });
  },

  async recordCancelled(claim: ClaimKey): Promise<void> {
    await database.transaction(async (within) => {
      await settleClaim(within, { ...claim, status: 'cancelled' });
      await closeTasks(within, claim);
    });
  },
});

/** A claim whose row was lost (a database restored from before it) waits for the row; it never ends without a record. */
async function mustBeThere(within: Queryable, claim: ClaimKey): Promise<void> {
  if (!(await findClaim(within, claim)))
    throw failure('DatabaseUnavailable', 'the row of the claim is not in the database');
}

const approvalOf = (decision: Decision | null) =>
  decision?.decision !== 'approve'
    ? null
    : decision.by === 'update'
      ? { reviewer: decision.submission.reviewer, fields: decision.submission.fields }
      : { reviewer: decision.signal.reviewer, fields: {} };

/** `fields` are those that the decision was about; `null` when it was about the budget or nothing was read. */
function reviewEntry(
  input: RecordInput,
  decision: Decision,
  fields: Record<string, RecordedField> | null,
): ReviewEntry {
  const changes = Object.entries(fields ?? {}).flatMap(([key, { value, before }]) =>
    before === undefined ? [] : [[key, { before, after: value }]],
  );
  const given = decision.by === 'update' ? decision.submission : { ...decision.signal, note: '' };
  return {
    tenant: input.tenant,
    claimId: input.claimId,
    version: input.version,
    subject: decision === input.decision ? 'claim' : 'budget',
    reviewer: given.reviewer,
    givenBy: decision.by,
    decision: decision.decision,
    reasonCode: given.reasonCode,
    note: given.note,
    changes: Object.fromEntries(changes),
  };
}

/** Only a review that saw the fields verifies them; an approval from the Temporal UI shows no values. */
async function keepVerified(
  within: Queryable,
  input: RecordInput,
  fields: Record<string, RecordedField>,
): Promise<void> {
  const { decision } = input;
  if (decision?.by !== 'update' || decision.decision !== 'approve') return;
  await insertTrainingExample(within, {
    tenant: input.tenant,
    claimId: input.claimId,
    source: 'review',
    labels: Object.fromEntries(
      Object.entries(fields).map(([key, field]) => [key, field.value]),
    ) as unknown as Claim,
    documents: input.readings.filter((reading) => !reading.rejection).map((reading) => reading.document),
    model: input.model?.name ?? null,
    verifiedBy: decision.submission.reviewer,
  });
}

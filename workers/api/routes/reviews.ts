/** The reviewers' work. Who reviews is who is signed in. */
import { WorkflowNotFoundError } from '@temporalio/client';
import type { ScoredClaim } from '../../../shared/answers.ts';
import { isFieldKey } from '../../../shared/claim-fields.ts';
import { claimState } from '../../../shared/claim-view.ts';
import { type ClaimState, claimWorkflowId, MESSAGES } from '../../../shared/contracts.ts';
import { listReviews as listReviewRows } from '../../../shared/database/lists.ts';
import { getJson } from '../../../shared/objects/object-store.ts';
import type { Person } from '../../sign-in/people.ts';
import type { ApiDeps, Route } from '../call.ts';
import type { reviewContracts } from '../contracts/reviews.ts';
import { Problem } from '../problems.ts';
import { existing } from './intake.ts';
import { nextOf, time } from './page.ts';

type Contracts = typeof reviewContracts;

export const listReviews: Route<Contracts['listReviews']> = async ({ query, person, audit, deps }) => {
  const rows = await listReviewRows(deps.database, {
    ...query,
    tenant: person.tenant,
    after: placeOf(query.after),
  });
  await audit(null, { claims: rows.length });
  const reviews = rows.map((row) => ({
    id: row.claim_id,
    version: row.version,
    queue: row.queue,
    priority: row.priority,
    reasons: row.reasons,
    fields: row.fields,
    openedAt: time(row.opened_at),
    dueAt: time(row.due_at),
    reminders: row.reminders,
    heldBy: row.held_by,
    heldAt: time(row.held_at),
  }));
  return {
    status: 200,
    body: { reviews, next: nextOf(rows, query.limit, (row) => `${row.claim_id}:${row.version}`) },
  };
};

function placeOf(after: string | undefined): { claimId: string; version: number } | undefined {
  if (after === undefined) return undefined;
  const [, claimId, version] = /^([^:]+):(\d{1,9})$/.exec(after) ?? [];
  if (claimId === undefined)
    throw new Problem('invalid_input', {
      errors: [{ pointer: 'query/after', detail: 'is no page of this list' }],
    });
  return { claimId, version: Number(version) };
}

/** The state of the claim's workflow. Throws `claim_not_found` and, when the workflow is gone, `review_not_open`. */
async function stateOf(deps: ApiDeps, tenant: string, claimId: string): Promise<ClaimState> {
  await existing(deps, { tenant, claimId });
  const state = await claimState(deps.client, tenant, claimId);
  if (!state) throw new Problem('review_not_open');
  return state;
}

const shown = (state: ClaimState) => ({
  id: state.claimId,
  status: state.status,
  version: state.version,
  queue: state.review?.queue ?? null,
  holder: state.review?.holder ?? null,
  openedAt: state.review?.openedAt ?? null,
  escalateAt: state.review?.escalateAt ?? null,
  reasons: state.reasons,
  doubts: state.doubts,
});

export const showReview: Route<Contracts['showReview']> = async ({ params, person, audit, deps }) => {
  await audit(params.id);
  const state = await stateOf(deps, person.tenant, params.id);
  const fields = state.scored ? (await getJson<ScoredClaim>(deps.objects, state.scored)).fields : {};
  return { status: 200, body: { state: shown(state), fields } };
};

/** An escalated review is for seniors alone. */
function mustBeFor(person: Person, state: ClaimState): void {
  if (state.review?.queue === 'senior_reviewers' && !person.roles.includes('senior_reviewer'))
    throw new Problem('senior_only');
}

async function update<T>(
  deps: ApiDeps,
  person: Person,
  claimId: string,
  message: string,
  argument: object,
): Promise<T> {
  mustBeFor(person, await stateOf(deps, person.tenant, claimId));
  try {
    return await deps.client.workflow
      .getHandle(claimWorkflowId(person.tenant, claimId))
      .executeUpdate<T, [object]>(message, { args: [argument] });
  } catch (error) {
    throw error instanceof WorkflowNotFoundError ? new Problem('review_not_open') : error;
  }
}

export const holdReview: Route<Contracts['holdReview']> = async ({ params, person, audit, deps }) => {
  await audit(params.id);
  const reviewer = person.subject;
  const state = await update<ClaimState>(deps, person, params.id, MESSAGES.claimForReview, { reviewer });
  return { status: 200, body: shown(state) };
};

export const releaseReview: Route<Contracts['releaseReview']> = async ({ params, person, audit, deps }) => {
  await audit(params.id);
  const reviewer = person.subject;
  const state = await update<ClaimState>(deps, person, params.id, MESSAGES.releaseReview, { reviewer });
  return { status: 200, body: shown(state) };
};

export const submitReview: Route<Contracts['submitReview']> = async ({
  params,
  body,
  person,
  audit,
  deps,
}) => {
  const { version, decision, reasonCode, fields } = body;
  const decided = (as: 'confirm' | 'correct'): string[] =>
    Object.keys(fields).filter((key) => isFieldKey(key) && fields[key]?.decision === as);
  await audit(params.id, {
    version,
    decision,
    reasonCode,
    confirmed: decided('confirm'),
    corrected: decided('correct'),
  });
  const submission = { ...body, reviewer: person.subject };
  const accepted = await update<object>(deps, person, params.id, MESSAGES.submitReview, submission);
  return { status: 200, body: accepted };
};

export const decideBudget: Route<Contracts['decideBudget']> = async ({
  params,
  body,
  person,
  audit,
  deps,
}) => {
  const { decision } = body;
  await audit(params.id, { decision });
  const state = await stateOf(deps, person.tenant, params.id);
  if (state.status !== 'awaiting_budget') throw new Problem('budget_not_asked');
  mustBeFor(person, state);
  await deps.client.workflow
    .getHandle(claimWorkflowId(person.tenant, params.id))
    .signal(decision === 'approve' ? MESSAGES.approve : MESSAGES.reject, {
      reviewer: person.subject,
      reasonCode: 'decided_about_budget',
    });
  return { status: 202, body: { accepted: true } };
};

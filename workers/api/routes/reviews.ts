/** The reviewers' work. Who reviews is who is signed in. */
import { randomUUID } from 'node:crypto';
import type { ScoredClaim } from '../../../shared/answers.ts';
import { isFieldKey } from '../../../shared/claim-fields.ts';
import { claimState } from '../../../shared/claim-view.ts';
import { type ClaimState, claimWorkflowId, MESSAGES } from '../../../shared/contracts.ts';
import { listReviews as listReviewRows } from '../../../shared/database/lists.ts';
import { beginWork, endWork } from '../../../shared/database/review-work.ts';
import { expectedErrors } from '../../../shared/domain/score.ts';
import { getJson } from '../../../shared/objects/object-store.ts';
import type { Person } from '../../sign-in/people.ts';
import type { ApiDeps, Route } from '../call.ts';
import type { reviewContracts } from '../contracts/reviews.ts';
import { whereEnded } from '../problem-of.ts';
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
    expectedErrors: row.expected_errors,
    submittedAt: time(row.submitted_at),
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

/** What the page shows while it may still draw more of the packet. */
const PAGE_WIDTH = 1_000;

export const showReview: Route<Contracts['showReview']> = async ({ params, person, audit, deps }) => {
  const { tenant } = person;
  await audit(params.id);
  const row = await existing(deps, { tenant, claimId: params.id });
  const state = await claimState(deps.client, tenant, params.id);
  if (!state) throw new Problem('review_not_open');
  deps.pageImages.ahead(tenant, state.account, PAGE_WIDTH);
  const scored = state.scored ? await getJson<ScoredClaim>(deps.objects, state.scored) : null;
  return {
    status: 200,
    body: {
      state: shown(state),
      priority: row.priority,
      submittedAt: time(row.submitted_at),
      model: scored && {
        name: scored.model,
        promptVersion: scored.promptVersion,
        calibration: scored.calibration,
      },
      documents: state.account,
      fields: scored?.fields ?? {},
      violations: scored?.violations ?? [],
      expectedErrors: scored ? expectedErrors(scored) : 0,
    },
  };
};

export const openReview: Route<Contracts['openReview']> = async ({ params, body, person, audit, deps }) => {
  const { tenant, subject: reviewer } = person;
  const { version } = body;
  await audit(params.id, { version });
  const state = await stateOf(deps, tenant, params.id);
  if (state.status !== 'in_review') throw new Problem('review_not_open');
  if (state.version !== version) throw new Problem('review_stale');
  const session = randomUUID();
  const openedAt = await beginWork(deps.database, { session, tenant, claimId: params.id, version, reviewer });
  return { status: 201, body: { session, openedAt: time(openedAt) } };
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
  return deps.client.workflow
    .getHandle(claimWorkflowId(person.tenant, claimId))
    .executeUpdate<T, [object]>(message, { args: [argument] })
    .catch(whereEnded('review_not_open'));
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
  const claim = { tenant: person.tenant, claimId: params.id };
  const decided = (as: 'confirm' | 'correct'): string[] =>
    Object.keys(fields).filter((key) => isFieldKey(key) && fields[key]?.decision === as);
  await audit(params.id, {
    version,
    decision,
    reasonCode,
    confirmed: decided('confirm'),
    corrected: decided('correct'),
  });
  const { work, ...decisions } = body;
  const submission = { ...decisions, reviewer: person.subject };
  const accepted = await update<object>(deps, person, params.id, MESSAGES.submitReview, submission);
  if (work) await noteWork(deps, { ...work, ...claim, version, reviewer: person.subject });
  return { status: 200, body: accepted };
};

/** The review stands: that its time is not noted must not look as if it did not. */
async function noteWork(deps: ApiDeps, work: Parameters<typeof endWork>[1]): Promise<void> {
  await endWork(deps.database, work).catch(() =>
    deps.log.warn({ claimId: work.claimId }, 'what a review took could not be noted'),
  );
}

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

/** Statements about what the gate found, what people said to it, and what the loop warns of. */
import type { GateFinding } from '../promotion/gate.ts';
import { jsonb, type Queryable } from './database.ts';

export interface PromotionDecision {
  decision: string;
  candidate: string;
  against: string;
  dataSet: string;
  candidateEvaluation: string;
  againstEvaluation: string;
  gate: GateFinding[];
  passed: boolean;
  outcome: 'approved' | 'rejected' | 'expired' | null;
  judgedAt: Date;
}

const DECISION = `decision, candidate, against, data_set as "dataSet", candidate_evaluation as "candidateEvaluation",
  against_evaluation as "againstEvaluation", gate, passed, outcome, judged_at as "judgedAt"`;

export async function insertDecision(
  db: Queryable,
  decision: Omit<PromotionDecision, 'outcome' | 'judgedAt'>,
): Promise<void> {
  await db.query(
    `insert into promotion_decisions (decision, candidate, against, data_set, candidate_evaluation, against_evaluation, gate, passed)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [
      decision.decision,
      decision.candidate,
      decision.against,
      decision.dataSet,
      decision.candidateEvaluation,
      decision.againstEvaluation,
      jsonb(decision.gate),
      decision.passed,
    ],
  );
}

export async function setOutcome(
  db: Queryable,
  { decision, outcome }: { decision: string; outcome: 'approved' | 'rejected' | 'expired' },
): Promise<void> {
  await db.query(
    'update promotion_decisions set outcome = $2, outcome_at = now() where decision = $1 and outcome is null',
    [decision, outcome],
  );
}

export async function insertApproval(
  db: Queryable,
  approval: {
    decision: string;
    person: string;
    word: 'approve' | 'reject';
    givenBy: 'update' | 'signal';
    note: string;
  },
): Promise<void> {
  await db.query(
    `insert into promotion_approvals (decision, person, word, given_by, note) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [approval.decision, approval.person, approval.word, approval.givenBy, approval.note],
  );
}

/** Decisions about a version, the newest first. */
export const listDecisions = (
  db: Queryable,
  candidate: string,
): Promise<(PromotionDecision & { approvals: { person: string; word: string; given_by: string }[] })[]> =>
  db.query(
    `select ${DECISION}, (
       select coalesce(jsonb_agg(jsonb_build_object('person', person, 'word', word, 'given_by', given_by) order by given_at), '[]')
       from promotion_approvals as given where given.decision = promotion_decisions.decision
     ) as approvals
     from promotion_decisions where candidate = $1 order by judged_at desc`,
    [candidate],
  );

/** Raises the alert unless it is open. Returns whether it is new. */
export async function raiseAlert(
  db: Queryable,
  { alert, model, detail }: { alert: string; model: string; detail: Record<string, unknown> },
): Promise<boolean> {
  const rows = await db.query(
    `insert into model_alerts (alert, model, detail) values ($1, $2, $3)
     on conflict (alert, model) where cleared_at is null do nothing returning alert`,
    [alert, model, jsonb(detail)],
  );
  return rows.length > 0;
}

export async function clearAlert(
  db: Queryable,
  { alert, model }: { alert: string; model: string },
): Promise<void> {
  await db.query(
    'update model_alerts set cleared_at = now() where alert = $1 and model = $2 and cleared_at is null',
    [alert, model],
  );
}

export const listAlerts = (
  db: Queryable,
): Promise<{ alert: string; model: string; detail: Record<string, unknown>; raised_at: Date }[]> =>
  db.query(
    'select alert, model, detail, raised_at from model_alerts where cleared_at is null order by raised_at',
  );

/** The one table of what the API refuses with (RFC 9457): code, status, sentence, and the failures of the system that mean it. */
import type { FailureType } from '../../shared/failures.ts';

interface ProblemSpec {
  status: number;
  title: string;
  failures?: readonly FailureType[];
}

export const PROBLEMS = {
  malformed_request: { status: 400, title: 'The request cannot be read' },
  not_signed_in: { status: 401, title: 'Sign in first: the request carries no token that is accepted' },
  sign_in_expired: { status: 401, title: 'The sign-in has expired: sign in again' },
  role_missing: { status: 403, title: 'None of your roles may do this' },
  senior_only: { status: 403, title: 'The review was escalated: it is a senior reviewer’s now' },
  foreign_page: { status: 403, title: 'A page of another site may not send this' },
  not_found: { status: 404, title: 'There is nothing at this address' },
  claim_not_found: { status: 404, title: 'There is no such claim' },
  document_not_found: { status: 404, title: 'The claim has no such document' },
  page_without_image: { status: 404, title: 'The page has no image: show its text' },
  model_not_found: { status: 404, title: 'There is no such model version' },
  round_not_found: { status: 404, title: 'There is no such round of training' },
  disagreement_not_found: { status: 404, title: 'There is no such disagreement' },
  audit_not_found: { status: 404, title: 'There is no such audit' },
  method_not_allowed: { status: 405, title: 'This address does not take that method' },
  claim_id_conflict: {
    status: 409,
    title: 'The claim id was used for other documents',
    failures: ['ClaimIdConflict'],
  },
  review_stale: {
    status: 409,
    title: 'The claim changed since the version that you saw: look again and decide again',
    failures: ['ReviewStale'],
  },
  review_held: { status: 409, title: 'Another reviewer holds the claim', failures: ['ReviewHeld'] },
  review_not_open: {
    status: 409,
    title: 'The claim is not waiting for a review',
    failures: ['ReviewNotOpen'],
  },
  budget_not_asked: { status: 409, title: 'The claim is not waiting for a word about its budget' },
  claim_closed: {
    status: 409,
    title: 'The claim takes no more documents and no cancelling',
    failures: ['ClaimClosed'],
  },
  disagreement_closed: { status: 409, title: 'The disagreement is decided already' },
  disagreement_own: {
    status: 409,
    title: 'One of the two readings is yours: another senior reviewer must decide',
  },
  audit_closed: { status: 409, title: 'The audit is decided already' },
  audit_not_blind: {
    status: 409,
    title: 'You have seen the values of this claim: somebody else must read it blind',
  },
  too_large: { status: 413, title: 'The request is larger than allowed' },
  media_type_unsupported: { status: 415, title: 'The body has a type that this address does not take' },
  invalid_input: {
    status: 422,
    title: 'The request does not have the form it must have',
    failures: ['InvalidInput'],
  },
  document_missing: {
    status: 422,
    title: 'A document that the request names was not uploaded',
    failures: ['ObjectMissing'],
  },
  too_many_requests: { status: 429, title: 'Too many requests: wait before the next' },
  internal: { status: 500, title: 'The server failed; what it did is in its log under the request id' },
  busy: { status: 503, title: 'Too much is being uploaded now: try again in a moment' },
  stopping: { status: 503, title: 'The server is stopping: send the request again, another one answers' },
  issuer_unavailable: { status: 503, title: 'The issuer of the sign-ins does not answer' },
  temporal_unavailable: {
    status: 503,
    title: 'The workflow server does not answer; whether the request was carried out is unknown',
  },
  database_unavailable: {
    status: 503,
    title: 'The database does not answer',
    failures: ['DatabaseUnavailable'],
  },
  store_unavailable: {
    status: 503,
    title: 'The object store does not answer',
    failures: ['StoreUnavailable'],
  },
} as const satisfies Record<string, ProblemSpec>;

export type ProblemCode = keyof typeof PROBLEMS;

export const PROBLEM_CODES = Object.keys(PROBLEMS) as ProblemCode[];

const byFailure = new Map<string, ProblemCode>(
  PROBLEM_CODES.flatMap((code) => {
    const spec: ProblemSpec = PROBLEMS[code];
    return (spec.failures ?? []).map((type): [string, ProblemCode] => [type, code]);
  }),
);

/** The problem that a failure of the system means to a caller, if it means one. */
export const problemOfFailure = (type: string): ProblemCode | null => byFailure.get(type) ?? null;

interface ProblemOptions {
  /** One sentence about this case, without values of a claim. */
  detail?: string;
  /** What is wrong where in the request, as JSON pointers. */
  errors?: { pointer: string; detail: string }[];
  headers?: Record<string, string>;
}

/** Thrown to refuse a request; the caller gets it as `application/problem+json`. */
export class Problem extends Error {
  override name = 'Problem';
  readonly code: ProblemCode;
  readonly options: ProblemOptions;

  constructor(code: ProblemCode, options: ProblemOptions = {}) {
    super(options.detail ?? PROBLEMS[code].title);
    this.code = code;
    this.options = options;
  }

  get status(): number {
    return PROBLEMS[this.code].status;
  }

  toJSON(requestId: string): object {
    const { detail, errors } = this.options;
    const { status, title } = PROBLEMS[this.code];
    return {
      type: `/problems/${this.code}`,
      title,
      status,
      code: this.code,
      requestId,
      ...(detail === undefined ? {} : { detail }),
      ...(errors === undefined ? {} : { errors }),
    };
  }
}

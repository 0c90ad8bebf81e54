/**
 * The one table of failure types. Activities translate foreign errors into one of these at their
 * edge; workflows look at `cause.type`. A message never holds document text, values or file names.
 */
import { ApplicationFailure } from '@temporalio/common';

export const FAILURES = {
  // Input that no repetition mends.
  InvalidInput: { retryable: false, meaning: 'the request does not have the form it must have' },
  ClaimIdConflict: { retryable: false, meaning: 'the claim id was used for other documents' },
  DocumentUnreadable: {
    retryable: false,
    meaning: 'the document cannot be read; it is rejected, the packet goes on',
  },
  // What people and intake may not say to a claim now.
  ReviewNotOpen: { retryable: false, meaning: 'the claim is not waiting for a review' },
  ReviewHeld: { retryable: false, meaning: 'another reviewer holds the claim' },
  ReviewStale: { retryable: false, meaning: 'the claim changed since the version that the reviewer saw' },
  ClaimClosed: { retryable: false, meaning: 'the claim takes no more documents' },
  ObjectMissing: { retryable: false, meaning: 'a referenced object is not in the object store' },
  // The model server.
  EngineUnavailable: { retryable: true, meaning: 'the model server does not answer; the claim waits' },
  EngineRefused: { retryable: false, meaning: 'the model server refused the request as malformed' },
  AnswerTruncated: { retryable: false, meaning: 'the answer reached the token limit before it ended' },
  AnswerInvalid: { retryable: false, meaning: 'the answer does not have the form of the schema' },
  ModelMissing: { retryable: true, meaning: 'the model version is not loaded on this server' },
  // Infrastructure.
  StoreUnavailable: { retryable: true, meaning: 'the object store does not answer' },
  DatabaseUnavailable: { retryable: true, meaning: 'the database does not answer' },
  ReaderCrashed: { retryable: true, meaning: 'the reading process ended without a word' },
  KeyMissing: { retryable: false, meaning: 'a payload is sealed with a key that this process does not hold' },
  // Models.
  NothingToLearn: { retryable: false, meaning: 'there are too few complete, verified claims for a data set' },
  DataSetDamaged: { retryable: false, meaning: 'a frozen data set is not what its checksum says' },
  TrainingRefused: { retryable: false, meaning: 'the trainer refused its settings or its data' },
  TrainerCrashed: {
    retryable: true,
    meaning: 'the trainer ended without a word; training goes on from its last checkpoint',
  },
  AdapterRefused: {
    retryable: false,
    meaning: 'a replica cannot serve the version, or not as another than its base',
  },
  ReplicasMissing: { retryable: true, meaning: 'no replica lives that could serve the version' },
  RolloutTaken: { retryable: false, meaning: 'another version is on its way into production' },
  PromotionClosed: { retryable: false, meaning: 'the promotion is not waiting for a word, or has it' },
  NothingToRollBack: { retryable: false, meaning: 'there is no version to go back to' },
  // Delivery to intake.
  DeliveryFailed: { retryable: true, meaning: 'intake did not accept the result yet' },
  DeliveryRefused: { retryable: false, meaning: 'intake refused the result for good' },
} as const satisfies Record<string, { retryable: boolean; meaning: string }>;

export type FailureType = keyof typeof FAILURES;

/** The failure of this type, retryable or permanent as the table says. `detail` is one clause without personal data. */
export function failure(
  type: FailureType,
  detail: string,
  options: { cause?: unknown; retryAfterMs?: number; details?: unknown[] } = {},
): ApplicationFailure {
  return ApplicationFailure.create({
    type,
    message: detail,
    nonRetryable: !FAILURES[type].retryable,
    ...(options.details ? { details: options.details } : {}),
    ...(options.cause instanceof Error ? { cause: options.cause } : {}),
    ...(options.retryAfterMs === undefined ? {} : { nextRetryDelay: options.retryAfterMs }),
  });
}

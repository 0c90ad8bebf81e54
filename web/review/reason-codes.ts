/** Why a claim is approved or rejected: codes of the record, with the words of the page. */
export const APPROVAL_REASONS = {
  reviewed: 'Supported by documents',
  claimant_confirmed: 'Confirmed with the claimant',
  adjuster_confirmed: 'Confirmed with the adjuster',
  other: 'Another, see the note',
} as const;

export const REJECTION_REASONS = {
  not_a_claim: 'This is not a claim',
  duplicate: 'The loss was handed in before',
  unreadable: 'The documents cannot be read',
  documents_missing: 'Documents that are needed are missing',
  wrong_insurer: 'The policy is not ours',
  suspected_fraud: 'Suspected fraud',
  other: 'Another reason, see the note',
} as const;

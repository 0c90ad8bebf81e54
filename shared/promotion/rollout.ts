/** How a version takes over: which claims it reads, and when what it does there stops it. Pure. */
import type { RolloutPolicy } from '../model-contracts.ts';

/** What is known of the claims that a version has read since it got them. */
export interface LiveSignals {
  claims: number;
  /** Fields that people looked at, and those that they corrected. */
  reviewedFields: number;
  correctedFields: number;
  chunks: number;
  failedChunks: number;
  /** Fields in doubt, of all. */
  fields: number;
  doubtfulFields: number;
  meanConfidence: number | null;
  /** Of the model server's time for one chunk, milliseconds; `null` without any. */
  engineMsPerChunk: number | null;
}

export const SIGNALS = ['corrections', 'failures', 'doubts', 'confidence', 'latency'] as const;
export type Signal = (typeof SIGNALS)[number];

export interface Worsening {
  signal: Signal;
  candidate: number;
  other: number;
}

/** 95 % of the normal distribution lie under this, on one side. */
const Z95_ONE_SIDED = 1.644854;

/**
 * What is worse about the candidate's claims than about the other version's, by more than the limits and
 * beyond chance. Empty under too few claims.
 */
export function worsenings(
  candidate: LiveSignals,
  other: LiveSignals,
  limits: RolloutPolicy['limits'],
): Worsening[] {
  const found: Worsening[] = [];
  const compare = (signal: Signal, own: [number, number], theirs: [number, number], margin: number): void => {
    const difference = excess(own, theirs);
    if (difference && difference.by > margin && difference.z > Z95_ONE_SIDED)
      found.push({ signal, candidate: own[0] / own[1], other: theirs[0] / theirs[1] });
  };
  if (candidate.claims < limits.claimsAtLeast) return found;
  compare(
    'failures',
    [candidate.failedChunks, candidate.chunks],
    [other.failedChunks, other.chunks],
    limits.failures,
  );
  if (other.claims < limits.claimsAtLeast) return found;
  compare(
    'corrections',
    [candidate.correctedFields, candidate.reviewedFields],
    [other.correctedFields, other.reviewedFields],
    limits.corrections,
  );
  compare(
    'doubts',
    [candidate.doubtfulFields, candidate.fields],
    [other.doubtfulFields, other.fields],
    limits.doubts,
  );
  const [own, theirs] = [candidate.meanConfidence, other.meanConfidence];
  if (own !== null && theirs !== null && theirs - own > limits.confidence)
    found.push({ signal: 'confidence', candidate: own, other: theirs });
  const [ownMs, theirMs] = [candidate.engineMsPerChunk, other.engineMsPerChunk];
  if (ownMs !== null && theirMs !== null && ownMs > theirMs * limits.latencyFactor)
    found.push({ signal: 'latency', candidate: ownMs, other: theirMs });
  return found;
}

/** How much larger the first share is, and in standard errors of the difference; `null` where one has no cases. */
function excess([a, n]: [number, number], [b, m]: [number, number]): { by: number; z: number } | null {
  if (n === 0) return null;
  // Without cases of the other version every failure is too many.
  const [second, size] = m === 0 ? [0, n] : [b / m, m];
  const by = a / n - second;
  const pooled = (a + second * size) / (n + size);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / size));
  return { by, z: error === 0 ? 0 : by / error };
}

/** Whether a step of the rollout has seen enough, is over for want of claims, or goes on. */
export function stepEnded(
  { claims, sinceMs }: { claims: number; sinceMs: number },
  { claimsNeeded, atMostMs }: { claimsNeeded: number; atMostMs: number },
): boolean {
  return claims >= claimsNeeded || (atMostMs > 0 && sinceMs >= atMostMs);
}

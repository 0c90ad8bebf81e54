/** What a period cost and saved, from what was recorded and what people and machines cost. Pure. */
import type { Month, RecordedFigures } from './database/business.ts';

export interface Rates {
  /** A reviewer's hour, US dollars. */
  usdPerHour: number;
  /** What a claim took a reviewer without this system. */
  minutesBefore: number;
  /** What a review takes where no hold says it. */
  minutesAssumed: number;
  infrastructureUsdPerMonth: number;
}

export interface BusinessFigures extends RecordedFigures {
  autoAcceptedShare: number | null;
  /** Of a reviewed claim; measured where reviewers held their reviews, else assumed. */
  minutesPerReview: number;
  minutesMeasured: boolean;
  labourUsd: number;
  infrastructureUsd: number;
  /** What the same claims would have cost without it, less labour and infrastructure. */
  savedUsd: number;
  /** Of fields that were read blind afterwards; `null`: none was. */
  accuracy: number | null;
}

const MINUTE_MS = 60_000;

export function businessFigures(recorded: RecordedFigures, months: number, rates: Rates): BusinessFigures {
  const { claims, autoAccepted, reviewed, reviewMs, timedReviews, auditedFields, agreedFields } = recorded;
  const minutesMeasured = timedReviews > 0;
  const minutesPerReview = minutesMeasured ? reviewMs / timedReviews / MINUTE_MS : rates.minutesAssumed;
  const labourUsd = ((reviewed * minutesPerReview) / 60) * rates.usdPerHour;
  const infrastructureUsd = months * rates.infrastructureUsdPerMonth;
  const before = ((claims * rates.minutesBefore) / 60) * rates.usdPerHour;
  return {
    ...recorded,
    autoAcceptedShare: claims === 0 ? null : autoAccepted / claims,
    minutesPerReview,
    minutesMeasured,
    labourUsd,
    infrastructureUsd,
    savedUsd: before - labourUsd - infrastructureUsd,
    accuracy: auditedFields === 0 ? null : agreedFields / auditedFields,
  };
}

export function totalOf(months: readonly Month[]): RecordedFigures {
  const sum = (key: keyof RecordedFigures): number => months.reduce((total, month) => total + month[key], 0);
  return {
    claims: sum('claims'),
    autoAccepted: sum('autoAccepted'),
    reviewed: sum('reviewed'),
    reviewMs: sum('reviewMs'),
    timedReviews: sum('timedReviews'),
    modelCostUsd: sum('modelCostUsd'),
    auditedFields: sum('auditedFields'),
    agreedFields: sum('agreedFields'),
  };
}

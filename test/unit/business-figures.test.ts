import { expect, test } from 'vitest';
import { businessFigures, totalOf } from '../../shared/business-figures.ts';

const RATES = { usdPerHour: 35, minutesBefore: 12, minutesAssumed: 4.5, infrastructureUsdPerMonth: 730 };
const MONTH = {
  ...{ claims: 15_000, autoAccepted: 0, reviewed: 15_000, reviewMs: 0, timedReviews: 0 },
  ...{ modelCostUsd: 15, auditedFields: 0, agreedFields: 0 },
};

test('a month of 15,000 claims at 4.5 minutes costs what the case says, and saves the rest of 105,000', () => {
  const figures = businessFigures(MONTH, 1, RATES);
  expect(figures.labourUsd).toBe(39_375);
  expect(figures.savedUsd).toBe(105_000 - 39_375 - 730);
  expect(figures).toMatchObject({ minutesMeasured: false, accuracy: null, autoAcceptedShare: 0 });
});

test('measured minutes go before assumed ones', () => {
  const figures = businessFigures({ ...MONTH, reviewMs: 600_000, timedReviews: 5 }, 1, RATES);
  expect(figures).toMatchObject({ minutesPerReview: 2, minutesMeasured: true });
});

test('months add up, and nothing at all has no share', () => {
  const months = ['2026-01', '2026-02'].map((month) => ({
    month,
    ...MONTH,
    auditedFields: 100,
    agreedFields: 90,
  }));
  expect(businessFigures(totalOf(months), 2, RATES)).toMatchObject({
    claims: 30_000,
    accuracy: 0.9,
    infrastructureUsd: 1_460,
  });
  expect(businessFigures(totalOf([]), 0, RATES).autoAcceptedShare).toBeNull();
});

import { describe, expect, test } from 'vitest';
import { type Claim, FIELD_KEYS } from '../../shared/claim-fields.ts';
import { balance, targeted } from '../../shared/curation/balance.ts';
import { findDuplicates } from '../../shared/curation/duplicates.ts';
import { partOf } from '../../shared/curation/split.ts';
import { standardiseLabels } from '../../shared/curation/standardise.ts';

const NOTHING = Object.fromEntries(FIELD_KEYS.map((key) => [key, null])) as Claim;
const COMPLETE: Claim = {
  ...NOTHING,
  claimant_name: 'Jo March',
  policy_number: 'HO-1',
  incident_date: '2026-03-04',
  incident_type: 'fire',
  damage_description: 'burnt kitchen',
  estimated_amount: 1200,
  coverage_determination: 'covered',
};

describe('labels', () => {
  test('written in many forms become one', () => {
    const raw = {
      ...COMPLETE,
      claimant_name: 'Mrs. Jo March',
      incident_date: '03/04/2026',
      estimated_amount: '$1,200.00',
      policy_type: 'Homeowners',
      claimant_email: 'Jo@Example.COM',
      injuries_reported: 'No',
    };
    const { labels, complete, lost, changed } = standardiseLabels(raw);
    expect(labels).toMatchObject({
      ...COMPLETE,
      policy_type: 'homeowners',
      claimant_email: 'jo@example.com',
      injuries_reported: false,
    });
    expect([complete, lost]).toEqual([true, []]);
    expect(changed).toContain('incident_date');
  });

  test('that no rule can read are named, and what lacks a required value is incomplete', () => {
    const { lost, complete } = standardiseLabels({ ...COMPLETE, incident_type: 'blue' });
    expect(lost).toEqual(['incident_type']);
    expect(complete).toBe(false);
  });
});

describe('duplicates', () => {
  const words = Array.from({ length: 300 }, (_, i) => `word${(i * 7919) % 997}`);
  const loss = (n: number): Claim => ({ ...COMPLETE, policy_number: `HO-${n}` });
  const find = (texts: [string, string, Claim][]) =>
    findDuplicates(
      texts.map(([id, text, labels]) => ({ id, text, labels })),
      { nearAt: 0.9 },
    );

  test('are found whatever the spacing, with a word or two changed, and by the loss they tell of', () => {
    const text = words.join(' ');
    const near = words.with(150, 'other').join(' ');
    const another = words.toReversed().join(' ');
    expect(
      find([
        ['a', text, loss(1)],
        ['b', words.join('\n'), loss(2)],
        ['c', near, loss(3)],
        ['d', another, loss(1)],
        ['e', words.map((word) => `${word}x`).join(' '), loss(5)],
      ]),
    ).toEqual([
      { id: 'b', of: 'a', kind: 'same_text' },
      { id: 'c', of: 'a', kind: 'near_text' },
      { id: 'd', of: 'a', kind: 'same_loss' },
    ]);
  });
});

test('a claim stays in its part for ever, and the parts have their sizes', () => {
  const rules = { trainShare: 0.9, validationShare: 0.1 };
  const parts = Array.from({ length: 4_000 }, (_, i) =>
    partOf({ tenant: 'default', claimId: `C-${i}` }, rules),
  );
  const share = (part: string) => parts.filter((one) => one === part).length / parts.length;
  expect(share('evaluation')).toBeCloseTo(0.1, 1);
  expect(share('validation')).toBeCloseTo(0.09, 1);
  expect(partOf({ tenant: 'default', claimId: 'C-1' }, rules)).toBe(parts[1]);
});

describe('balance', () => {
  const claims = Array.from({ length: 100 }, (_, i) => ({
    id: `C-${i}`,
    labels: {
      ...COMPLETE,
      incident_type: i < 70 ? ('fire' as const) : i < 85 ? ('theft' as const) : ('collision' as const),
    },
    corrected: i === 99 ? (['claimant_phone'] as const).slice() : [],
  }));
  const { kept, reserve } = balance(claims, { share: 0.5 });

  test('lets no type of loss have more than its share', () => {
    const fires = kept.filter(({ labels }) => labels.incident_type === 'fire').length;
    expect(fires / kept.length).toBeLessThanOrEqual(0.5);
    expect(kept.length + reserve.length).toBe(100);
    expect(kept.length).toBe(60);
  });

  test('adds what teaches the worst fields: corrected ones first, then the reserve', () => {
    const added = targeted({ kept, reserve }, { fields: ['claimant_phone', 'incident_date'], atMost: 10 });
    expect(added).toHaveLength(10);
    expect(added[0]?.id).toBe('C-99');
    expect(added.slice(1).every((claim) => reserve.includes(claim))).toBe(true);
    expect(targeted({ kept, reserve }, { fields: [], atMost: 10 })).toEqual([]);
  });
});

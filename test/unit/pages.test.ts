import { describe, expect, test } from 'vitest';
import { FIELD_KEYS, type FieldKey } from '../../shared/claim-fields.ts';
import {
  contradictions,
  missingFields,
  READING_ORDER,
  type Reading,
  valuesOf,
} from '../../web/audits/reading.ts';
import { niceTicks, runsOf } from '../../web/charts/scale.ts';
import { exportAddress, filterOf, NO_FILTER, queryOf, searchOf } from '../../web/claims/claim-filter.ts';
import { timeAxis } from '../../web/claims/time-axis.ts';
import {
  outcomeOf,
  rowsOf,
  spansOf,
  type Timeline,
  type TimelineEntry,
  tookMs,
} from '../../web/claims/timeline-rows.ts';
import { detailWords } from '../../web/claims/timeline-words.ts';
import { agreed, autoAccepted, confidencePoint, sharePoint } from '../../web/dashboard/figures.ts';
import { periodOf, stretchWords } from '../../web/dashboard/period.ts';
import {
  type DecisionDraft,
  decisionsOf,
  EMPTY_DECISION,
  undecided,
} from '../../web/disagreements/decision.ts';
import { readText } from '../../web/words/read-text.ts';

describe('scales', () => {
  test('have round ticks around all values, without dust of binary fractions', () => {
    expect(niceTicks([0, 7], 4)).toEqual([0, 2, 4, 6, 8]);
    expect(niceTicks([0.91, 1], 5)).toEqual([0.9, 0.92, 0.94, 0.96, 0.98, 1]);
    expect(niceTicks([0.2, 0.3], 2)).toEqual([0.2, 0.25, 0.3]);
    expect(niceTicks([5, 5], 4)).toEqual([5, 6]);
  });

  test('leave gaps where nothing was measured', () => {
    expect(runsOf([1, 2, null, 3, null, null, 4])).toEqual([[0, 1], [3], [6]]);
    expect(runsOf([null])).toEqual([]);
    expect(runsOf([1, null, 2], true)).toEqual([[0, 2]]);
  });
});

describe('the time axis of a claim', () => {
  const HOUR = 3_600_000;
  const spans = [
    { from: 0, until: 2_000, work: true },
    { from: 1_000, until: 4_000, work: true },
    { from: 4_000, until: 5 * HOUR, work: false },
    { from: 5 * HOUR, until: 5 * HOUR + 1_000, work: true },
  ];
  const axis = timeAxis(spans);

  test('cuts a long wait short, says how long it was, and keeps work in proportion', () => {
    expect(axis.breaks).toMatchObject([{ from: 4_000, until: 5 * HOUR }]);
    const width = (from: number, until: number) => axis.place(until) - axis.place(from);
    expect(width(0, 2_000) / width(1_000, 4_000)).toBeCloseTo(2 / 3);
    expect(width(4_000, 5 * HOUR)).toBeLessThan(0.35);
    expect(axis.place(0)).toBe(0);
    expect(axis.place(5 * HOUR + 1_000)).toBe(1);
  });

  test('never turns back, inside a wait either', () => {
    const places = Array.from({ length: 200 }, (_, index) => axis.place((index * 5 * HOUR) / 199));
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('labels what begins after a wait with its own time, and no label on another', () => {
    expect(axis.ticks.filter(({ begins }) => begins).map(({ at }) => at)).toEqual([0, 5 * HOUR]);
    const places = axis.ticks.map(({ left }) => left);
    for (const [index, left] of places.slice(1).entries())
      expect(left - (places[index] ?? 0)).toBeGreaterThan(0.05);
  });

  test('leaves waits alone where no work is known, and holds nothing where nothing happened', () => {
    expect(timeAxis([{ from: 0, until: HOUR, work: false }]).breaks).toEqual([]);
    expect(timeAxis([]).place(5)).toBe(0);
    expect(timeAxis([{ from: 7, until: 7, work: false }]).place(7)).toBe(0);
  });
});

describe('rows of a timeline', () => {
  const entry = (more: Partial<TimelineEntry>): TimelineEntry => ({
    ...{ at: null, until: null, tookMs: null, kind: 'step', what: 'readDocument', who: null },
    ...{ model: null, attempts: 1, outcome: 'done', detail: {} },
    ...more,
  });
  const at = (second: number) => new Date(second * 1_000).toISOString();

  test('are one for many runs of a step, from the first beginning to the last end', () => {
    const reads = [1, 2, 3].map((second) => entry({ at: at(second), until: at(second + 4), tookMs: 4_000 }));
    const [row, other] = rowsOf([
      ...reads,
      entry({ what: 'chunkPacket', at: at(8), until: at(9), tookMs: 1_000 }),
    ]);
    expect(row && [row.entries.length, tookMs(row), outcomeOf(row)]).toEqual([3, 6_000, 'done']);
    expect(other && tookMs(other)).toBe(1_000);
  });

  test('say the worst that happened, and do not end before they do', () => {
    const [row] = rowsOf([
      entry({ at: at(1), until: at(2) }),
      entry({ at: at(1), outcome: 'running' }),
      entry({ at: at(1), until: at(2), outcome: 'failed' }),
    ]);
    expect(row && [outcomeOf(row), tookMs(row)]).toEqual(['failed', null]);
  });

  test('put actions of two people not together', () => {
    const holds = ['ana', 'ana', 'ana', 'cleo'].map((who) =>
      entry({ kind: 'person', what: 'review.hold', who }),
    );
    expect(rowsOf(holds).map(({ entries }) => entries.length)).toEqual([3, 1]);
  });

  test('reach until now where they go on', () => {
    const timeline = {
      submittedAt: at(0),
      entries: [entry({ at: at(5), outcome: 'running' })],
    } as unknown as Timeline;
    expect(spansOf(timeline, 60_000).at(-1)).toEqual({ from: 5_000, until: 60_000, work: true });
  });

  test('tell what was decided by the names of fields', () => {
    const submitted = { decision: 'approve', corrected: ['estimated_amount'], confirmed: ['incident_date'] };
    expect(detailWords(entry({ kind: 'person', what: 'review.submit', detail: submitted }))).toEqual([
      'approved',
      'corrected Estimated amount',
      'confirmed Date of loss',
    ]);
  });
});

describe('the filter of claims', () => {
  test('stands in the address and comes back from it', () => {
    const filter = { ...NO_FILTER, status: 'in_review' as const, heldBy: 'ana', from: '2026-03-01' };
    expect(filterOf(searchOf(filter))).toEqual(filter);
    expect(searchOf(NO_FILTER)).toBe('');
  });

  test('is nothing where the address holds nonsense', () => {
    expect(filterOf('status=lost&from=2026-13-45&to=soon')).toEqual(NO_FILTER);
  });

  test('includes the whole last day, and goes into the export', () => {
    const filter = { ...NO_FILTER, from: '2026-03-01', to: '2026-03-01', model: ' embedded-1 ' };
    const { submittedFrom = '', submittedBefore = '', model } = queryOf(filter);
    expect(Date.parse(submittedBefore) - Date.parse(submittedFrom)).toBe(24 * 3_600_000);
    expect(model).toBe('embedded-1');
    expect(exportAddress(filter)).toMatch(
      /^\/v1\/claims\.csv\?model=embedded-1&submittedFrom=.*&limit=10000$/,
    );
  });
});

describe('figures of the dashboard', () => {
  const counts = {
    ...{ handedIn: 9, settled: 8, completed: 6, autoAccepted: 4, rejected: 1, cancelled: 1 },
    ...{ meanConfidence: 0.9, fieldsRead: 138, reviewedFields: 46, uncorrectedFields: 40 },
    ...{ auditedFields: 0, agreedFields: 0 },
  };

  test('are shares of what they are shares of, with n and an interval', () => {
    expect(autoAccepted(counts)).toEqual({ share: 4 / 6, of: 4, n: 6 });
    const point = sharePoint(autoAccepted(counts), 'claim');
    expect(point.n).toBe('6 claims');
    expect(point.interval?.[0]).toBeLessThan(4 / 6);
    expect(point.interval?.[1]).toBeGreaterThan(4 / 6);
    expect(confidencePoint(counts)).toEqual({ value: 0.9, n: '138 fields' });
  });

  test('are a gap where nothing was counted, never a zero', () => {
    expect(sharePoint(agreed(counts), 'field')).toEqual({ value: null });
    expect(confidencePoint({ ...counts, meanConfidence: null })).toEqual({ value: null });
  });

  test('cover a period that the address names', () => {
    expect(periodOf('by=day&last=30')).toEqual({ by: 'day', last: 30 });
    expect(periodOf('by=week&last=-1')).toEqual({ by: 'hour', last: 24 });
    expect(stretchWords('2026-03-04T00:00:00.000Z', 'day', true)).toEqual({
      name: '4 Mar, so far',
      label: '4 Mar',
    });
  });
});

describe('a blind reading', () => {
  const all = (text: string): Reading => Object.fromEntries(FIELD_KEYS.map((key) => [key, text]));

  test('asks for each of the 23 fields once', () => {
    expect([...READING_ORDER].sort()).toEqual([...FIELD_KEYS].sort());
    expect(missingFields({})).toEqual(READING_ORDER);
    expect(valuesOf({})).toBeNull();
  });

  test('takes a dash for "not stated" and reads what is typed as documents are read', () => {
    const reading = {
      ...all('-'),
      incident_date: '08/19/2025',
      estimated_amount: '$8,450',
      injuries_reported: 'no',
    };
    expect(missingFields(reading)).toEqual([]);
    expect(valuesOf(reading)).toMatchObject({
      incident_date: '2025-08-19',
      estimated_amount: 8_450,
      injuries_reported: false,
      claimant_name: null,
    });
  });

  test('holds what has the wrong form', () => {
    const reading = { ...all('-'), reported_date: 'yesterday' };
    expect(missingFields(reading)).toEqual(['reported_date']);
    expect(valuesOf(reading)).toBeNull();
    expect(readText('reported_date', 'yesterday')).toMatchObject({ kind: 'wrong' });
  });

  test('is warned of values that cannot all be true', () => {
    const reading = { ...all('-'), incident_date: '2025-08-19', reported_date: '2025-08-01' };
    expect(contradictions(reading)).toEqual([
      { rule: 'incident_not_after_report', fields: ['incident_date', 'reported_date'] },
    ]);
    expect(contradictions(all('-'))).toEqual([]);
  });
});

describe('a decision between two readings', () => {
  const fields: FieldKey[] = ['estimated_amount', 'incident_date'];

  test('is complete when every field is decided, with a value where neither reading is right', () => {
    const draft: DecisionDraft = {
      ...EMPTY_DECISION,
      choices: { estimated_amount: 'other', incident_date: 'second' },
    };
    expect(undecided(draft, fields)).toEqual(['estimated_amount']);
    expect(decisionsOf(draft, fields)).toBeNull();
    const wrong = { ...draft, texts: { estimated_amount: 'much' } };
    expect(undecided(wrong, fields)).toEqual(['estimated_amount']);
    expect(decisionsOf({ ...draft, texts: { estimated_amount: '8,451' } }, fields)).toEqual({
      estimated_amount: { decision: 'other', value: 8_451 },
      incident_date: { decision: 'second' },
    });
  });
});

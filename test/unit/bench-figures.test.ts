import { describe, expect, test } from 'vitest';
import { type TimedEvent, timeShares } from '../../scripts/bench/history.ts';
import { describeLimit } from '../../scripts/bench/limit.ts';
import { formLines, textPacket } from '../../scripts/bench/made-packets.ts';
import { figure, goalsMet, printReport, shown } from '../../scripts/bench/report.ts';
import { percentile, spreadOf, steepening } from '../../scripts/bench/statistics.ts';

describe('statistics of a benchmark', () => {
  test('a percentile lies between its neighbours, in whatever order the values come', () => {
    expect(percentile([30, 10, 20], 0.5)).toBe(20);
    expect(percentile([10, 20], 0.25)).toBe(12.5);
    expect(percentile([7], 0.99)).toBe(7);
    expect(() => percentile([], 0.5)).toThrow(RangeError);
  });

  test('a spread names least, middle and most', () => {
    expect(spreadOf([5, 1, 9, 2])).toEqual({ min: 1, median: 3.5, max: 9 });
  });

  test('growth behind the knee is 1 for a straight line and more for a square', () => {
    const line = [1, 4, 12, 60].map((x) => ({ x, y: 40 + 3 * x }));
    const square = [1, 4, 12, 60].map((x) => ({ x, y: x * x }));
    expect(steepening(line, 12)).toBeCloseTo(1);
    expect(steepening(square, 12)).toBeGreaterThan(5);
    expect(() => steepening(line, 60)).toThrow(RangeError);
  });
});

describe('a report', () => {
  const met = figure('share', '', [0.95, 0.91, 0.93], { atLeast: 0.9 });
  const missed = figure('latency', 'ms', [380, 900, 420], { atMost: 400 });
  const report = { bench: 'example', settings: { repeats: 3 }, findings: ['Something is the limit.'] };

  test('holds the median against the goal and keeps every value', () => {
    expect(met).toMatchObject({ min: 0.91, median: 0.93, max: 0.95, goal: { met: true } });
    expect(missed).toMatchObject({ median: 420, values: [380, 900, 420], goal: { met: false } });
    expect(goalsMet([{ ...report, figures: [met] }])).toBe(true);
    expect(goalsMet([{ ...report, figures: [met, missed] }])).toBe(false);
    expect(goalsMet([{ ...report, figures: [figure('plain', 's', [1])] }])).toBe(true);
  });

  test('prints figures, goals, settings and findings', () => {
    const text = printReport({ ...report, figures: [met, missed] });
    for (const part of ['0.930', '≥ 0.900', 'met', '≤ 400 ms', 'missed', 'repeats 3', '• Something'])
      expect(text).toContain(part);
  });

  test('shows three digits that count', () => {
    expect([0.01234, 1.234, 12.34, 1234.5, 4].map(shown)).toEqual(['0.012', '1.23', '12.3', '1235', '4']);
  });
});

describe('what limits a pipeline', () => {
  const load = {
    slotsBusy: 0.2,
    machineBusy: 0.5,
    otherBusy: 0,
    cpuMsPerClaim: { claims: 90, temporal: 30 },
  };

  test('is the model server when its slots are full, though the processors are too', () => {
    expect(describeLimit({ ...load, slotsBusy: 0.95, machineBusy: 0.97 })[0]).toMatch(/^The model server is/);
  });

  test('is the processors when they are, and the largest consumer is named', () => {
    const [sentence] = describeLimit({ ...load, machineBusy: 0.97 });
    expect(sentence).toMatch(/^The processors are the limit/);
    expect(sentence).toContain('claims with 90');
    expect(sentence).toContain('of 120 ms');
  });

  test('is waiting when neither is full', () => {
    expect(describeLimit(load)).toEqual([expect.stringMatching(/^Neither .* claims wait/)]);
  });

  test('says when other processes disturbed the measurement', () => {
    expect(describeLimit({ ...load, otherBusy: 0.3 }).at(-1)).toMatch(/30 % .* quiet/);
  });
});

test("a history's time is shared out among activities, their waiting and the workflow's steps", () => {
  const event = (id: number, ms: number, kind: TimedEvent['kind'], of: number | null): TimedEvent => ({
    ...{ id, ms, kind, of },
    activity: kind === 'scheduled' ? 'openClaim' : null,
  });
  const events = [
    event(1, 0, 'task_scheduled', null),
    event(2, 5, 'task_started', 1),
    event(3, 12, 'task_ended', 2),
    event(4, 12, 'scheduled', null),
    event(5, 15, 'started', 4),
    event(6, 45, 'ended', 4),
  ];
  expect(timeShares(events)).toEqual({
    runMs: 30,
    waitMs: 3,
    taskWaitMs: 5,
    taskRunMs: 7,
    activities: { openClaim: 30 },
  });
});

describe('made packets', () => {
  test('a form follows from its seed and differs from the next one', () => {
    expect(formLines(7)).toEqual(formLines(7));
    expect(formLines(7)).not.toEqual(formLines(8));
  });

  test('no two packets have the same bytes, and pages are divided by form feeds', () => {
    const texts = Array.from({ length: 50 }, () => textPacket(3)[0]?.bytes.toString() ?? '');
    expect(new Set(texts).size).toBe(50);
    expect(texts[0]?.split('\f')).toHaveLength(3);
  });
});

import { describe, expect, test } from 'vitest';
import { comparisonPage } from '../../scripts/models/page.ts';
import { printComparison } from '../../scripts/models/print-comparison.ts';
import { printEvaluation } from '../../scripts/models/print-report.ts';
import { type Claim, FIELD_KEYS, type FieldKey, type FieldValue } from '../../shared/claim-fields.ts';
import { type Label, parseLabelLines } from '../../shared/evaluation/labels.ts';
import type { Prediction } from '../../shared/evaluation/prediction.ts';
import { claimRows, evaluationReport } from '../../shared/evaluation/report.ts';
import { type EvaluationFile, EvaluationFileSchema } from '../../shared/evaluation/report-schema.ts';
import { sideBySide } from '../../shared/evaluation/side-by-side.ts';
import { PLAIN_VALUES } from '../support/packet.ts';

const TRUTH: Claim = { ...(PLAIN_VALUES as unknown as Claim), third_parties: [], injuries_reported: null };

const label = (id: string, more: Partial<Label> = {}): Label => ({
  ...{ id, expected: TRUTH, uncertain: [], groups: {} },
  ...more,
});

function prediction(id: string, change: Partial<Record<FieldKey, FieldValue>> = {}): Prediction {
  const values: Record<FieldKey, FieldValue> = { ...TRUTH, ...change };
  return {
    id,
    fields: Object.fromEntries(FIELD_KEYS.map((key) => [key, { value: values[key], confidence: 0.9 }])),
    autoAccepted: true,
    firstAsks: { asked: 1, compliant: 1 },
    latencyMs: 600,
    costUsd: 0.001,
  };
}

const nothing = (id: string): Prediction =>
  prediction(id, Object.fromEntries(FIELD_KEYS.map((key) => [key, null])));

describe('accuracy', () => {
  test('is the mean over all fields of all claims, both null being a match', () => {
    const report = evaluationReport(
      [prediction('a'), prediction('b', { policy_number: 'X-1' })],
      [label('a'), label('b')],
    );
    expect(report.n).toBe(2);
    expect(report.fieldAccuracy).toBeCloseTo(45 / 46);
    expect(report.nonNull).toBe(44);
    expect(report.nonNullFieldAccuracy).toBeCloseTo(43 / 44);
    expect(report.perField.policy_number.accuracy).toBe(0.5);
    expect(report.perField.injuries_reported).toMatchObject({
      accuracy: 1,
      nonNull: 0,
      nonNullAccuracy: null,
    });
    expect(report.worstFields[0]).toEqual({ key: 'policy_number', accuracy: 0.5 });
  });

  test('over stated values shows that a model which answers null everywhere reads nothing', () => {
    const sparse: Claim = { ...TRUTH };
    for (const key of FIELD_KEYS.slice(3)) Object.assign(sparse, { [key]: null });
    const report = evaluationReport([nothing('a')], [label('a', { expected: sparse })]);
    expect(report.fieldAccuracy).toBeCloseTo(20 / 23);
    expect(report.nonNullFieldAccuracy).toBe(0);
  });

  test('counts a missing key as wrong even where the label is null', () => {
    const partial = prediction('a');
    delete partial.fields?.injuries_reported;
    expect(evaluationReport([partial], [label('a')]).perField.injuries_reported.accuracy).toBe(0);
  });

  test('of a claim without a usable answer is zero on every field, as of one that was never read', () => {
    const silent: Prediction = { ...prediction('a'), fields: null, autoAccepted: false };
    for (const predictions of [[silent], []]) {
      const report = evaluationReport(predictions, [label('a')]);
      expect(report.fieldAccuracy).toBe(0);
      expect(report.unanswered).toBe(1);
      expect(report.mistakes.every(({ kind }) => kind === 'unanswered')).toBe(true);
    }
  });

  test('is given without the labels that are a judgement as well', () => {
    const report = evaluationReport(
      [prediction('a', { policy_type: 'renters' })],
      [label('a', { uncertain: ['policy_type'] })],
    );
    expect(report.fieldAccuracy).toBeCloseTo(22 / 23);
    expect(report.certain).toMatchObject({ fields: 22, fieldAccuracy: 1 });
  });

  test('is given for each group that the labels name', () => {
    const report = evaluationReport(
      [prediction('a'), prediction('b', { policy_number: null })],
      [label('a', { groups: { split: 'train' } }), label('b', { groups: { split: 'held-out' } })],
    );
    expect(Object.keys(report.groups)).toEqual(['split']);
    expect(report.groups['split']?.['train']).toMatchObject({ n: 1, fieldAccuracy: 1 });
    expect(report.groups['split']?.['held-out']?.fieldAccuracy).toBeCloseTo(22 / 23);
  });
});

describe('other figures', () => {
  test('format compliance is of first asks, cost and latency of claims', () => {
    const report = evaluationReport(
      [
        { ...prediction('a'), firstAsks: { asked: 3, compliant: 2 }, latencyMs: 1_000 },
        { ...prediction('b'), firstAsks: { asked: 1, compliant: 1 }, latencyMs: 2_000, costUsd: 0.003 },
      ],
      [label('a'), label('b')],
    );
    expect(report).toMatchObject({ formatCompliance: 0.75, answersAsked: 4, latencyMs: { p50: 1_500 } });
    expect(report.costUsdPerClaim).toBeCloseTo(0.002);
    expect(report.costUsdPerMonth).toBeCloseTo(30);
  });

  test('auto-acceptance tells how many claims needed nobody, and what is wrong in them', () => {
    const report = evaluationReport(
      [prediction('a', { policy_number: 'X' }), { ...prediction('b'), autoAccepted: false }],
      [label('a'), label('b')],
    );
    expect(report.autoAcceptRate).toBe(0.5);
    expect(report.autoAcceptedFieldError).toBeCloseTo(1 / 23);
  });

  test('mistakes are missed, invented or other values, the commonest first, with examples unless these are unwanted', () => {
    const change = { policy_number: null, injuries_reported: true, claimant_name: 'Ann Other' };
    const predictions = [prediction('a', change), prediction('b', { policy_number: null })];
    const labels = [label('a'), label('b')];
    const { mistakes } = evaluationReport(predictions, labels);
    expect(mistakes.map(({ key, kind, count }) => [key, kind, count])).toEqual([
      ['policy_number', 'missed', 2],
      ['claimant_name', 'wrong_value', 1],
      ['injuries_reported', 'invented', 1],
    ]);
    expect(mistakes[1]?.examples).toEqual([
      { id: 'a', expected: PLAIN_VALUES.claimant_name, predicted: 'Ann Other' },
    ]);
    const bare = evaluationReport(predictions, labels, { examples: false });
    expect(JSON.stringify(bare)).not.toContain('Ann Other');
  });
});

describe('label lines', () => {
  const line = (more: object): string =>
    JSON.stringify({ id: 'a', text: 'x', expected: TRUTH, uncertain: [], ...more });

  test('hold text or documents, and what the claim is a sample of', () => {
    const [packet] = parseLabelLines(`${line({ layout: 'acord', family: 'forms', source: 'y' })}\n\n`);
    expect(packet).toMatchObject({
      packet: { text: 'x' },
      groups: { layout: 'acord', family: 'forms' },
    });
  });

  test.each([
    ['{', 'line 2: it is not JSON'],
    [line({ id: 'b', documents: ['b.pdf'] }), 'line 2: a line has either documents or text'],
    [
      line({ id: 'b', expected: { ...TRUTH, incident_date: '2026-13-01' } }),
      'line 2: expected.incident_date: must be a real date, written YYYY-MM-DD',
    ],
    [line({}), 'line 2: the id a is there twice'],
  ])('a bad one is named: %#', (bad, sentence) => {
    expect(() => parseLabelLines(`${line({})}\n${bad}\n`)).toThrow(sentence);
  });
});

describe('reports side by side', () => {
  const labels = Array.from({ length: 40 }, (_, i) => label(`c${i}`));
  function file(extractor: string, predictions: Prediction[]): EvaluationFile {
    return EvaluationFileSchema.parse({
      run: {
        ...{ dataset: 'test.jsonl', extractor, model: `m.${extractor}`, maturity: 'demonstration' },
        ...{ calibration: 'uncalibrated', grammar: true, asksAgain: true, threshold: 0.8, concurrency: 24 },
        ...{ sampling: { temperature: 0.1, topP: 0.95, frequencyPenalty: 0, loopPenalty: 0 }, seconds: 10 },
      },
      ...evaluationReport(predictions, labels),
      claims: claimRows(predictions, labels),
    });
  }
  const good = file(
    'finetuned',
    labels.map(({ id }) => prediction(id)),
  );
  const evil = '</script><img src=x onerror="alert(1)">';
  const poor = file(
    'fewshot',
    labels.map(({ id }) => prediction(id, { policy_number: evil, insured_item: null })),
  );

  test('say that a difference is real, and in whose favour', () => {
    const { differences, extractors } = sideBySide([poor, good]);
    expect(extractors.map(({ extractor }) => extractor)).toEqual(['finetuned', 'fewshot']);
    expect(differences[0]).toMatchObject({ extractor: 'fewshot', against: 'finetuned' });
    expect(differences[0]?.fieldAccuracy.difference).toBeCloseTo(2 / 23);
    expect(differences[0]?.nonNullFieldAccuracy.difference).toBeCloseTo(2 / 22);
    expect(differences[0]?.fieldAccuracy.p).toBeLessThan(0.01);
  });

  test('are refused when they are about other claims', () => {
    const other: EvaluationFile = { ...poor, claims: poor.claims.slice(1) };
    expect(() => sideBySide([good, other])).toThrow('not about the same claims');
  });

  test('make a page that needs nothing from elsewhere and takes no value for markup', () => {
    const page = comparisonPage(sideBySide([good, poor]), [good, poor]);
    expect(/<[a-z][^>]*(?:src|href)=|@import|url\(/i.test(page)).toBe(false);
    expect(page).not.toContain('<img');
    expect(page).toContain('&#60;img');
    expect(page).toContain('prefers-color-scheme: dark');
    expect(page.match(/<svg /g)).toHaveLength(3);
    expect(/NaN|undefined/.test(page)).toBe(false);
  });

  test('print as the table of the three, and a report as text', () => {
    expect(printComparison(sideBySide([good, poor]))).toContain('finetuned minus fewshot: +8.7');
    expect(printEvaluation(good)).toContain('field accuracy');
  });
});

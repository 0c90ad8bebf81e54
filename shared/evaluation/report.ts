/** From predictions and labels to the figures of a report. Pure. */
import { FIELD_KEYS, type FieldKey } from '../claim-fields.ts';
import {
  auroc,
  calibrationError,
  coverageAtRisk,
  errorsCaught,
  type Judged,
  reliability,
  riskCoverage,
} from './confidence.ts';
import { type Comparison, comparisonsOf, judgedField } from './judge.ts';
import { GROUPINGS, type Label } from './labels.ts';
import { commonestMistakes } from './mistakes.ts';
import type { Prediction } from './prediction.ts';
import type { Accuracy, ClaimRow, EvaluationReport, FieldReport } from './report-schema.ts';
import { percentile, wilsonInterval } from './statistics.ts';

/** What the insurer of the mission receives. */
export const CLAIMS_PER_MONTH = 15_000;
const WORST_FIELDS = 5;
const ACCEPTED_RISK = 0.01;
const REVIEWED_SHARE = 0.1;

/** The report over all labels; a label without a prediction counts as a claim that nothing was read of. */
export function evaluationReport(
  predictions: readonly Prediction[],
  labels: readonly Label[],
  { examples = true }: { examples?: boolean } = {},
): EvaluationReport {
  const comparisons = comparisonsOf(predictions, labels);
  const judged = comparisons.flatMap((comparison) => FIELD_KEYS.map((key) => judgedField(comparison, key)));
  const bins = reliability(judged);
  const perField = Object.fromEntries(
    FIELD_KEYS.map((key) => [key, fieldReport(comparisons, key)]),
  ) as Record<FieldKey, FieldReport>;
  const asked = sum(predictions, ({ firstAsks }) => firstAsks.asked);
  const compliant = sum(predictions, ({ firstAsks }) => firstAsks.compliant);
  const latencies = predictions.map(({ latencyMs }) => latencyMs);
  const costUsdPerClaim =
    share(
      sum(predictions, ({ costUsd }) => costUsd),
      predictions.length,
    ) ?? 0;
  return {
    n: labels.length,
    ...accuracyOf(comparisons),
    certain: accuracyOf(comparisons, ({ label }, key) => !label.uncertain.includes(key)),
    perField,
    worstFields: FIELD_KEYS.map((key) => ({ key, accuracy: perField[key].accuracy }))
      .sort((a, b) => a.accuracy - b.accuracy)
      .slice(0, WORST_FIELDS),
    formatCompliance: share(compliant, asked),
    formatComplianceInterval: wilsonInterval(compliant, asked),
    answersAsked: asked,
    unanswered: comparisons.filter(({ prediction }) => !prediction?.fields).length,
    latencyMs: {
      p50: latencies.length > 0 ? percentile(latencies, 0.5) : 0,
      p95: latencies.length > 0 ? percentile(latencies, 0.95) : 0,
    },
    costUsdPerClaim,
    costUsdPerMonth: costUsdPerClaim * CLAIMS_PER_MONTH,
    auroc: auroc(judged),
    ece: calibrationError(bins),
    errorCapture10: errorsCaught(judged, REVIEWED_SHARE),
    ...autoAcceptance(comparisons),
    fieldAutoAcceptAt1pct: coverageAtRisk(judged, ACCEPTED_RISK),
    riskCoverage: riskCoverage(judged),
    reliability: bins,
    mistakes: commonestMistakes(comparisons, { examples }),
    groups: groupsOf(comparisons),
  };
}

/** Each claim as a row that two reports on the same claims can be paired by. */
export const claimRows = (predictions: readonly Prediction[], labels: readonly Label[]): ClaimRow[] =>
  comparisonsOf(predictions, labels).map((comparison) => ({
    id: comparison.label.id,
    right: FIELD_KEYS.map((key) => (comparison.right[key] ? '1' : '0')).join(''),
    stated: FIELD_KEYS.map((key) => (comparison.label.expected[key] === null ? '0' : '1')).join(''),
    confidence: FIELD_KEYS.map((key) => Number(judgedField(comparison, key).confidence.toFixed(4))),
  }));

/** Accuracy over the fields of all claims that `counts` lets through. */
export function accuracyOf(
  comparisons: readonly Comparison[],
  counts: (comparison: Comparison, key: FieldKey) => boolean = () => true,
): Accuracy {
  let [fields, right, nonNull, nonNullRight] = [0, 0, 0, 0];
  for (const comparison of comparisons) {
    for (const key of FIELD_KEYS.filter((key) => counts(comparison, key))) {
      const [isRight, isStated] = [comparison.right[key], comparison.label.expected[key] !== null];
      fields += 1;
      if (isRight) right += 1;
      if (isStated) nonNull += 1;
      if (isRight && isStated) nonNullRight += 1;
    }
  }
  return {
    fields,
    fieldAccuracy: share(right, fields) ?? 0,
    fieldAccuracyInterval: wilsonInterval(right, fields),
    nonNull,
    nonNullFieldAccuracy: share(nonNullRight, nonNull),
    nonNullFieldAccuracyInterval: wilsonInterval(nonNullRight, nonNull),
  };
}

function fieldReport(comparisons: readonly Comparison[], key: FieldKey): FieldReport {
  const judged: Judged[] = comparisons.map((comparison) => judgedField(comparison, key));
  const { fields, fieldAccuracy, fieldAccuracyInterval, ...rest } = accuracyOf(
    comparisons,
    (_, other) => other === key,
  );
  return {
    n: fields,
    accuracy: fieldAccuracy,
    interval: fieldAccuracyInterval,
    nonNull: rest.nonNull,
    nonNullAccuracy: rest.nonNullFieldAccuracy,
    nonNullInterval: rest.nonNullFieldAccuracyInterval,
    auroc: auroc(judged),
    ece: calibrationError(reliability(judged)),
    errorCapture10: errorsCaught(judged, REVIEWED_SHARE),
  };
}

function autoAcceptance(
  comparisons: readonly Comparison[],
): Pick<EvaluationReport, 'autoAcceptRate' | 'autoAcceptedFieldError'> {
  const accepted = comparisons.filter(({ prediction }) => prediction?.autoAccepted);
  const { fields, fieldAccuracy } = accuracyOf(accepted);
  return {
    autoAcceptRate: share(accepted.length, comparisons.length) ?? 0,
    autoAcceptedFieldError: fields === 0 ? null : 1 - fieldAccuracy,
  };
}

function groupsOf(comparisons: readonly Comparison[]): EvaluationReport['groups'] {
  const groups = GROUPINGS.map((grouping) => {
    const named = Map.groupBy(comparisons, ({ label }) => label.groups[grouping]);
    const reports = [...named].flatMap(([name, members]) =>
      name === undefined ? [] : [[name, { n: members.length, ...accuracyOf(members) }] as const],
    );
    return [grouping, Object.fromEntries(reports.sort(([a], [b]) => a.localeCompare(b)))] as const;
  });
  return Object.fromEntries(groups.filter(([, reports]) => Object.keys(reports).length > 0));
}

const sum = <T>(items: readonly T[], of: (item: T) => number): number =>
  items.reduce((total, item) => total + of(item), 0);

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

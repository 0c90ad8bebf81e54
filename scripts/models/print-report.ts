/** A report as text for a terminal. */
import Table from 'cli-table3';
import { CLAIM_FIELDS, FIELD_KEYS } from '../../shared/claim-fields.ts';
import type { Accuracy, EvaluationFile } from '../../shared/evaluation/report-schema.ts';
import { PLAIN } from '../claims/render.ts';
import { decimals, latency, percent, sampled, usd, withInterval } from './figures.ts';

const MISTAKES_SHOWN = 10;
const GROUPS_SHOWN = 12;

export function printEvaluation(report: EvaluationFile): string {
  const { run, perField, mistakes, groups } = report;
  const fields = new Table({
    ...PLAIN,
    head: ['field', 'right', 'where stated', 'AUROC', 'ECE', 'caught at 10 %'],
  });
  for (const key of FIELD_KEYS) {
    const field = perField[key];
    fields.push([
      key,
      withInterval(field.accuracy, field.interval),
      withInterval(field.nonNullAccuracy, field.nonNullInterval),
      decimals(field.auroc),
      decimals(field.ece),
      percent(field.errorCapture10),
    ]);
  }
  const small = Object.entries(groups).flatMap(([grouping, reports]) => {
    const names = Object.entries(reports);
    if (names.length > GROUPS_SHOWN) return [];
    return names.map(([name, group]) => `  ${grouping} ${name}: ${accuracy(group)}, n ${group.n}`);
  });
  return [
    `${run.extractor} with ${run.model} (${run.maturity}, calibration ${run.calibration}) on ${report.n} claims of ${run.dataset}`,
    `${run.grammar ? 'answers held to the schema' : 'answers written freely'}, ${run.asksAgain ? 'asked again where unusable' : 'asked once'}, ${sampled(run.sampling)}, ${run.concurrency} claims at once, ${run.seconds.toFixed(0)} s`,
    '',
    `field accuracy       ${accuracy(report)}`,
    `  certain labels     ${accuracy(report.certain)}`,
    `format compliance    ${withInterval(report.formatCompliance, report.formatComplianceInterval)} of ${report.answersAsked} answers; ${report.unanswered} claims without any`,
    `latency              p50 ${latency(report.latencyMs.p50)}, p95 ${latency(report.latencyMs.p95)}`,
    `cost                 ${usd(report.costUsdPerClaim)} a claim, ${usd(report.costUsdPerMonth)} a month`,
    `confidence           AUROC ${decimals(report.auroc)}, calibration error ${decimals(report.ece)}, ${percent(report.errorCapture10)} of errors in the least sure tenth`,
    `without a person     ${percent(report.autoAcceptRate)} of claims (${percent(report.autoAcceptedFieldError)} of their fields wrong); ${percent(report.fieldAutoAcceptAt1pct)} of fields at 1 % error`,
    `worst fields         ${report.worstFields.map(({ key, accuracy }) => `${key} ${percent(accuracy)}`).join(', ')}`,
    ...(small.length > 0 ? ['', ...small] : []),
    '',
    fields.toString(),
    '',
    'commonest mistakes',
    ...mistakes
      .slice(0, MISTAKES_SHOWN)
      .map(({ key, kind, count }) => `  ${count} × ${CLAIM_FIELDS[key].title} ${kind.replace('_', ' ')}`),
  ].join('\n');
}

const accuracy = (report: Accuracy): string =>
  `${withInterval(report.fieldAccuracy, report.fieldAccuracyInterval)}; of stated values ${withInterval(report.nonNullFieldAccuracy, report.nonNullFieldAccuracyInterval)}, n ${report.nonNull}`;

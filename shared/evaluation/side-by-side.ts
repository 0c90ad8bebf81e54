/** Finished reports on the same claims, next to each other. Pure. */
import { DatasetError } from './labels.ts';
import type { ClaimRow, EvaluationFile } from './report-schema.ts';
import { type PairedClaim, type PairedDifference, pairedBootstrap } from './statistics.ts';

type Figures = Pick<
  EvaluationFile,
  | 'n'
  | 'fieldAccuracy'
  | 'fieldAccuracyInterval'
  | 'nonNull'
  | 'nonNullFieldAccuracy'
  | 'nonNullFieldAccuracyInterval'
  | 'latencyMs'
  | 'costUsdPerClaim'
  | 'costUsdPerMonth'
  | 'formatCompliance'
  | 'formatComplianceInterval'
  | 'answersAsked'
  | 'auroc'
  | 'ece'
  | 'autoAcceptRate'
  | 'fieldAutoAcceptAt1pct'
>;

export interface Difference {
  extractor: string;
  /** The extractor that it is compared with, on the same claims; positive differences are in favour of this one. */
  against: string;
  fieldAccuracy: PairedDifference;
  nonNullFieldAccuracy: PairedDifference;
}

export interface SideBySide {
  n: number;
  extractors: (EvaluationFile['run'] & Figures)[];
  differences: Difference[];
}

/** Puts reports side by side, the fine-tuned one against each other one. Throws `DatasetError` when their claims differ. */
export function sideBySide(reports: readonly EvaluationFile[]): SideBySide {
  const measure = reports.find(({ run }) => run.extractor === 'finetuned') ?? reports[0];
  if (!measure) throw new DatasetError('there is no report to compare');
  const others = reports.filter((report) => report !== measure);
  return {
    n: measure.n,
    extractors: [measure, ...others].map(figuresOf),
    differences: others.map((other) => ({
      extractor: other.run.extractor,
      against: measure.run.extractor,
      fieldAccuracy: pairedBootstrap(paired(measure, other, () => true)),
      nonNullFieldAccuracy: pairedBootstrap(paired(measure, other, (row, i) => row.stated[i] === '1')),
    })),
  };
}

const figuresOf = (report: EvaluationFile): SideBySide['extractors'][number] => ({
  ...report.run,
  n: report.n,
  fieldAccuracy: report.fieldAccuracy,
  fieldAccuracyInterval: report.fieldAccuracyInterval,
  nonNull: report.nonNull,
  nonNullFieldAccuracy: report.nonNullFieldAccuracy,
  nonNullFieldAccuracyInterval: report.nonNullFieldAccuracyInterval,
  latencyMs: report.latencyMs,
  costUsdPerClaim: report.costUsdPerClaim,
  costUsdPerMonth: report.costUsdPerMonth,
  formatCompliance: report.formatCompliance,
  formatComplianceInterval: report.formatComplianceInterval,
  answersAsked: report.answersAsked,
  auroc: report.auroc,
  ece: report.ece,
  autoAcceptRate: report.autoAcceptRate,
  fieldAutoAcceptAt1pct: report.fieldAutoAcceptAt1pct,
});

/** What `first` has right more than `second`, claim by claim, over the fields that count. */
function paired(
  first: EvaluationFile,
  second: EvaluationFile,
  counts: (row: ClaimRow, field: number) => boolean,
): PairedClaim[] {
  const rows = new Map(second.claims.map((row) => [row.id, row]));
  const same = first.claims.length === second.claims.length;
  return first.claims.map((row) => {
    const other = rows.get(row.id);
    if (!other || !same || other.stated !== row.stated)
      throw new DatasetError('the reports are not about the same claims');
    let [difference, weight] = [0, 0];
    for (let field = 0; field < row.right.length; field++) {
      if (!counts(row, field)) continue;
      weight += 1;
      difference += Number(row.right[field]) - Number(other.right[field]);
    }
    return { difference, weight };
  });
}

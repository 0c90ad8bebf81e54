/** The ordered rule of claim-fields that gives `coverage_determination`. */
import type { Claim, CoverageFacts, FieldKey } from '../claim-fields.ts';

export type CoverageRule =
  | 'adjuster_finding'
  | 'outside_policy_period'
  | 'exclusion_of_all'
  | 'exclusion_of_part'
  | 'theft_without_police_report'
  | 'fault_disputed'
  | 'contradiction'
  | 'no_policy_information'
  | 'nothing_speaks_against_it';

export interface CoverageContext {
  /** Fields on which the packet contradicts itself. */
  contradictions?: readonly FieldKey[];
  /** The packet says that the police have a report, whether or not its number is printed. */
  policeReportSaid?: boolean;
}

export interface CoverageFinding {
  value: Claim['coverage_determination'];
  rule: CoverageRule;
  /** The fields that the finding follows from. */
  fields: FieldKey[];
  /** `false` when nothing was found against coverage, which facts that were never asked for could change. */
  decisive: boolean;
}

const POLICY_FIELDS = [
  'policy_number',
  'policy_type',
  'policy_effective_date',
  'policy_expiration_date',
] as const satisfies readonly FieldKey[];

/** The determination that follows from what the documents state, with the rule it follows by. */
export function determineCoverage(
  claim: Claim,
  facts: CoverageFacts,
  context: CoverageContext = {},
): CoverageFinding {
  const found = (
    rule: CoverageRule,
    value: CoverageFinding['value'],
    fields: FieldKey[],
    decisive = true,
  ) => ({
    value,
    rule,
    fields,
    decisive,
  });
  if (facts.adjuster_finding) return found('adjuster_finding', facts.adjuster_finding, []);

  const outside = outsidePeriod(claim);
  if (outside) return found('outside_policy_period', 'not_covered', outside);
  if (facts.exclusions && facts.exclusions.length > 0) {
    return facts.exclusion_scope === 'part'
      ? found('exclusion_of_part', 'partially_covered', [])
      : found('exclusion_of_all', 'not_covered', [], facts.exclusion_scope === 'all');
  }
  if (claim.incident_type === 'theft' && claim.police_report_number === null && !context.policeReportSaid) {
    return found('theft_without_police_report', 'needs_investigation', [
      'incident_type',
      'police_report_number',
    ]);
  }
  if (facts.fault_disputed) return found('fault_disputed', 'needs_investigation', []);
  const contradicted = [...new Set([...(context.contradictions ?? []), ...impossibleDates(claim)])];
  if (contradicted.length > 0) return found('contradiction', 'needs_investigation', contradicted);

  const stated = POLICY_FIELDS.filter((key) => claim[key] !== null);
  if (stated.length === 0) return found('no_policy_information', null, [...POLICY_FIELDS]);
  const asked = facts.exclusions !== null || facts.fault_disputed !== null;
  const period: FieldKey[] = ['incident_date', 'incident_type'];
  return found(
    'nothing_speaks_against_it',
    'covered',
    [...stated, ...period.filter((key) => claim[key] !== null)],
    asked,
  );
}

function outsidePeriod(claim: Claim): FieldKey[] | null {
  const { incident_date: date, policy_effective_date: from, policy_expiration_date: to } = claim;
  if (date === null) return null;
  if (from !== null && to !== null && from >= to) return null;
  if (from !== null && date < from) return ['incident_date', 'policy_effective_date'];
  if (to !== null && date > to) return ['incident_date', 'policy_expiration_date'];
  return null;
}

function impossibleDates(claim: Claim): FieldKey[] {
  const { incident_date: incident, reported_date: reported } = claim;
  return incident !== null && reported !== null && incident > reported
    ? ['incident_date', 'reported_date']
    : [];
}

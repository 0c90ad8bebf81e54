/** The coverage determination of a merged claim: by the adjuster's printed word, else by the rule. */
import type { Candidate, DoubtReason, Evidence, MergedField, ValueScore } from '../answers.ts';
import type { Claim, FieldKey, FieldValue } from '../claim-fields.ts';
import { type AnsweredChunk, unique } from './candidates.ts';
import { type CoverageFinding, determineCoverage } from './coverage.ts';
import { type GroundedFacts, groundFacts, soundsDisputed } from './coverage-facts.ts';
import type { FindPage } from './evidence.ts';
import { evidenceThrough, type Fields, valuesOf } from './merged-fields.ts';
import { policeReportSaid } from './statements.ts';

const PERIOD = ['incident_date', 'policy_effective_date', 'policy_expiration_date', 'incident_type'] as const;

/** The determination by the rule of claim-fields; the model's own is a candidate, and a doubt where it differs. */
export function coverageField(
  fields: Fields,
  contradictions: FieldKey[],
  answered: readonly AnsweredChunk[],
  findPage: FindPage,
): MergedField {
  const model = fields.coverage_determination;
  const { facts, evidence, ungrounded } = groundFacts(answered, findPage);
  const stated = model.value as Claim['coverage_determination'];
  if (stated !== null && !facts.adjuster_finding) {
    facts.adjuster_finding = stated;
    evidence.adjuster_finding = model.evidence;
  }
  const text = answered.map(({ reading }) => reading.text).join('\n');
  const finding = determineCoverage(valuesOf(fields), facts, {
    contradictions,
    policeReportSaid: policeReportSaid(text),
  });
  const own = statementsFor(finding, evidence);
  const from = [...finding.fields, ...PERIOD.filter((key) => fields[key].doubts.length > 0)];
  const shown = own.length > 0 ? unique(own) : evidenceThrough(fields, from);
  // What follows from nothing that is printed is no finding.
  const value = shown.length > 0 ? finding.value : null;
  const named = model.candidates.map((candidate) => candidate.value);
  const agrees = value === null ? named.length === 0 : named.includes(value);
  const doubts: DoubtReason[] = [
    ...(finding.rule === 'adjuster_finding' ? model.doubts : []),
    ...(agrees ? [] : (['rule_disagrees'] as const)),
    ...(ungrounded ? (['not_in_text'] as const) : []),
  ];
  const said = finding.rule === 'adjuster_finding';
  const shaky = !finding.decisive && soundsDisputed(text);
  // The tokens of the model's answer count only where the answer, not the rule, is the value.
  const score = said || value === null ? (bestScore(model.candidates, value) ?? model.score) : undefined;
  return {
    value,
    grounding: value === null ? 'none' : said ? 'normalised' : shaky ? 'partial' : 'derived',
    evidence: value === null ? [] : shown,
    ...(said || value === null ? {} : { derivation: { rule: finding.rule, fields: [...new Set(from)] } }),
    ...(said && model.labelled ? { labelled: true as const } : {}),
    ...(score ? { score } : {}),
    candidates: model.candidates,
    doubts: [...new Set(doubts)],
  };
}

function statementsFor({ rule }: CoverageFinding, evidence: GroundedFacts['evidence']): Evidence[] {
  switch (rule) {
    case 'adjuster_finding':
      return evidence.adjuster_finding;
    case 'fault_disputed':
      return evidence.fault_disputed;
    case 'exclusion_of_all':
    case 'exclusion_of_part':
      return evidence.exclusions;
    default:
      return [];
  }
}

const bestScore = (candidates: readonly Candidate[], value: FieldValue): ValueScore | undefined =>
  candidates
    .filter((candidate) => candidate.value === value)
    .map((candidate) => candidate.score)
    .sort((a, b) => b.mean - a.mean)[0];

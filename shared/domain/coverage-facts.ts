/** The facts of the coverage rule, as far as the packet's text carries them. */
import type { Evidence } from '../answers.ts';
import { type CoverageFacts, NO_COVERAGE_FACTS } from '../claim-fields.ts';
import type { AnsweredChunk } from './candidates.ts';
import { evidenceOf, type FindPage } from './evidence.ts';
import { ground } from './ground.ts';
import type { Span } from './tokens.ts';

export interface GroundedFacts {
  facts: CoverageFacts;
  /** What each stated fact was read from. */
  evidence: Record<'exclusions' | 'fault_disputed' | 'adjuster_finding', Evidence[]>;
  /** A fact was named that the text does not carry. */
  ungrounded: boolean;
}

const DISPUTE =
  /\b(?:disput\w+|den(?:y|ies|ied)[\s>]{1,4}(?:fault|liability|responsib\w+)|contest\w*|conflicting[\s>]{1,4}(?:statements|accounts|versions)|inconsistent|blames?|both (?:drivers|parties) claim|disagree\w*|liability (?:is )?(?:unclear|undetermined|not (?:yet )?(?:clear|determined)))\b/gi;

// Words that make a person look again where a model was never asked for the facts.
const ALARM =
  /\b(?:exclu(?:ded|sion)s?|not covered|disput\w+|denies (?:fault|liability)|conflicting (?:statements|accounts)|inconsistent|suspicious|staged|under investigation|reservation of rights|lapsed|cancell?ed|non-?payment)\b/i;

/** All facts of the answers that are carried by the text; a fact that is not is left out and reported. */
export function groundFacts(answered: readonly AnsweredChunk[], findPage: FindPage): GroundedFacts {
  const result: GroundedFacts = {
    facts: { ...NO_COVERAGE_FACTS },
    evidence: { exclusions: [], fault_disputed: [], adjuster_finding: [] },
    ungrounded: false,
  };
  const { facts, evidence } = result;
  for (const one of answered) {
    const { exclusions, exclusion_scope, fault_disputed, adjuster_finding } = one.answer.facts;
    if (exclusions) facts.exclusions ??= [];
    for (const exclusion of exclusions ?? []) {
      const spans = ground('incident_description', exclusion, one.reading).spans;
      const where = evidenceOf(spans, one.chunk, findPage);
      if (where.length === 0) result.ungrounded = true;
      else {
        facts.exclusions = [...(facts.exclusions ?? []), exclusion];
        evidence.exclusions.push(...where);
        // One chunk that says "all" is enough; "part" holds only while none does.
        if (exclusion_scope === 'all' || facts.exclusion_scope === null)
          facts.exclusion_scope = exclusion_scope;
      }
    }
    if (fault_disputed === false) facts.fault_disputed ??= false;
    if (fault_disputed) {
      const spans: Span[] = [...one.reading.text.matchAll(DISPUTE)]
        .slice(0, 2)
        .map((match) => ({ start: match.index, end: match.index + match[0].length }));
      const where = evidenceOf(spans, one.chunk, findPage);
      if (where.length === 0) result.ungrounded = true;
      else {
        facts.fault_disputed = true;
        evidence.fault_disputed.push(...where);
      }
    }
    if (adjuster_finding && !facts.adjuster_finding) {
      const where = evidenceOf(
        ground('coverage_determination', adjuster_finding, one.reading).spans,
        one.chunk,
        findPage,
      );
      if (where.length === 0) result.ungrounded = true;
      else {
        facts.adjuster_finding = adjuster_finding;
        evidence.adjuster_finding.push(...where);
      }
    }
  }
  return result;
}

/** Whether the text says that fault is disputed. */
export const saysDisputed = (text: string): boolean => text.search(DISPUTE) >= 0;

/** Whether the text holds words that often come with an exclusion or a dispute. */
export const soundsDisputed = (text: string): boolean => ALARM.test(text);

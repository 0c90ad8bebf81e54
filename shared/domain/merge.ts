/** Merges the chunks' answers into one claim in which every value is printed somewhere or follows from what is. */
import type {
  Candidate,
  Chunk,
  ChunkAnswer,
  DoubtReason,
  Evidence,
  MergedClaim,
  MergedField,
  ModelVersion,
  ValueScore,
} from '../answers.ts';
import { type Claim, FIELD_KEYS, type FieldKey, type FieldValue } from '../claim-fields.ts';
import type { PageText } from '../documents.ts';
import {
  type AnsweredChunk,
  candidatesFor,
  chooseValue,
  type GroundedCandidate,
  isSame,
  unique,
} from './candidates.ts';
import { labelContradictions, rivalDoubts } from './contradictions.ts';
import { determineCoverage } from './coverage.ts';
import { groundFacts, soundsDisputed } from './coverage-facts.ts';
import { type FindPage, pageFinder } from './evidence.ts';
import { isFirm, sameName } from './names.ts';
import { preparePacket } from './packet.ts';
import { labelDoubts } from './place.ts';
import { expectsValue, type Reading } from './reading.ts';
import { violations } from './validate.ts';
import { policeReportSaid } from './vocabulary.ts';

type Fields = Record<FieldKey, MergedField>;

/**
 * The merged claim of a packet. `chunks` and `answers` belong together by id; of a chunk without an
 * answer only the labels count: a field that is filled in there is in doubt. Pure.
 *
 * Every non-null value of the result has evidence: its own, or that of the fields that its derivation names.
 */
export function mergeAnswers(input: {
  chunks: readonly Chunk[];
  answers: readonly ChunkAnswer[];
  pages: readonly PageText[];
  model: ModelVersion;
}): MergedClaim {
  const { chunks, answers, pages, model } = input;
  const findPage = pageFinder(pages);
  const { answered, readings } = preparePacket(chunks, answers, pages);
  const fields = Object.fromEntries(
    FIELD_KEYS.map((key) => [key, mergeField(key, answered, readings, findPage)]),
  ) as Fields;
  dropClaimantFromThirdParties(fields);
  doubtContactsOfOthers(fields, findPage);
  doubtTitleOfBusiness(fields);
  deriveKindOfLoss(fields);
  const contradicted = noteContradictions(fields, answered);
  fields.coverage_determination = coverageField(fields, contradicted, answered, findPage);

  const broken = violations(valuesOf(fields));
  for (const key of broken.flatMap((violation) => violation.fields)) addDoubt(fields[key], 'invalid');
  return { model: model.name, promptVersion: model.promptVersion, fields, violations: broken };
}

/** The 23 values of merged or scored fields. */
export const valuesOf = (fields: Record<FieldKey, { value: FieldValue }>): Claim =>
  Object.fromEntries(FIELD_KEYS.map((key) => [key, fields[key].value])) as Claim;

function mergeField(
  key: FieldKey,
  answered: readonly AnsweredChunk[],
  readings: readonly Reading[],
  findPage: FindPage,
): MergedField {
  const candidates = candidatesFor(key, answered, findPage);
  const choice = key === 'third_parties' ? null : chooseValue(key, candidates);
  const union = key === 'third_parties' ? unionOfNames(candidates) : null;
  if (union) return union;
  if (!choice) return nullField(key, candidates, answered, readings);
  const { best, evidence, rivals } = choice;
  const others = candidates.filter((candidate) => candidate !== best && !rivals.includes(candidate));
  const unlike = best.labelled
    ? []
    : readings.flatMap((reading) => labelDoubts(key, best.value, null, reading));
  return {
    value: best.value,
    grounding: best.grounding,
    evidence,
    ...(best.labelled ? { labelled: true as const } : {}),
    score: best.score,
    candidates: [best, ...rivals, ...others].map(toCandidate),
    doubts: [...new Set([...best.doubts, ...unlike, ...rivalDoubts(key, choice)])],
  };
}

/** No value: with doubt when one was named but is not printed, or when a filled label was passed over. */
function nullField(
  key: FieldKey,
  candidates: readonly GroundedCandidate[],
  answered: readonly AnsweredChunk[],
  readings: readonly Reading[],
): MergedField {
  const expected = readings.some((reading) => expectsValue(key, reading));
  // `false` and `[]` about which nothing is said are the model's way of saying nothing.
  const invented = candidates.some(({ value }) => !saysNobody(value) || expected);
  const nulls = answered.flatMap(({ answer }) => (answer.values[key] === null ? [answer.scores[key]] : []));
  // "Not stated" is no one's answer while a part of the packet has none.
  const score = readings.length > answered.length ? undefined : worst(nulls);
  return {
    value: null,
    grounding: 'none',
    evidence: [],
    ...(score ? { score } : {}),
    candidates: candidates.map(toCandidate),
    doubts: [
      ...(invented ? (['not_in_text'] as const) : []),
      ...(expected ? (['label_without_value'] as const) : []),
    ],
  };
}

const saysNobody = (value: FieldValue): boolean =>
  value === false || (Array.isArray(value) && value.length === 0);

const worst = (scores: readonly ValueScore[]): ValueScore | undefined =>
  [...scores].sort((a, b) => a.mean - b.mean)[0];

/** Third parties are a union: each chunk sees its own; "none" counts only where nobody is named. */
function unionOfNames(candidates: readonly GroundedCandidate[]): MergedField | null {
  const printed = candidates.filter(({ grounding }) => grounding !== 'none');
  const naming = printed.filter(({ value }) => Array.isArray(value) && value.length > 0);
  const used = naming.length > 0 ? naming : printed;
  const [first] = used;
  if (!first) return null;
  const names = used.flatMap(({ value }) => (Array.isArray(value) ? value : []));
  const score = worst(used.map((candidate) => candidate.score));
  const groundings = used.map(({ grounding }) => grounding);
  return {
    value: names.filter((name, index) => names.findIndex((other) => sameName(name, other)) === index),
    grounding: groundings.includes('partial') ? 'partial' : first.grounding,
    evidence: unique(used.flatMap(({ evidence }) => evidence)),
    ...(used.every(({ labelled }) => labelled) ? { labelled: true as const } : {}),
    ...(score ? { score } : {}),
    candidates: candidates.map(toCandidate),
    doubts: [...new Set(used.flatMap(({ doubts }) => doubts))],
  };
}

function dropClaimantFromThirdParties(fields: Fields): void {
  const { claimant_name: claimant, third_parties: parties } = fields;
  const named = parties.value;
  if (!Array.isArray(named) || typeof claimant.value !== 'string') return;
  const others = named.filter((name) => !sameName(name, String(claimant.value)));
  if (others.length === named.length) return;
  parties.value = others.length > 0 ? others : null;
  if (parties.value === null) Object.assign(parties, { grounding: 'none', evidence: [] });
}

/** "Ann Lee - (555) 010-2030; Sam Poe - (555) 010-4050": a number belongs to the name before it. */
function doubtContactsOfOthers(fields: Fields, findPage: FindPage): void {
  const claimant = fields.claimant_name.value;
  for (const key of ['claimant_phone', 'claimant_email'] as const) {
    const [evidence] = fields[key].evidence;
    if (!evidence) continue;
    const text = findPage(evidence.document, evidence.page)?.text.slice(0, evidence.start) ?? '';
    const name = /(\p{Lu}\p{L}+ (?:\p{Lu}\.? )?\p{Lu}\p{L}+)[ \t(–—-]{2,}$/u.exec(text.slice(-80))?.[1];
    if (name && (claimant === null || !isSame('claimant_name', name, claimant)))
      addDoubt(fields[key], 'label_disagrees');
  }
}

/** "Automobile Loss Notice" names a private policy, unless the insured is a business. */
function doubtTitleOfBusiness({ policy_type: type, claimant_name: claimant }: Fields): void {
  if (type.labelled || (type.value !== 'personal_auto' && type.value !== 'commercial_auto')) return;
  const saysWhich = type.evidence.some(({ quote }) =>
    /personal|private|family|commercial|business|fleet|truck/i.test(quote),
  );
  const business = typeof claimant.value === 'string' && isFirm(claimant.value);
  if (!saysWhich && business !== (type.value === 'commercial_auto')) addDoubt(type, 'rule_disagrees');
}

/** The kind of loss follows from the story; where no word carries it, it stands only while the story does. */
function deriveKindOfLoss(fields: Fields): void {
  const kind = fields.incident_type;
  if (kind.value === null || kind.grounding !== 'derived') return;
  const from = (['incident_description', 'damage_description'] as const).filter(
    (key) => fields[key].value !== null,
  );
  kind.derivation = { rule: 'kind_of_loss', fields: from };
  if (kind.evidence.length > 0) return;
  kind.evidence = evidenceThrough(fields, from);
  if (kind.evidence.length === 0) {
    Object.assign(kind, { value: null, grounding: 'none', doubts: ['not_in_text'] });
    delete kind.derivation;
  }
}

const evidenceThrough = (fields: Fields, keys: readonly FieldKey[]): Evidence[] =>
  unique(keys.flatMap((key) => fields[key].evidence.slice(0, 2)));

/** Fields on which the packet contradicts itself; the doubts go to the fields. */
function noteContradictions(fields: Fields, answered: readonly AnsweredChunk[]): FieldKey[] {
  for (const [key, doubt] of labelContradictions(answered)) {
    if (!fields[key].doubts.includes('documents_contradict')) addDoubt(fields[key], doubt);
  }
  const bearing = [
    'claimant_name',
    'claimant_dob',
    'policy_number',
    'incident_date',
    'incident_type',
  ] as const;
  return bearing.filter(
    (key) =>
      fields[key].doubts.includes('documents_contradict') ||
      (key === 'incident_date' && fields[key].doubts.includes('chunks_disagree')),
  );
}

const PERIOD = ['incident_date', 'policy_effective_date', 'policy_expiration_date', 'incident_type'] as const;

/** The determination by the rule of claim-fields; the model's own is a candidate, and a doubt where it differs. */
function coverageField(
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
  const own =
    finding.rule === 'adjuster_finding'
      ? evidence.adjuster_finding
      : finding.rule === 'fault_disputed'
        ? evidence.fault_disputed
        : finding.rule.startsWith('exclusion')
          ? evidence.exclusions
          : [];
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

const bestScore = (candidates: readonly Candidate[], value: FieldValue): ValueScore | undefined =>
  candidates
    .filter((candidate) => candidate.value === value)
    .map((candidate) => candidate.score)
    .sort((a, b) => b.mean - a.mean)[0];

function addDoubt(field: MergedField, doubt: DoubtReason): void {
  if (!field.doubts.includes(doubt)) field.doubts.push(doubt);
}

const toCandidate = ({ value, raw, chunk, score, grounding, evidence }: GroundedCandidate): Candidate => ({
  value,
  raw,
  chunk,
  score,
  grounding,
  evidence,
});

/** Merges the chunks' answers into one claim in which every value is printed somewhere or follows from what is. */
import type {
  Candidate,
  Chunk,
  ChunkAnswer,
  MergedClaim,
  MergedField,
  ModelVersion,
  ValueScore,
} from '../answers.ts';
import { FIELD_KEYS, type FieldKey, type FieldValue } from '../claim-fields.ts';
import type { PageText } from '../documents.ts';
import {
  type AnsweredChunk,
  candidatesFor,
  chooseValue,
  type GroundedCandidate,
  isSame,
  unique,
} from './candidates.ts';
import { labelContradictions, rivalDoubts, toldOfAnotherDay } from './contradictions.ts';
import { type FindPage, pageFinder } from './evidence.ts';
import { coverageField } from './merge-coverage.ts';
import { takeTold } from './merge-told.ts';
import { takeLabelled, takeStatements } from './merge-unanswered.ts';
import { addDoubt, empty, evidenceThrough, type Fields, valuesOf } from './merged-fields.ts';
import { isFirm, sameName } from './names.ts';
import { preparePacket } from './packet.ts';
import { labelDoubts } from './place.ts';
import { expectsValue, type Reading } from './reading.ts';
import { textBefore } from './tokens.ts';
import { violations } from './validate.ts';

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
  dropFalseEndOfPeriod(fields, findPage);
  takeStatements(fields, answered, findPage);
  takeLabelled(fields, answered, findPage);
  takeTold(fields, answered, findPage);
  const contradicted = noteContradictions(fields, answered);
  fields.coverage_determination = coverageField(fields, contradicted, answered, findPage);

  const broken = violations(valuesOf(fields));
  for (const key of broken.flatMap((violation) => violation.fields)) addDoubt(fields[key], 'invalid');
  return { model: model.name, promptVersion: model.promptVersion, fields, violations: broken };
}

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

const STARTS =
  /\b(?:from|starts?|begins?|began|effective|eff|inception|incepts?|since|attaching|first|commences?)(?![a-z])/gi;
const ENDS = /\b(?:ends?|until|till|to|through|thru|expir\w*|exp|renew\w*|laps\w*|last)(?![a-z])/gi;
/** How far before a day the words stand that say whether a period starts or ends on it. */
const BEFORE_A_DAY = 60;

/** A period does not start on its last day: of two equal days one was read from the place of the other. */
function dropFalseEndOfPeriod(fields: Fields, findPage: FindPage): void {
  const { policy_effective_date: first, policy_expiration_date: last } = fields;
  const [evidence] = last.evidence;
  if (first.value === null || first.value !== last.value || !evidence) return;
  const text = findPage(evidence.document, evidence.page)?.text ?? '';
  const words = textBefore(text, evidence, BEFORE_A_DAY).replaceAll('_', ' ');
  const furthest = (pattern: RegExp): number => [...words.matchAll(pattern)].at(-1)?.index ?? -1;
  const [start, end] = [furthest(STARTS), furthest(ENDS)];
  if (start === end) return;
  empty(start > end ? last : first);
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

/** Fields on which the packet contradicts itself; the doubts go to the fields. */
function noteContradictions(fields: Fields, answered: readonly AnsweredChunk[]): FieldKey[] {
  for (const [key, doubt] of labelContradictions(answered)) {
    if (!fields[key].doubts.includes('documents_contradict')) addDoubt(fields[key], doubt);
  }
  const day = fields.incident_date;
  if (
    day.value !== null &&
    !day.doubts.includes('documents_contradict') &&
    toldOfAnotherDay(day.value, answered)
  )
    addDoubt(day, 'chunks_disagree');
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

const toCandidate = ({ value, raw, chunk, score, grounding, evidence }: GroundedCandidate): Candidate => ({
  value,
  raw,
  chunk,
  score,
  grounding,
  evidence,
});

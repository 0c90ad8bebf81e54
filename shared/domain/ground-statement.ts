/** Grounds values that are said rather than printed: enumerations, "hurt or not", "nobody else". */
import type { FieldKey, FieldValue } from '../claim-fields.ts';
import { CUES } from './labels/cues.ts';
import { type Label, labelAt } from './labels/labels.ts';
import { choose, type Grounded, labelDoubts, NOWHERE, type Place } from './place.ts';
import { cellAround } from './printed-answers.ts';
import type { Reading } from './reading.ts';
import { injuriesAsked, injuryStatements, noOthersStatements } from './statements.ts';
import type { Span } from './tokens.ts';
import { type StatedWord, statedValues } from './vocabulary.ts';

/** The words that state an enumerated value: behind its label, else in a title, in a finding or in what happened. */
export function groundEnum(key: FieldKey, value: string, reading: Reading): Grounded {
  const words = statedValues(key, reading.text);
  const own = words.filter((word) => word.value === value);
  const behindLabel = own.filter((word) => labelAt(reading.labels, word.start)?.keys.includes(key));
  if (behindLabel.length > 0) return choose(key, behindLabel.map(toPlace), reading);
  switch (key) {
    case 'policy_type':
      return choose(key, own.filter((word) => namesALine(reading.text, word)).map(toPlace), reading);
    case 'coverage_determination':
      return choose(key, own.filter((word) => isFinding(reading.text, word)).map(toPlace), reading);
    default:
      return groundKindOfLoss(value, words, reading);
  }
}

const toPlace = (word: StatedWord): Place => ({
  spans: [{ start: word.start, end: word.end }],
  value: word.value,
  grounding: 'normalised',
});

// The kind of asset alone ("auto") states no line of business; a title or the name of a policy does.
const namesALine = (text: string, word: Span): boolean =>
  !isCarrier(text, word) &&
  (!/^(?:auto|automobile|motor|home|(?:private|family)\s+car|residential\s+property|business\s+property)$/i.test(
    text.slice(word.start, word.end),
  ) ||
    isOfPolicy(text, word));

const NAMED = CUES.policy_type.specific.join('|').replace(/ (?!\?)/g, '[\\s>_]{1,3}');
const POLICY_WORDS = new RegExp(`\\b(?:policy|coverage|${NAMED})\\b`, 'i');
const NAMED_BEFORE = new RegExp(`\\b(?:${NAMED})[\\s:>]{1,4}$`, 'i');

/** Whether a bare "Auto" is called a policy's: "policy no. 7 (Auto)", or alone under "LINE OF BUSINESS". */
function isOfPolicy(text: string, word: Span): boolean {
  // "BUSINESS PROPERTY CLAIM"
  if (/^\s+(?:claim|loss|policy|notice)\b/i.test(text.slice(word.end, word.end + 12))) return true;
  if (NAMED_BEFORE.test(text.slice(Math.max(0, word.start - 60), word.start))) return true;
  const line = /[^\n]*$/.exec(text.slice(Math.max(0, word.start - 120), word.start))?.[0] ?? '';
  if (POLICY_WORDS.test(line)) return true;
  const { before, after } = cellAround(text, word);
  if (/\p{L}/u.test(before + after)) return false;
  const rows = text.slice(Math.max(0, word.start - line.length - 300), word.start - line.length);
  return POLICY_WORDS.test(rows.trimEnd().split('\n').slice(-4).join('\n'));
}

// "Reliable Auto Insurance" is a company.
const isCarrier = (text: string, word: Span): boolean =>
  /^\p{Lu}/u.test(text.slice(word.start, word.end)) &&
  /insurance$/i.test(text.slice(word.start, word.end)) &&
  !/\b(?:type|line|business|class|product|form|policy) $/i.test(
    text.slice(Math.max(0, word.start - 20), word.start),
  ) &&
  /(?<!\b(?:The|Our|Your|My|An|This))(?<=\p{Lu}\p{Ll}+) $/u.test(
    text.slice(Math.max(0, word.start - 20), word.start),
  );

const isFinding = (text: string, word: Span): boolean => {
  const sentence = /[^.\n;]{0,80}$/.exec(text.slice(Math.max(0, word.start - 80), word.start))?.[0] ?? '';
  const phrase = sentence + text.slice(word.start, word.end);
  return (
    /\b(?:cover(?:age)?|claim|loss|damages?|determin\w+|decision|finding|ruling|adjuster)\b/i.test(phrase) &&
    !/\b(?:if|whether|may|might|could|subject to|unless|question|not yet|would|should)\b/i.test(sentence)
  );
};

function groundKindOfLoss(value: string, words: readonly StatedWord[], reading: Reading): Grounded {
  const own = words.filter((word) => word.value === value);
  const told = words.filter((word) => tellsTheLoss(labelAt(reading.labels, word.start)));
  const considered = told.length > 0 ? told : words;
  const [best] = [...own].sort(
    (a, b) => Number(considered.includes(b)) - Number(considered.includes(a)) || a.start - b.start,
  );
  const doubts = labelDoubts('incident_type', value, null, reading);
  // There are more ways to tell a loss than any list holds: what no known words carry stands in doubt,
  // beside the account of what happened. "Other" is what remains when no words name a kind.
  if (!best) {
    const unnamed = value === 'other' && words.length === 0;
    return { ...NOWHERE, value, grounding: 'derived', doubts: unnamed ? doubts : ['not_in_text'] };
  }
  const counts = new Map<string, number>();
  for (const word of considered) counts.set(word.value, (counts.get(word.value) ?? 0) + 1);
  const outnumbered = (counts.get(value) ?? 0) * 2 < Math.max(...counts.values());
  return {
    value,
    grounding: outnumbered ? 'partial' : 'derived',
    spans: [{ start: best.start, end: best.end }],
    labelled: false,
    rank: 0,
    doubts,
  };
}

const tellsTheLoss = (label: Label | undefined): boolean =>
  label?.keys.some((key) => key === 'incident_description' || key === 'damage_description') ?? false;

/** The statement that somebody was hurt, or that nobody was; `false` with nothing said or asked is no value. */
export function groundBoolean(value: boolean, reading: Reading): Grounded {
  const statements = injuryStatements(reading.text);
  const agreeing = statements.filter((statement) => statement.hurt === value);
  if (statements.length === 0 && !value) return inDoubt(value, injuriesAsked(reading.text));
  const label = (at: number) => labelAt(reading.labels, at)?.keys.includes('injuries_reported') ?? false;
  const isAnswer = (span: Span) => label(span.end) || /[:?]/.test(reading.text.slice(span.start, span.end));
  const best = agreeing.find(isAnswer) ?? agreeing[0];
  if (!best) return NOWHERE;
  // One hurt person is enough for `true`; a form that answers "none" against it is a contradiction.
  const opposed = statements.some((other) => other.hurt !== value && (other.hurt || isAnswer(other)));
  return {
    value,
    grounding: opposed && !value ? 'partial' : 'normalised',
    spans: [{ start: best.start, end: best.end }],
    labelled: isAnswer(best),
    rank: 0,
    doubts: opposed ? ['label_disagrees'] : [],
  };
}

/** The statement that nobody else was involved. */
export function groundNobody(reading: Reading): Grounded {
  const [statement] = noOthersStatements(reading.text);
  if (!statement) return NOWHERE;
  return { value: [], grounding: 'normalised', spans: [statement], labelled: true, rank: 0, doubts: [] };
}

/** The model's answer to a question whose printed one no known words carry. */
const inDoubt = (value: FieldValue, question: Span | undefined): Grounded =>
  question
    ? { value, grounding: 'derived', spans: [question], labelled: false, rank: 0, doubts: ['not_in_text'] }
    : NOWHERE;

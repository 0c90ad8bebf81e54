/** Labels that a sign parts from their values: a colon, a question mark, what programs write behind a key. */
import { fieldSpec } from '../../claim-fields.ts';
import { isFramed } from './columns.ts';
import { OTHER_PARTY, OUTSIDER } from './cues.ts';
import { findExportKeys } from './export-keys.ts';
import { findTurns, withoutIntroduction } from './interviews.ts';
import { AT_END, classify, type LabelWords, type Mark, unknownLabel, WHOLE } from './words.ts';

/** Keys of exports: `"policyNo": …`. */
export function exportMarks(text: string): Mark[] {
  return findExportKeys(text).flatMap(({ start, end, words, value }) => {
    const mark = classify(words, start, WHOLE);
    return mark ? [{ ...mark, start, end, valueStart: value.start, valueEnd: value.end }] : [];
  });
}

/** Figures before a label belong to the value of the label before it: "Policy No:\n22071-2V33 Type of Insurance:". */
const VALUE_BEFORE = /^.*(?:\d{3}|\d[.,/:-]\d|[$€£₹@])\S*\s+(?=\p{L})/u;

/** "Policy number: …", "When did it happen? …". */
export function colonMarks(text: string): Mark[] {
  const marks: Mark[] = [];
  for (const match of text.matchAll(/[:?](?!\/\/)\s*:?/g)) {
    const at = match.index;
    if (/\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '')) continue;
    if (match[0] !== '?' && isFramed(lineAt(text, at))) continue;
    const from = Math.max(text.lastIndexOf('\n', at - 1) + 1, at - 90, marks.at(-1)?.valueStart ?? 0);
    const phrase =
      text
        .slice(from, at)
        .split(/[|;\t—]| {3,}|\. |\) /)
        .at(-1)
        ?.replace(VALUE_BEFORE, '') ?? '';
    const phraseStart = at - phrase.length;
    const mark = classify(phrase, phraseStart, AT_END);
    const valueStart = at + match[0].trimEnd().length;
    if (mark) marks.push({ ...wholePhrase(mark, text, phraseStart), end: at, valueStart });
    else if (looksLikeLabel(phrase))
      marks.push({ ...unknownLabel(phrase, phraseStart), end: at, valueStart });
  }
  return marks;
}

/** Questions of an interview: what is asked of the speaker is the claimant's own, unless the question says whose. */
export const turnMarks = (text: string): Mark[] =>
  findTurns(text).flatMap(({ asked, answer }) => {
    const question = text.slice(asked.start, asked.end);
    const mark = classify(question, asked.start, AT_END);
    if (!mark) return [];
    const said = text.slice(answer.start, answer.end);
    const isStory = mark.keys.some((key) => fieldSpec(key).kind === 'text');
    const valueStart = answer.start + (isStory ? 0 : said.length - withoutIntroduction(said).length);
    const ofOthers = OUTSIDER.test(question) || OTHER_PARTY.test(question);
    return [
      {
        ...mark,
        generic: mark.generic && ofOthers,
        ...{ start: asked.start, end: asked.end, valueStart, valueEnd: answer.end },
      },
    ];
  });

const lineAt = (text: string, at: number): string =>
  text.slice(text.lastIndexOf('\n', at) + 1, at) +
  (/[^\n]*/.exec(text.slice(at, at + LONGEST_LINE))?.[0] ?? '');

const LONGEST_LINE = 300;

const looksLikeLabel = (phrase: string): boolean =>
  /^[\s*•>-]*[A-Z]/.test(phrase) && phrase.trim().split(/\s+/).length <= 9;

/** At the start of a line the words before a cue are part of its label and can take its meaning away. */
function wholePhrase<M extends LabelWords>(mark: M, text: string, phraseStart: number): M {
  const before = mark.before.replace(/^[\s*•>\d.)#-]+/, '').trim();
  const atLineStart = phraseStart === 0 || text[phraseStart - 1] === '\n';
  if (!atLineStart || before === '' || before.split(/\s+/).length > 5) return mark;
  // "Relation to Insured", "Other Insurance on Vehicle", "Did the seat sustain damage?"
  const changesMeaning = /\b[a-z]+$/.test(before) && !/\b(?:your|the|and|or|primary)$/.test(before);
  return {
    ...mark,
    start: mark.start - mark.before.trimStart().length,
    ...(changesMeaning ? { keys: [] } : {}),
  };
}

/** Interviews and chats: who speaks, what is asked, and where the answer to it begins. */
import type { Span } from '../tokens.ts';
import { type Line, linesOf } from './columns.ts';

export interface Turn {
  /** The question without its mark and without whoever asks. */
  asked: Span;
  /** The answer on its line, without whoever gives it and what people say first. */
  answer: Span;
}

/** What parts a speaker from the words, strongest first: a full stop ends names in other texts too. */
const SEPARATORS = [':', '>{1,2}', '(?<=\\])', '\\|', '[-–]', '\\.'];
const SPEAKERS = SEPARATORS.map(
  (separator) =>
    new RegExp(
      `^[\\s>*]*(?:\\d{1,2}(?::\\d\\d)?[.)]?[ \\t]+)?(\\[[^\\]\\n]{1,40}\\]|\\p{L}[\\p{L}\\p{N} .,'’()&-]{0,50}?)[ \\t]?${separator}[ \\t]+(?=\\S)`,
      'u',
    ),
);

/** "Please give your full name.", "State your name for the record." */
const REQUEST = /^(?:please|(?:and )?(?:give|state|tell|describe|spell|confirm)\b)|,? please\.$/i;

/** What people say before they answer: "Well, at the corner", "Sure. Let me look. 4711". */
const FILLERS =
  /^(?:(?:sure|well|yes|yeah|ok|okay|um+|uh+|so|certainly|of course|right|let me (?:look|see|check))[.,:]\s+)+(?=\S)/i;
export const withoutFillers = (said: string): string => said.replace(FILLERS, '');

/** What people say before a name, a number or a place: "It's 4711". */
const INTRODUCTION = /^(?:it['’]?s|that['’]?s|that is|it is|that would be|this is|my name is)\s+(?=\S)/i;
export const withoutIntroduction = (said: string): string => withoutFillers(said).replace(INTRODUCTION, '');

/** The questions that somebody else answers in the next line. */
export function findTurns(text: string): Turn[] {
  const lines = linesOf(text).filter((line) => line.text.trim() !== '');
  return lines.flatMap((line, index) => {
    const next = lines[index + 1];
    const turn = next && turnOf(line, next);
    return turn ? [turn] : [];
  });
}

function turnOf(asking: Line, answering: Line): Turn | null {
  if (!/[?.]\s*$/.test(asking.text)) return null;
  for (const speaker of SPEAKERS) {
    const [asks, answers] = [speaker.exec(asking.text), speaker.exec(answering.text)];
    if (!asks || !answers || asks[1] === answers[1]) continue;
    const question = asking.text.slice(asks[0].length).trimEnd();
    if (!question.endsWith('?') && !REQUEST.test(question)) return null;
    const said = answering.text.slice(answers[0].length).trimEnd();
    const start = answering.at + answers[0].length + said.length - withoutFillers(said).length;
    const from = asking.at + asks[0].length;
    return {
      asked: { start: from, end: from + question.length - 1 },
      answer: { start, end: answering.at + answering.text.trimEnd().length },
    };
  }
  return null;
}

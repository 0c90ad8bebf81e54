/** Which fields the words of a label can stand for. */
import { FIELD_KEYS, type FieldKey, fieldSpec } from '../../claim-fields.ts';
import type { Span } from '../tokens.ts';
import { CUES } from './cues.ts';

/** The words of a label. */
export interface LabelWords extends Span {
  /** Several fields can share a label; none: it is of something else. */
  keys: FieldKey[];
  generic: boolean;
  /** The words before the label in the same phrase. */
  before: string;
}

/** A label, and where what it stands for begins. */
export interface Mark extends LabelWords {
  valueStart: number;
  /** Where it ends, if a key or a cell says so. */
  valueEnd?: number;
}

const SHORT_KINDS = new Set(['date', 'time', 'money', 'phone', 'email', 'identifier', 'enum', 'boolean']);
/** Whether all that these labels stand for fits on a line. */
export const areShort = (keys: readonly FieldKey[]): boolean =>
  keys.every((key) => SHORT_KINDS.has(fieldSpec(key).kind));

const TAIL = '\\s*(?:\\([^()\\n]{0,40}\\)|,? please)?\\s*\\*{0,2}';
const compile = (pattern: (cue: string) => string) =>
  FIELD_KEYS.flatMap((key) => {
    const { specific, generic } = CUES[key];
    const entry = (cues: string[], isGeneric: boolean) => ({
      key,
      generic: isGeneric,
      regex: new RegExp(pattern(cues.join('|')), 'i'),
    });
    return [entry(specific, false), ...(generic ? [entry(generic, true)] : [])];
  });
/** The words before a colon. */
export const AT_END = compile((cue) =>
  `(?:^|[^\\p{L}\\p{N}])(${cue})${TAIL}$`.replaceAll('\\p{L}\\p{N}', 'A-Za-z0-9'),
);
/** All words of a line or cell. */
export const WHOLE = compile((cue) => `^[\\s*#>•[-]*(${cue})${TAIL}[\\s.:#*?\\]-]*$`);
/** The words before a value on the same line. */
export const AT_START = compile((cue) => `^[\\s*•>-]*(${cue})[\\s#.]+(?=[\\w$(])`);

/** The longest label that the phrase carries; several fields can share one ("Policy period"). */
export function classify(phrase: string, offset: number, cues: typeof AT_END): LabelWords | null {
  let longest = 0;
  let found: LabelWords | null = null;
  for (const { key, generic, regex } of cues) {
    const match = regex.exec(phrase);
    const cue = match?.[1];
    if (!match || !cue) continue;
    const at = match.index + match[0].indexOf(cue);
    if (cue.length > longest) {
      longest = cue.length;
      found = {
        keys: [key],
        generic,
        before: phrase.slice(0, at),
        start: offset + at,
        end: offset + at + cue.length,
      };
    } else if (cue.length === longest && found && !found.keys.includes(key)) {
      found.keys.push(key);
      found.generic &&= generic;
    }
  }
  return found;
}

/** A label that stands for no field of a claim. */
export function unknownLabel(phrase: string, offset: number): LabelWords {
  // In running text only the last words before a colon are its label.
  const words = [...phrase.matchAll(/\S+/g)];
  const first = words.at(-Math.min(3, words.length))?.index ?? 0;
  return { keys: [], generic: true, before: '', start: offset + first, end: offset + phrase.length };
}

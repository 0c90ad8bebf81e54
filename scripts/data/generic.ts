/** Generic document-to-JSON work: what a base model learns before it sees a claim's own schema. */
import type { RawValue } from '../../shared/claim-fields.ts';
import { askedClaims } from './generic/claims.ts';
import type { Solved } from './generic/solved.ts';
import { askedTrade } from './generic/trades.ts';
import { Random } from './random.ts';

export interface GenericExample {
  id: string;
  kind: string;
  /** Solved examples that a few-shot prompt shows first; same keys, other documents. */
  shots: Solved[];
  text: string;
  /** The keys asked for, in order; `null` where the document states nothing. */
  answer: Record<string, RawValue>;
}

const SHARE_CLAIMS = 0.7;
const SHARE_SHOTS = 0.25;
/** A few examples are long, so that long contexts are seen. */
const SHARE_LONG = 0.03;
const LONG = 9_000;
const TRIES = 12;

/**
 * Example `index` of the run with this seed: a document, and the values of the keys asked for, as printed.
 * Its texts have `longest` characters at most, 9,000 in one of 33 examples.
 */
export function makeGeneric(seed: number, index: number, longest: number): GenericExample {
  const r = new Random((seed * 999_983 + index * 6007) | 0);
  const ask = r.chance(SHARE_CLAIMS) ? askedClaims : askedTrade;
  const isLong = r.chance(SHARE_LONG);
  let shots = isLong ? 3 : r.chance(SHARE_SHOTS) ? r.int(1, 3) : 0;
  for (let tried = 1; ; tried++) {
    const { kind, solved } = ask(r, shots + 1);
    const { text, answer } = solved.at(-1) ?? { text: '', answer: {} };
    const length = solved.reduce((sum, one) => sum + one.text.length, 0);
    const fits = isLong ? length <= Math.max(LONG, longest) : length <= longest;
    // One that is to be long is drawn again while it is short, as long as there is hope.
    if (fits && !(isLong && length < longest && tried < TRIES))
      return { id: `generic-${seed}-${index}`, kind, shots: solved.slice(0, -1), text, answer };
    // Fewer shots leave more room for the document itself.
    if (tried % TRIES === 0 && shots > 0 && !fits) shots -= 1;
    if (tried > TRIES * 40) throw new Error(`nothing fits into ${longest} characters`);
  }
}

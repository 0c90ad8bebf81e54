import { describe, expect, it } from 'vitest';
import { type GenericExample, makeGeneric } from '../../scripts/data/generic.ts';
import { layoutsOf } from '../../scripts/data/layouts/index.ts';
import { oneLine } from '../../scripts/data/packet.ts';
import {
  COVERAGE_DETERMINATIONS,
  FIELD_KEYS,
  INCIDENT_TYPES,
  POLICY_TYPES,
} from '../../shared/claim-fields.ts';

const COUNT = 1_500;
const LONGEST = 3_500;
const examples = Array.from({ length: COUNT }, (_, index) => makeGeneric(5, index, LONGEST));
const ofClaims = examples.filter(({ kind }) => kind.startsWith('claim '));
const share = (part: readonly unknown[], whole: readonly unknown[] = examples): number =>
  part.length / whole.length;
const size = ({ shots, text }: GenericExample): number =>
  [...shots.map((shot) => shot.text), text].reduce((sum, one) => sum + one.length, 0);

/** Answers that are words of the claim's schema, not pieces of the text. */
const WORDS: ReadonlySet<unknown> = new Set([
  ...POLICY_TYPES,
  ...INCIDENT_TYPES,
  ...COVERAGE_DETERMINATIONS,
  'all',
  'part',
]);
/** The words of an exclusion are printed beside it; a party's name may stand in capitals only. */
const folded = (text: string): string => oneLine(text).toLowerCase();

describe('examples for a base model', () => {
  it('repeat for the same seed', () => {
    for (const index of [0, 7, 311]) expect(makeGeneric(5, index, LONGEST)).toEqual(examples[index]);
  });

  it('print every text that is answered, in the document it is asked of', () => {
    for (const example of examples)
      for (const { text, answer } of [...example.shots, example]) {
        const printed = folded(text);
        for (const value of Object.values(answer).flat()) {
          if (typeof value !== 'string' || WORDS.has(value)) continue;
          const pieces = printed.includes(folded(value)) ? [] : value.split(/[, ]+/).map(folded);
          for (const piece of pieces) expect(printed, `${example.id}: ${value}`).toContain(piece);
        }
      }
  });

  it('ask the same keys of each solved example as of the document', () => {
    for (const { shots, answer } of examples)
      for (const shot of shots) expect(Object.keys(shot.answer)).toEqual(Object.keys(answer));
  });

  it('show claims of training layouts only, and never under the schema of a claim', () => {
    const train = new Set(layoutsOf('train').map(({ name }) => `claim ${name}`));
    for (const { kind, answer } of ofClaims) {
      expect(train).toContain(kind);
      const keys = Object.keys(answer);
      expect(keys.length).toBeLessThanOrEqual(18);
      expect(keys).not.toContain('reasoning');
      expect(keys.join().startsWith(FIELD_KEYS.slice(0, 4).join())).toBe(false);
    }
  });

  it('are claims for seven tenths, a quarter of all with solved examples, at most a third of them null', () => {
    expect(share(ofClaims)).toBeGreaterThan(0.64);
    expect(share(ofClaims)).toBeLessThan(0.76);
    expect(share(examples.filter(({ shots }) => shots.length > 0))).toBeGreaterThan(0.19);
    const asked = examples.flatMap(({ answer }) => Object.values(answer));
    expect(
      share(
        asked.filter((value) => value === null),
        asked,
      ),
    ).toBeLessThan(1 / 3);
  });

  it('keep to the longest text but for a few', () => {
    const long = examples.filter((example) => size(example) > LONGEST);
    expect(share(long)).toBeGreaterThan(0);
    expect(share(long)).toBeLessThan(0.05);
    for (const example of long) expect(size(example)).toBeLessThanOrEqual(9_000);
  });
});

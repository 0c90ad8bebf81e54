/** Claims that are there twice: the same bytes, nearly the same words, or the same loss told in another packet. Pure. */
import { createHash } from 'node:crypto';
import type { Claim } from '../claim-fields.ts';
import { nameWords } from '../domain/names.ts';
import { lettersAndDigits, wordsOf } from '../domain/tokens.ts';

export interface Text {
  /** Names the claim; earlier ones in the list are kept before later ones. */
  id: string;
  text: string;
  labels: Claim;
}

export type DuplicateKind = 'same_text' | 'near_text' | 'same_loss';

export interface Duplicate {
  id: string;
  /** The claim that is kept in its place. */
  of: string;
  kind: DuplicateKind;
}

const SHINGLE_WORDS = 5;
const HASHES = 96;
/** Bands of 3 rows: of two texts of similarity 0.9 one pair in ten billion is missed, at 0.5 most are not looked at. */
const ROWS = 3;

/**
 * Every claim that repeats one before it. Texts with a Jaccard similarity of word shingles of `nearAt` or
 * more are near duplicates; candidates are found by MinHash and compared exactly. Claims of one claimant,
 * policy and day are the same loss, however differently it is told.
 */
export function findDuplicates(texts: readonly Text[], { nearAt }: { nearAt: number }): Duplicate[] {
  const byText = new Map<string, string>();
  const byLoss = new Map<string, string>();
  const bands = new Map<string, number[]>();
  const kept: { id: string; shingles: Set<number> }[] = [];
  const duplicates: Duplicate[] = [];

  for (const { id, text, labels } of texts) {
    const words = wordsOf(text);
    const whole = words.join(' ');
    const loss = lossOf(labels);
    const shingles = shinglesOf(words);
    const keys = bandsOf(shingles);
    const first = byText.get(whole);
    const near = first === undefined ? nearest(shingles, keys) : undefined;
    const sameLoss = loss === null ? undefined : byLoss.get(loss);
    if (first !== undefined) duplicates.push({ id, of: first, kind: 'same_text' });
    else if (near !== undefined) duplicates.push({ id, of: near, kind: 'near_text' });
    else if (sameLoss !== undefined) duplicates.push({ id, of: sameLoss, kind: 'same_loss' });
    else {
      byText.set(whole, id);
      if (loss !== null) byLoss.set(loss, id);
      for (const key of keys) bands.set(key, [...(bands.get(key) ?? []), kept.length]);
      kept.push({ id, shingles });
    }
  }
  return duplicates;

  function nearest(shingles: Set<number>, keys: readonly string[]): string | undefined {
    const candidates = new Set(keys.flatMap((key) => bands.get(key) ?? []));
    for (const index of candidates) {
      const other = kept[index];
      if (other && jaccard(shingles, other.shingles) >= nearAt) return other.id;
    }
    return undefined;
  }
}

/** Claimant, policy and day; `null` where one of them is not stated. */
function lossOf({ claimant_name, policy_number, incident_date }: Claim): string | null {
  if (claimant_name === null || policy_number === null || incident_date === null) return null;
  return [nameWords(claimant_name).join(' '), lettersAndDigits(policy_number), incident_date].join('|');
}

function shinglesOf(words: readonly string[]): Set<number> {
  const shingles = new Set<number>();
  for (let at = 0; at <= Math.max(0, words.length - SHINGLE_WORDS); at++)
    shingles.add(hash32(words.slice(at, at + SHINGLE_WORDS).join(' ')));
  return shingles;
}

const hash32 = (text: string): number => createHash('sha256').update(text).digest().readUInt32LE(0);

/** Two odd numbers for each hash function of the family `a * x + b`. */
const FAMILY = Array.from({ length: HASHES }, (_, index) => {
  const digest = createHash('sha256').update(`minhash ${index}`).digest();
  return { a: digest.readUInt32LE(0) | 1, b: digest.readUInt32LE(4) };
});

function bandsOf(shingles: ReadonlySet<number>): string[] {
  const least = FAMILY.map(({ a, b }) => {
    let lowest = 0xffffffff;
    for (const shingle of shingles) {
      const value = (Math.imul(a, shingle) + b) >>> 0;
      if (value < lowest) lowest = value;
    }
    return lowest;
  });
  return Array.from(
    { length: HASHES / ROWS },
    (_, band) => `${band}:${least.slice(band * ROWS, (band + 1) * ROWS).join()}`,
  );
}

function jaccard(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared += 1;
  const all = a.size + b.size - shared;
  return all === 0 ? 1 : shared / all;
}

/** From a chunk's answer to candidates: each value with the place where it is printed, or marked as printed nowhere. */
import type { Candidate, Chunk, ChunkAnswer, DoubtReason, Evidence } from '../answers.ts';
import { type FieldKey, type FieldValue, fieldSpec } from '../claim-fields.ts';
import { valuesMatch } from './compare.ts';
import { evidenceOf, type FindPage } from './evidence.ts';
import { ground } from './ground.ts';
import { nameWords } from './names.ts';
import { normaliseValue } from './normalise.ts';
import type { Reading } from './reading.ts';

/** A chunk, what the model said about it, and its text made ready. */
export interface AnsweredChunk {
  chunk: Chunk;
  answer: ChunkAnswer;
  reading: Reading;
}

export interface GroundedCandidate extends Candidate {
  labelled: boolean;
  rank: number;
  doubts: DoubtReason[];
  /** Position of the chunk in the packet. */
  order: number;
}

/** Every value that the chunks name for a field, in the order of the chunks. */
export function candidatesFor(
  key: FieldKey,
  answered: readonly AnsweredChunk[],
  findPage: FindPage,
): GroundedCandidate[] {
  return answered.flatMap(({ chunk, answer, reading }, order) => {
    const raw = answer.values[key];
    if (raw === null) return [];
    const found = ground(key, raw, reading);
    const evidence = evidenceOf(found.spans, chunk, findPage);
    // "Other" follows from the story as a whole; all else needs a printed place.
    const carried = evidence.length > 0 || found.grounding === 'derived';
    return [
      {
        value: found.value !== null && carried ? found.value : (normaliseValue(key, raw).value ?? raw),
        raw,
        chunk: chunk.id,
        score: answer.scores[key],
        grounding: carried ? found.grounding : ('none' as const),
        evidence,
        labelled: carried && found.labelled,
        rank: found.rank,
        doubts: found.doubts,
        order,
      },
    ];
  });
}

export interface Choice {
  best: GroundedCandidate;
  /** Of all candidates that state the chosen value, without repetition. */
  evidence: Evidence[];
  /** Other values that are printed too, one candidate for each, best first. */
  rivals: GroundedCandidate[];
}

/** The value that the packet states best, among those that are printed; `null` when none is. */
export function chooseValue(key: FieldKey, candidates: readonly GroundedCandidate[]): Choice | null {
  const groups: GroundedCandidate[][] = [];
  for (const candidate of candidates.filter(({ grounding }) => grounding !== 'none')) {
    const group = groups.find(([first]) => first && isSame(key, first.value, candidate.value));
    if (group) group.push(candidate);
    else groups.push([candidate]);
  }
  const ranked = groups
    .map((group) => [...group].sort((a, b) => weight(b) - weight(a)))
    .sort((a, b) => groupWeight(b) - groupWeight(a));
  const best = ranked[0]?.[0];
  if (!best) return null;
  return {
    best,
    evidence: unique((ranked[0] ?? []).flatMap((candidate) => candidate.evidence)),
    rivals: ranked.slice(1).flatMap(([first]) => (first ? [first] : [])),
  };
}

const GROUNDING_WEIGHT = { exact: 3, normalised: 3, derived: 2, partial: 1, none: 0 } as const;

/** A form's label beats a narrative, a higher total beats a first guess, a surer answer beats a hesitant one. */
const weight = (candidate: GroundedCandidate): number =>
  GROUNDING_WEIGHT[candidate.grounding] +
  (candidate.labelled ? 3 : 0) +
  candidate.rank -
  (candidate.doubts.includes('label_disagrees') ? 2 : 0) +
  Math.max(-3, candidate.score.mean);

// Several chunks that state a value support it; with all else equal the first document decides.
const groupWeight = (group: readonly GroundedCandidate[]): number => {
  const [best] = group;
  return best ? weight(best) + Math.log2(group.length) / 2 - best.order / 1_000 : Number.NEGATIVE_INFINITY;
};

/** The same value, or a name of which one form only leaves out words of the other. */
export function isSame(key: FieldKey, a: FieldValue, b: FieldValue): boolean {
  if (valuesMatch(key, a, b)) return true;
  if (fieldSpec(key).kind !== 'name' || typeof a !== 'string' || typeof b !== 'string') return false;
  const [shorter = [], longer = []] = [nameWords(a), nameWords(b)].sort((x, y) => x.length - y.length);
  return shorter.length > 1 && shorter.every((word) => longer.some((other) => fits(word, other)));
}

const fits = (word: string, other: string): boolean =>
  word === other || (word.length === 1 && other.startsWith(word));

/** No more than a person can look at. */
export const MOST_EVIDENCE = 8;

/** Without repetition, in order, and no more than that. */
export const unique = (evidence: readonly Evidence[]): Evidence[] =>
  evidence
    .filter(
      (one, index) =>
        evidence.findIndex(
          (other) => other.document === one.document && other.page === one.page && other.start === one.start,
        ) === index,
    )
    .slice(0, MOST_EVIDENCE);

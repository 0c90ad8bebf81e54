/** What of the training claims is learnt from, and which are shown again for fields that are read badly. Pure. */
import type { Claim, FieldKey } from '../claim-fields.ts';
import { fixedShare } from './split.ts';

export interface Learnable {
  id: string;
  labels: Claim;
  /** Fields that a reviewer had to correct. */
  corrected: FieldKey[];
}

const UNKNOWN = 'not stated';
/** However often a field is read wrongly, a claim is not shown more often: it would be memorised. */
const SHOWN_AT_MOST = 3;

/**
 * Takes claims of types of loss that are more than `share` of all out again, always the same ones, until
 * none is; `reserve` holds them.
 */
export function balance<T extends Learnable>(
  claims: readonly T[],
  { share }: { share: number },
): { kept: T[]; reserve: T[] } {
  const groups = Map.groupBy(claims, ({ labels }) => labels.incident_type ?? UNKNOWN);
  const allowed = allowedSize(
    [...groups.values()].map(({ length }) => length),
    share,
  );
  const inOrder = (members: readonly T[]): T[] =>
    members.toSorted((a, b) => fixedShare('balance', a.id) - fixedShare('balance', b.id));
  const reserved = new Set([...groups.values()].flatMap((members) => inOrder(members).slice(allowed)));
  return {
    kept: claims.filter((claim) => !reserved.has(claim)),
    reserve: claims.filter((claim) => reserved.has(claim)),
  };
}

/** The largest group size with which no group is over its share of what is then left. */
function allowedSize(sizes: readonly number[], share: number): number {
  const largest = Math.max(0, ...sizes);
  // Fewer groups than the share allows for can never come under it: then nothing is taken out.
  if (sizes.length * share < 1) return largest;
  for (let size = largest; size > 0; size--) {
    const left = sizes.reduce((sum, one) => sum + Math.min(one, size), 0);
    if (size <= share * left) return size;
  }
  return largest;
}

/**
 * Claims that teach the worst fields: first those in which a person corrected one of them, then those of
 * the reserve that state one, then claims that are learnt from already, once more. `atMost` in all.
 */
export function targeted<T extends Learnable>(
  { kept, reserve }: { kept: readonly T[]; reserve: readonly T[] },
  { fields, atMost }: { fields: readonly FieldKey[]; atMost: number },
): T[] {
  if (fields.length === 0) return [];
  const statesOne = ({ labels }: T): boolean => fields.some((key) => labels[key] !== null);
  const corrected = ({ corrected }: T): boolean => fields.some((key) => corrected.includes(key));
  const again = [...kept.filter(corrected), ...reserve.filter(corrected)];
  const candidates = [...again, ...reserve.filter((claim) => !corrected(claim) && statesOne(claim))];
  const repeats = kept.filter((claim) => !corrected(claim) && statesOne(claim));
  const chosen = [...candidates, ...repeats].slice(0, atMost);
  const times = new Map<T, number>(kept.map((claim) => [claim, 1]));
  return chosen.filter((claim) => {
    const shown = (times.get(claim) ?? 0) + 1;
    times.set(claim, shown);
    return shown <= SHOWN_AT_MOST;
  });
}

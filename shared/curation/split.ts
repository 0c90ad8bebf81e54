/** Which part of a data set a claim belongs to: by a fixed hash, so that it never moves from judging to teaching. Pure. */
import { sha256 } from '../packet.ts';

export const PARTS = ['train', 'validation', 'evaluation'] as const;
export type Part = (typeof PARTS)[number];

/** A number from 0 up to 1 that belongs to this text and purpose for ever. */
export const fixedShare = (purpose: string, text: string): number =>
  Number.parseInt(sha256(`${purpose}\n${text}`).slice(0, 12), 16) / 2 ** 48;

/**
 * `trainShare` of all claims may be learnt from, and `validationShare` of these is held back for choosing
 * the epoch and fitting confidence; the others judge.
 */
export function partOf(
  claim: { tenant: string; claimId: string },
  { trainShare, validationShare }: { trainShare: number; validationShare: number },
): Part {
  const id = `${claim.tenant}/${claim.claimId}`;
  if (fixedShare('evaluation', id) >= trainShare) return 'evaluation';
  return fixedShare('validation', id) < validationShare ? 'validation' : 'train';
}

/** Which version reads a claim, and which one reads beside it. Pure. */
import { sha256 } from '../packet.ts';

export interface Staged {
  version: string;
  stage: string;
  share: number;
}

/** A number from 0 up to 1 that belongs to this claim and this version for ever: a growing share keeps the claims it had. */
const place = (version: string, tenant: string, claimId: string): number =>
  Number.parseInt(sha256(`${version}\n${tenant}/${claimId}`).slice(0, 12), 16) / 2 ** 48;

/** `reads`: the canary for its share of the claims, else the active version, `null` where none is registered. */
export function pinnedVersions(
  staged: readonly Staged[],
  { tenant, claimId }: { tenant: string; claimId: string },
): { reads: string | null; shadow: string | null } {
  const drawn = (stage: string): string | null => {
    const one = staged.find((version) => version.stage === stage);
    return one && place(one.version, tenant, claimId) < one.share ? one.version : null;
  };
  const active = staged.find(({ stage }) => stage === 'active')?.version ?? null;
  return { reads: drawn('canary') ?? active, shadow: drawn('shadow') };
}

import { createHash, randomBytes } from 'node:crypto';

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');

/** One hash for a packet: over its documents' hashes, whatever their order. */
export const packetSha256 = (documents: string[]): string =>
  sha256([...new Set(documents)].sort().join('\n'));

/** The id of a packet that was given none: from its content, never from a file name. `fresh` makes a new one each time. */
export function packetClaimId(documents: string[], fresh: boolean): string {
  const id = packetSha256(documents).slice(0, 16);
  return fresh ? `${id}-${randomBytes(4).toString('hex')}` : id;
}

import type { ModelVersion } from '../shared/answers.ts';
import type { ClaimInput, SETTLED_STATUSES } from '../shared/contracts.ts';
import { type ClaimKey, findClaim, registerClaim, takeClaim } from '../shared/database/claims.ts';
import type { Database } from '../shared/database/database.ts';
import { failure } from '../shared/failures.ts';
import { packetSha256 } from '../shared/packet.ts';

export type OpenedClaim =
  | { outcome: 'run'; model: ModelVersion; shadow?: ModelVersion }
  | { outcome: 'already_ran'; status: (typeof SETTLED_STATUSES)[number]; model: string | null };

export interface OpenDeps {
  database: Database;
  /** The model version that a new claim is read with, and where one is in shadow and this claim is drawn, that one. */
  versionsFor: (claim: ClaimKey) => Promise<PinnedVersions>;
}

export interface PinnedVersions {
  reads: ModelVersion;
  shadow: ModelVersion | null;
}

export const openActivities = ({ database, versionsFor }: OpenDeps) => ({
  /**
   * Gives the claim to this run and pins it to the model version that new claims of its share are read with,
   * or finds that it has run.
   * Idempotent by the claim's row. Fails with `ClaimIdConflict` when the id was used for other documents.
   */
  async openClaim({ input, firstRunId }: { input: ClaimInput; firstRunId: string }): Promise<OpenedClaim> {
    const { tenant, claimId, priority } = input;
    const packet = packetSha256(input.documents.map((document) => document.sha256));
    const { row } = await registerClaim(database, { tenant, claimId, priority, packetSha256: packet });
    if (row.packet_sha256 !== packet) {
      throw failure(
        'ClaimIdConflict',
        `claim ${claimId} was handed in before with other documents; use another id`,
      );
    }
    const { reads: model, shadow } = await versionsFor({ tenant, claimId });
    if (await takeClaim(database, { tenant, claimId, runId: firstRunId, model: model.name })) {
      return { outcome: 'run', model, ...(shadow ? { shadow } : {}) };
    }
    const settled = (await findClaim(database, { tenant, claimId })) ?? row;
    return {
      outcome: 'already_ran',
      status: settled.status as (typeof SETTLED_STATUSES)[number],
      model: settled.model,
    };
  },
});

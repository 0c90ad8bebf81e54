import type { ModelVersion } from '../shared/answers.ts';
import type { ClaimInput, SETTLED_STATUSES } from '../shared/contracts.ts';
import { findClaim, registerClaim, takeClaim } from '../shared/database/claims.ts';
import type { Database } from '../shared/database/database.ts';
import { failure } from '../shared/failures.ts';
import { packetSha256 } from '../shared/packet.ts';

export type OpenedClaim =
  | { outcome: 'run'; model: ModelVersion }
  | { outcome: 'already_ran'; status: (typeof SETTLED_STATUSES)[number]; model: string | null };

export interface OpenDeps {
  database: Database;
  /** The model version that new claims are read with. */
  activeModel: () => ModelVersion;
}

export const openActivities = ({ database, activeModel }: OpenDeps) => ({
  /**
   * Gives the claim to this run and pins it to the active model version, or finds that it has run.
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
    const model = activeModel();
    if (await takeClaim(database, { tenant, claimId, runId: firstRunId, model: model.name })) {
      return { outcome: 'run', model };
    }
    const settled = (await findClaim(database, { tenant, claimId })) ?? row;
    return {
      outcome: 'already_ran',
      status: settled.status as (typeof SETTLED_STATUSES)[number],
      model: settled.model,
    };
  },
});

/** Which model version reads a new claim: what the registry says, and until it says anything, the setting. */
import type { ClaimKey } from '../shared/database/claims.ts';
import type { Database } from '../shared/database/database.ts';
import { listServed } from '../shared/database/stages.ts';
import { type ModelCard, modelVersion } from '../shared/model-card.ts';
import { pinnedVersions } from '../shared/promotion/pin.ts';
import type { PinnedVersions } from './open.ts';

/**
 * Looked up for every claim, so that an alias that moves holds from the next claim on. `shipped` is the
 * version of the setting MODEL: it reads for as long as no trained version was promoted, and when rolled
 * back to. Fails with `DatabaseUnavailable`.
 */
export const versionsFor =
  ({ database, shipped }: { database: Database; shipped: () => ModelCard }) =>
  async (claim: ClaimKey): Promise<PinnedVersions> => {
    const staged = await listServed(database);
    const { reads, shadow } = pinnedVersions(staged, claim);
    const trained = (name: string | null) =>
      staged.find(({ version, base }) => version === name && base !== null);
    const [reading, beside] = [trained(reads), trained(shadow)];
    return {
      reads: modelVersion(reading?.card ?? shipped()),
      shadow: beside ? modelVersion(beside.card) : null,
    };
  };

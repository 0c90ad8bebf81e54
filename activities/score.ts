import type { MergedClaim, ModelVersion, ScoreSummary } from '../shared/answers.ts';
import { loadCalibration } from '../shared/calibration.ts';
import { FIELD_KEYS } from '../shared/claim-fields.ts';
import { expectedErrors, scoreMerged } from '../shared/domain/score.ts';
import { type ObjectKey, objectKeys } from '../shared/object-keys.ts';
import { getJson, type ObjectStore, putJson } from '../shared/objects/object-store.ts';

export interface ScoreRequest {
  tenant: string;
  claimId: string;
  round: number;
  model: ModelVersion;
  merged: ObjectKey;
  /** A field under this confidence is in doubt. */
  threshold: number;
}

export function scoreActivities({ objects }: { objects: ObjectStore }) {
  return {
    /**
     * Gives each field its confidence and stores the scored claim; what returns are counts, names of
     * fields and codes. Idempotent. Throws `ObjectMissing`, `StoreUnavailable`, and `ModelMissing`
     * while the calibration that the model version names is not on this machine.
     */
    async scoreClaim({
      tenant,
      claimId,
      round,
      model,
      merged,
      threshold,
    }: ScoreRequest): Promise<ScoreSummary> {
      const scored = scoreMerged(await getJson<MergedClaim>(objects, merged), {
        threshold,
        calibration: loadCalibration(model),
      });
      const object = objectKeys.scored(tenant, claimId, round);
      await putJson(objects, object, scored);
      const doubtful = FIELD_KEYS.filter((key) => !scored.fields[key].sure);
      return {
        object,
        sure: FIELD_KEYS.length - doubtful.length,
        doubts: Object.fromEntries(doubtful.map((key) => [key, scored.fields[key].doubts])),
        expectedErrors: expectedErrors(scored),
        stated: FIELD_KEYS.filter((key) => scored.fields[key].value !== null).length,
      };
    },
  };
}

/** What a version in shadow made of a recorded claim. */
import type { ModelVersion, ScoredClaim, Usage } from '../shared/answers.ts';
import { FIELD_KEYS } from '../shared/claim-fields.ts';
import type { Database } from '../shared/database/database.ts';
import { insertShadowReading } from '../shared/database/live-signals.ts';
import { claimReport } from '../shared/database/records.ts';
import { valuesMatch } from '../shared/domain/compare.ts';
import type { ObjectKey } from '../shared/object-keys.ts';
import { getJson, type ObjectStore } from '../shared/objects/object-store.ts';

export const shadowActivities = ({ database, objects }: { database: Database; objects: ObjectStore }) => ({
  /** Compares with the record, which it never changes. Idempotent: one row for each claim and version. */
  async recordShadow({
    tenant,
    claimId,
    model,
    scored: object,
    chunks,
    failedChunks,
    usage,
  }: {
    tenant: string;
    claimId: string;
    model: ModelVersion;
    /** `null`: no chunk got a usable answer. */
    scored: ObjectKey | null;
    chunks: number;
    failedChunks: number;
    usage: Usage;
  }): Promise<void> {
    const report = await claimReport(database, tenant, claimId);
    const scored = object === null ? null : await getJson<ScoredClaim>(objects, object);
    const fields = FIELD_KEYS.map((key) => ({ recorded: report?.fields[key], read: scored?.fields[key] }));
    const agreed = FIELD_KEYS.filter((key, i) => {
      const { recorded, read } = fields[i] ?? {};
      return recorded && read && valuesMatch(key, read.value, recorded.value);
    });
    const confidences = fields.map(({ read }) => read?.confidence ?? 0);
    await insertShadowReading(database, {
      ...{ tenant, claimId, version: model.name, chunks, failedChunks, engineMs: usage.engineMs },
      compared: FIELD_KEYS.length,
      agreed: agreed.length,
      confidence: confidences.reduce((sum, one) => sum + one, 0) / FIELD_KEYS.length,
    });
  },
});

/** What a request to the model workflows means, with everything that it left open: the light look into the registry before anything heavy. */
import type { ModelVersion } from '../shared/answers.ts';
import type { Database } from '../shared/database/database.ts';
import {
  findDataSet,
  findVersion,
  insertVersion,
  newestVersion,
  type RegisteredVersion,
} from '../shared/database/registry.ts';
import { versionAt } from '../shared/database/stages.ts';
import { failure } from '../shared/failures.ts';
import { type ModelCard, modelVersion, parseModelName } from '../shared/model-card.ts';

export interface PlanDeps {
  database: Database;
  /** The version of the setting MODEL. */
  shipped: () => ModelCard;
}

export interface JudgingPlan {
  candidate: ModelVersion;
  against: ModelVersion;
  dataSet: string;
  /** Claims of the data set that judge, and that confidence is fitted on. */
  claims: { evaluation: number; validation: number };
}

/** All look only, save that a shipped version is registered where it is named for the first time. */
export const planActivities = ({ database, shipped }: PlanDeps) => ({
  /** The base that a data set is to be made for: the one of the version that reads new claims. */
  async planCuration({ base }: { base?: string }): Promise<{ base: string; active: string }> {
    const active = await activeVersion(database, shipped());
    return { base: base ?? active.base ?? parseModelName(active.name).base, active: active.name };
  },

  /** `start`: the version to go on from, `null` for none. Fails with `NothingToLearn` where there is no data set. */
  async planTraining({
    dataSet,
    from,
  }: {
    dataSet?: string;
    from: 'active' | 'base';
  }): Promise<{ dataSet: string; base: string; start: string | null }> {
    const set = await findDataSet(database, dataSet);
    if (!set)
      throw failure(
        'NothingToLearn',
        dataSet ? `there is no data set ${dataSet}` : 'there is no data set yet: curate one first',
      );
    const active = await activeVersion(database, shipped());
    const { base: own } = parseModelName(active.name);
    const fits = from === 'active' && (active.base ?? own) === set.base;
    return { dataSet: set.name, base: set.base, start: fits ? own : null };
  },

  /**
   * What is to be judged on what, against what. `unstaged`: the newest version that was never rolled out.
   * Fails with `InvalidInput` where there is no such version or data set.
   */
  async planJudging(request: {
    version?: string;
    dataSet?: string;
    unstaged: boolean;
  }): Promise<JudgingPlan> {
    const active = await activeVersion(database, shipped());
    const candidate = request.version
      ? await findVersion(database, request.version)
      : await newestVersion(database, { unstaged: request.unstaged });
    if (!candidate)
      throw failure(
        'InvalidInput',
        request.version
          ? `there is no version ${request.version}`
          : 'there is no trained version to judge: train one first',
      );
    if (candidate.name === active.name)
      throw failure('InvalidInput', `${candidate.name} reads new claims already`);
    const set = await findDataSet(database, request.dataSet);
    if (!set) throw failure('InvalidInput', 'there is no data set to judge on: curate one first');
    return {
      candidate: modelVersion(candidate.card),
      against: modelVersion(active.card),
      dataSet: set.name,
      claims: { evaluation: set.report.claims.evaluation, validation: set.report.claims.validation },
    };
  },
});

/** The version that reads new claims, registered: the active one of the registry, or the shipped one of the setting. */
export async function activeVersion(
  database: Database,
  shipped: ModelCard,
): Promise<Pick<RegisteredVersion, 'name' | 'base' | 'card'>> {
  const name = await versionAt(database, 'active');
  const active = name === null ? null : await findVersion(database, name);
  if (active?.base) return active;
  await insertVersion(database, {
    ...{
      name: shipped.name,
      base: null,
      run: null,
      card: shipped,
      files: [],
      calibration: shipped.calibration,
    },
  });
  return { name: shipped.name, base: null, card: shipped };
}

import type { CuratedSet } from '../activities/curate.ts';
import { type CurateRequest, CurateSettingsSchema } from '../shared/model-contracts.ts';
import { registry, requested, training } from './model-activities.ts';

/**
 * Makes a frozen data set of everything that people verified and of imported history. Started twice on the
 * same claims it ends with the same set. Fails with `InvalidInput` and `NothingToLearn`.
 */
export async function curateWorkflow(request?: CurateRequest): Promise<CuratedSet> {
  const settings = requested(CurateSettingsSchema, request);
  const { base, ...rest } = settings;
  const plan = await registry.planCuration(base === undefined ? {} : { base });
  await training.readImports({ tenant: settings.tenant });
  return training.curateDataSet({ ...rest, ...plan });
}

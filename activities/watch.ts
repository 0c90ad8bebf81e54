/** What the model loop looks at, and what it raises. */
import type { Database } from '../shared/database/database.ts';
import { clearAlert, raiseAlert } from '../shared/database/decisions.ts';
import { countLabelledSince } from '../shared/database/labelled-claims.ts';
import { watchFigures } from '../shared/database/live-signals.ts';
import { findDataSet, latestEvaluation } from '../shared/database/registry.ts';
import type { Logger } from '../shared/log.ts';
import type { ModelCard } from '../shared/model-card.ts';
import type { Gap, WatchFigures } from '../shared/promotion/watch.ts';
import { activeVersion } from './plan-models.ts';

export const watchActivities = ({
  database,
  shipped,
  log,
}: {
  database: Database;
  shipped: () => ModelCard;
  log: Logger;
}) => ({
  async lookAtProduction({ tenant }: { tenant: string }): Promise<WatchFigures & { active: string }> {
    const active = await activeVersion(database, shipped());
    const set = await findDataSet(database);
    const evaluation = await latestEvaluation(database, active.name);
    return {
      active: active.name,
      newClaims: await countLabelledSince(database, tenant, set?.tenant === tenant ? set.labelsUntil : null),
      evaluated: evaluation?.figures.fieldAccuracy ?? null,
      ...(await watchFigures(database, active.name)),
    };
  },

  /** Raises the alert about accuracy in production, or clears it where the gap is gone. One row for one trouble. */
  async reportGap({ model, gap }: { model: string; gap: Gap | null }): Promise<{ isNew: boolean }> {
    const alert = 'production_below_evaluation';
    if (gap === null) {
      await clearAlert(database, { alert, model });
      return { isNew: false };
    }
    const isNew = await raiseAlert(database, { alert, model, detail: { ...gap } });
    if (isNew) log.warn({ alert, model, ...gap }, 'accuracy in production lies under that of the evaluation');
    return { isNew };
  },
});

/** Model versions: those that ship, from their cards, and those of the registry. */
import { countClaimsOfModel } from '../../../shared/database/claims.ts';
import {
  type EvaluationView,
  listEvaluationViews,
  listStageViews,
  listVersionViews,
  type VersionView,
} from '../../../shared/database/model-views.ts';
import { listModelCards } from '../../../shared/model-list.ts';
import type { ApiDeps, Route } from '../call.ts';
import type { modelContracts } from '../contracts/models.ts';
import { Problem } from '../problems.ts';

type Contracts = typeof modelContracts;
type Card = ReturnType<typeof listModelCards>[number];
type Known = Pick<VersionView, 'stage' | 'evaluation'> & { card: Card };

/** Trained versions, the newest first, then those that ship. */
async function versions({ database, config }: ApiDeps): Promise<(Known & { active: boolean })[]> {
  const registered = await listVersionViews(database);
  const byName = new Map(registered.map((version) => [version.name, version]));
  const trained = registered.filter(({ base }) => base !== null);
  const shipped = listModelCards().map(
    (card): Known => ({ card, stage: null, evaluation: null, ...byName.get(card.name) }),
  );
  // As claims are pinned: the setting says which shipped version reads while no trained one does.
  const active = trained.find(({ stage }) => stage === 'active')?.name ?? config.MODEL;
  return [...trained, ...shipped].map((version) => ({ ...version, active: version.card.name === active }));
}

const line = ({ card, stage, active }: Known & { active: boolean }) => ({
  name: card.name,
  active,
  stage: active ? 'production' : stage === null || stage === 'active' ? 'available' : stage,
  maturity: card.maturity,
  promptVersion: card.promptVersion,
  calibration: card.calibration,
  contextTokens: card.contextTokens,
  licence: card.licence,
  origin: card.origin,
});

const evaluation = ({ dataSet, at, n, figures }: EvaluationView) => ({
  dataset: dataSet,
  at: new Date(at).toISOString(),
  claims: n,
  fieldAccuracy: figures.fieldAccuracy,
  fieldAccuracyInterval: figures.fieldAccuracyInterval,
  statedAccuracy: figures.nonNullFieldAccuracy,
  formatCompliance: figures.formatCompliance,
  ece: figures.ece,
  auroc: figures.auroc,
  latencyMsP50: figures.latencyMs.p50,
  costUsdPerClaim: figures.costUsdPerClaim,
});

const withFields = (view: EvaluationView) => ({
  ...evaluation(view),
  perField: Object.entries(view.figures.perField).map(([field, { n, accuracy, interval }]) => ({
    field,
    n,
    accuracy,
    interval,
  })),
});

export const listModels: Route<Contracts['listModels']> = async ({ deps }) => {
  const models = (await versions(deps)).map((version) => ({
    ...line(version),
    evaluation: version.evaluation && evaluation(version.evaluation),
  }));
  return { status: 200, body: { models } };
};

export const showModel: Route<Contracts['showModel']> = async ({ params: { name }, person, deps }) => {
  const version = (await versions(deps)).find(({ card }) => card.name === name);
  if (!version) throw new Problem('model_not_found');
  const { database } = deps;
  const [stages, evaluations, claimsRead] = await Promise.all([
    listStageViews(database, name),
    listEvaluationViews(database, name),
    countClaimsOfModel(database, { tenant: person.tenant, model: name }),
  ]);
  return {
    status: 200,
    body: {
      ...line(version),
      stages: stages.map((stage) => ({ ...stage, at: stage.at.toISOString() })),
      evaluations: evaluations.map(withFields),
      claimsRead,
    },
  };
};

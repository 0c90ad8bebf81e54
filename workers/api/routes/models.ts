/** Model versions, from their cards. */
import { countClaimsOfModel } from '../../../shared/database/claims.ts';
import { listModelCards } from '../../../shared/model-list.ts';
import type { ApiDeps, Route } from '../call.ts';
import type { modelContracts } from '../contracts/models.ts';
import { Problem } from '../problems.ts';

type Contracts = typeof modelContracts;
type Card = ReturnType<typeof listModelCards>[number];

function line({ config }: ApiDeps, card: Card) {
  const active = card.name === config.MODEL;
  return {
    name: card.name,
    active,
    stage: active ? 'production' : 'available',
    maturity: card.maturity,
    promptVersion: card.promptVersion,
    calibration: card.calibration,
    contextTokens: card.contextTokens,
    licence: card.licence,
    origin: card.origin,
  };
}

export const listModels: Route<Contracts['listModels']> = async ({ deps }) => {
  const models = listModelCards().map((card) => ({ ...line(deps, card), evaluation: null }));
  return { status: 200, body: { models } };
};

export const showModel: Route<Contracts['showModel']> = async ({ params, person, deps }) => {
  const card = listModelCards().find(({ name }) => name === params.name);
  if (!card) throw new Problem('model_not_found');
  const claimsRead = await countClaimsOfModel(deps.database, { tenant: person.tenant, model: card.name });
  return { status: 200, body: { ...line(deps, card), stages: [], evaluations: [], claimsRead } };
};

export const listRounds: Route<Contracts['listRounds']> = async () => ({ status: 200, body: { rounds: [] } });

export const showRound: Route<Contracts['showRound']> = async () => {
  throw new Problem('round_not_found');
};

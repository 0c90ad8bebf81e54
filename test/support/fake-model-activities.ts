/** Activities of the model workflows that answer at once, for tests of what happens in which order. */
import type { ModelVersion } from '../../shared/answers.ts';
import { MODEL } from './fake-activities.ts';

export const CANDIDATE: ModelVersion = {
  ...MODEL,
  name: 'claims-aaaaaaaaaaaa',
  servedName: 'claims-aaaaaaaaaaaa',
};

type Fake = (input: never) => Promise<unknown>;

const BEST = { epoch: 2, loss: 0.2, evaluation_loss: 0.3 };
const WATCHED = {
  ...{ active: MODEL.name, newClaims: 0, evaluated: 0.9, audits: { claims: 0, fields: 0, agreed: 0 } },
  confidence: { lately: null, before: null, claims: 0 },
};

/** A candidate that is better and that nothing stops; `calls` holds the name of every call, with its stage where it has one. */
export function fakeModelActivities(overrides: Record<string, Fake> = {}): {
  activities: Record<string, Fake>;
  calls: string[];
} {
  const calls: string[] = [];
  const plan = {
    ...{ candidate: CANDIDATE, against: MODEL, dataSet: 'data-aaaaaaaaaaaa' },
    claims: { evaluation: 45, validation: 60 },
  };
  const activities: Record<string, Fake> = {
    noteRound: async () => {},
    planCuration: async () => ({ base: 'embedded-1', active: MODEL.name }),
    readImports: async () => ({ read: 0 }),
    curateDataSet: async () => ({
      dataSet: plan.dataSet,
      checksum: '',
      isNew: true,
      report: { claims: { evaluation: 60, validation: 60 } },
    }),
    planTraining: async () => ({ dataSet: plan.dataSet, base: 'embedded-1', start: null }),
    trainAdapter: async () => ({ steps: 10, best: BEST, history: [BEST] }),
    packVersion: async () => ({ version: CANDIDATE.name }),
    endTraining: async () => {},
    planJudging: async () => plan,
    serveVersion: async () => {},
    awaitReplicas: async () => ({ replicas: ['one'] }),
    currentVersion: async () => ({ ...CANDIDATE, calibration: 'logistic-1' }),
    evaluateShard: async () => ({ claims: 20, fieldsRight: 400 }),
    finishEvaluation: async () => ({ n: 45, fieldAccuracy: 0.9, nonNullFieldAccuracy: 0.9 }),
    fitConfidence: async () => ({ calibration: 'logistic-1', claims: 60 }),
    judgeVersion: async () => ({ passed: true, findings: [] }),
    recordApproval: async () => {},
    recordOutcome: async () => {},
    shelveVersion: async () => {},
    moveVersion: async () => ({ moved: true }),
    activateVersion: async () => ({ moved: true }),
    lookAtStep: async () => ({ outcome: 'ended', worse: [], claims: 20 }),
    rollBackVersion: async () => ({ from: CANDIDATE.name, to: MODEL.name }),
    lookAtProduction: async () => WATCHED,
    reportGap: async () => ({ isNew: false }),
    ...overrides,
  };
  const logged = Object.entries(activities).map(([name, run]): [string, Fake] => [
    name,
    (input) => {
      const { stage } = (input ?? {}) as { stage?: string };
      calls.push(stage === undefined ? name : `${name} ${stage}`);
      return run(input);
    },
  ]);
  return { activities: Object.fromEntries(logged), calls };
}

/** The steps of a promotion that touch the world: what replicas say, what the gate finds, and every move of the alias. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Context } from '@temporalio/activity';
import type { ModelVersion } from '../shared/answers.ts';
import type { Database } from '../shared/database/database.ts';
import { insertApproval, insertDecision, setOutcome } from '../shared/database/decisions.ts';
import { liveSignals, shadowSignals } from '../shared/database/live-signals.ts';
import { findEvaluation, findVersion } from '../shared/database/registry.ts';
import { type ReplicaState, replicasOf } from '../shared/database/replicas.ts';
import {
  moveStages,
  promote,
  type RolledBack,
  rollBack,
  setStage,
  stageOf,
  versionAt,
} from '../shared/database/stages.ts';
import type { EvaluationFile } from '../shared/evaluation/report-schema.ts';
import { failure } from '../shared/failures.ts';
import type { Logger } from '../shared/log.ts';
import { type ModelCard, modelVersion } from '../shared/model-card.ts';
import type { GatePolicy, RolloutPolicy } from '../shared/model-contracts.ts';
import { getJson, type ObjectStore } from '../shared/objects/object-store.ts';
import { type GateFinding, judgeCandidate } from '../shared/promotion/gate.ts';
import { type LiveSignals, stepEnded, type Worsening, worsenings } from '../shared/promotion/rollout.ts';
import { activeVersion } from './plan-models.ts';

export interface PromoteDeps {
  database: Database;
  objects: ObjectStore;
  shipped: () => ModelCard;
  log: Logger;
}

const POLL_MS = 1_000;

/** What a look at a step of the rollout found. */
export interface StepReport {
  /** `moved`: somebody else took the version off its step. */
  outcome: 'go_on' | 'ended' | 'worse' | 'moved';
  worse: Worsening[];
  claims: number;
}

export const promoteActivities = ({ database, objects, shipped, log }: PromoteDeps) => ({
  /** Puts the version where replicas load it, without any claim; one that is served already stays where it is. */
  async serveVersion({ version }: { version: string }): Promise<void> {
    const active = await activeVersion(database, shipped());
    await moveStages(database, async (within) => {
      if ((await versionAt(within, 'active')) === null)
        await setStage(within, { version: active.name, stage: 'active', share: 1, reason: 'shipped' });
      const now = await stageOf(within, version);
      if (now && ['shadow', 'canary', 'active', 'previous'].includes(now.stage)) return;
      await setStage(within, { version, stage: 'evaluating', reason: 'to_be_judged' });
    });
  },

  /**
   * Waits until every living replica has loaded and verified the version. Fails with `AdapterRefused` as soon
   * as one cannot, naming it and why, and with `ReplicasMissing`, to be repeated, while none lives.
   */
  async awaitReplicas({ version }: { version: string }): Promise<{ replicas: string[] }> {
    const context = Context.current();
    let seen = 0;
    for (;;) {
      const replicas = await replicasOf(database, version);
      const refusal = refusalOf(replicas);
      if (refusal !== null) throw failure('AdapterRefused', refusal);
      const loaded = replicas.filter(({ state }) => state === 'loaded');
      context.heartbeat({ loaded: loaded.length, of: replicas.length });
      // Twice in a row, because a replica that starts may be about to appear.
      seen = replicas.length > 0 && loaded.length === replicas.length ? seen + 1 : 0;
      if (seen >= 2) return { replicas: replicas.map(({ replica }) => replica) };
      await sleep(POLL_MS, undefined, { signal: context.cancellationSignal });
    }
  },

  /** The version as claims are pinned to it, with the confidence that it has by now. */
  async currentVersion({ version }: { version: string }): Promise<ModelVersion> {
    const found = await findVersion(database, version);
    if (!found) throw failure('InvalidInput', `there is no version ${version}`);
    return modelVersion(found.card);
  },

  /** Takes a version that was judged and is not to be rolled out off the replicas again. */
  async shelveVersion({
    version,
    stage,
    reason,
  }: {
    version: string;
    stage: 'shelved' | 'refused';
    reason: string;
  }): Promise<void> {
    await moveStages(database, async (within) => {
      const now = await stageOf(within, version);
      if (now && now.stage !== 'evaluating') return;
      await setStage(within, { version, stage, reason });
    });
  },

  /** Judges the two evaluations by the policy and records what was found. Idempotent by the decision's name. */
  async judgeVersion(request: {
    decision: string;
    candidate: string;
    against: string;
    dataSet: string;
    candidateEvaluation: string;
    againstEvaluation: string;
    policy: GatePolicy;
  }): Promise<{ passed: boolean; findings: Pick<GateFinding, 'criterion' | 'passed' | 'sentence'>[] }> {
    const { policy, ...decision } = request;
    const files = await Promise.all(
      [request.candidateEvaluation, request.againstEvaluation].map(async (name) => {
        const evaluation = await findEvaluation(database, name);
        if (!evaluation) throw failure('InvalidInput', `there is no evaluation ${name}`);
        return getJson<EvaluationFile>(objects, evaluation.object);
      }),
    );
    const [own, other] = files as [EvaluationFile, EvaluationFile];
    const { passed, findings } = judgeCandidate(own, other, policy);
    await insertDecision(database, { ...decision, gate: findings, passed });
    return {
      passed,
      findings: findings.map(({ criterion, passed, sentence }) => ({ criterion, passed, sentence })),
    };
  },

  async recordApproval(approval: Parameters<typeof insertApproval>[1]): Promise<void> {
    await insertApproval(database, approval);
  },

  async recordOutcome(outcome: Parameters<typeof setOutcome>[1]): Promise<void> {
    await setOutcome(database, outcome);
  },

  /** Moves the version one step on its way. Fails with `RolloutTaken` while another one is on its way. */
  async moveVersion({
    version,
    stage,
    share,
  }: {
    version: string;
    stage: 'shadow' | 'canary';
    share: number;
  }): Promise<{ moved: boolean }> {
    return moveStages(database, async (within) => {
      const now = await stageOf(within, version);
      const other = (await versionAt(within, 'shadow')) ?? (await versionAt(within, 'canary'));
      if (other !== null && other !== version)
        throw failure('RolloutTaken', `${other} is on its way into production`);
      // Rolled back by somebody while this step was on its way.
      if (now && ['rolled_back', 'retired', 'refused'].includes(now.stage) && stage === 'canary')
        return { moved: false };
      await setStage(within, { version, stage, share, reason: 'rollout' });
      return { moved: true };
    });
  },

  /** The alias moves: new claims are read with this version, the one before stays loaded. Idempotent. */
  async activateVersion({ version }: { version: string }): Promise<{ moved: boolean }> {
    return moveStages(database, async (within) => {
      const now = await stageOf(within, version);
      if (!now || !['shadow', 'canary', 'active', 'evaluating'].includes(now.stage)) return { moved: false };
      await promote(within, version, 'promoted');
      return { moved: true };
    });
  },

  /** Looks at what the version does to claims, and stops it where they get worse. */
  async lookAtStep({
    version,
    against,
    stage,
    limits,
    claimsNeeded,
    atMostMs,
  }: {
    version: string;
    against: string;
    stage: 'shadow' | 'canary' | 'active';
    limits: RolloutPolicy['limits'];
    claimsNeeded: number;
    atMostMs: number;
  }): Promise<StepReport> {
    const now = await stageOf(database, version);
    if (now?.stage !== stage) return { outcome: 'moved', worse: [], claims: 0 };
    const { since } = now;
    const signals: LiveSignals =
      stage === 'shadow'
        ? await shadowSignals(database, { version, since })
        : await liveSignals(database, { version, since });
    const other = await liveSignals(database, {
      version: against,
      since: new Date(since.getTime() - COMPARED_MS),
    });
    const worse = worsenings(signals, other, limits);
    const { claims } = signals;
    if (worse.length > 0) {
      const stopped = await moveStages(database, (within) =>
        rollBack(within, {
          only: version,
          reason: worse.map(({ signal }) => signal).join('_and_'),
          detail: { worse },
        }),
      );
      if (!stopped) return { outcome: 'moved', worse: [], claims };
      log.warn({ version, worse }, 'a version was rolled back because its claims got worse');
      return { outcome: 'worse', worse, claims };
    }
    const sinceMs = Date.now() - since.getTime();
    return {
      outcome: stepEnded({ claims, sinceMs }, { claimsNeeded, atMostMs }) ? 'ended' : 'go_on',
      worse,
      claims,
    };
  },

  /**
   * Stops the version on its way, or puts the previous one back in the place of the active one, in one
   * transaction. Fails with `NothingToRollBack`.
   */
  async rollBackVersion({
    person,
    reason,
  }: {
    person: string;
    reason: string;
  }): Promise<NonNullable<RolledBack>> {
    const done = await moveStages(database, (within) =>
      rollBack(within, { reason: 'asked_for', detail: { person, said: reason } }),
    );
    if (!done)
      throw failure('NothingToRollBack', 'there is no version on its way and none before the active one');
    log.warn({ from: done.from, to: done.to }, 'rolled back');
    return done;
  },
});

/** The other version's claims of this time before the step count beside those since. */
const COMPARED_MS = 7 * 24 * 3_600_000;

function refusalOf(replicas: readonly ReplicaState[]): string | null {
  const merged = replicas.find(({ adapters }) => !adapters);
  if (merged)
    return `${merged.replica} serves one merged model and loads no adapters: start it with SERVE_ADAPTERS=true`;
  const refused = replicas.find(({ state }) => state === 'refused');
  return refused ? `${refused.replica}: ${refused.reason}` : null;
}

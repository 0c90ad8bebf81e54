/** Commands that start the model workflows, speak to them, and look into the registry. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { WorkflowExecutionAlreadyStartedError, WorkflowFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import Table from 'cli-table3';
import { listAlerts, listDecisions } from '../../shared/database/decisions.ts';
import { migrate } from '../../shared/database/migrate.ts';
import {
  findDataSet,
  findRun,
  findVersion,
  lineageOfClaim,
  listDataSets,
  listEvaluations,
  listRuns,
  listVersions,
} from '../../shared/database/registry.ts';
import { listStageChanges } from '../../shared/database/stages.ts';
import { LOOP_WORKFLOW_ID, MODEL_MESSAGES, PROMOTION_WORKFLOW_ID } from '../../shared/model-contracts.ts';
import { TASK_QUEUES } from '../../shared/task-queues.ts';
import type { Office } from '../claims/office.ts';
import { CommandRefused, EXIT, type Invocation, type Outcome } from '../claims/outcome.ts';
import { PLAIN } from '../claims/render.ts';
import { percent } from './figures.ts';

/** The workflows of a model, by the command that starts each. */
export const MODEL_WORKFLOWS = {
  curate: { type: 'curateWorkflow', id: () => `models/curate/${randomUUID()}` },
  'fine-tune': { type: 'trainWorkflow', id: () => `models/train/${randomUUID()}` },
  'evaluate-version': { type: 'evaluateWorkflow', id: () => `models/evaluate/${randomUUID()}` },
  promote: { type: 'promoteWorkflow', id: () => PROMOTION_WORKFLOW_ID },
  round: { type: 'roundWorkflow', id: () => `models/round/${randomUUID()}` },
  loop: { type: 'modelLoopWorkflow', id: () => LOOP_WORKFLOW_ID },
} as const;
export type ModelCommand = keyof typeof MODEL_WORKFLOWS;

/** Starts the workflow with the JSON of `--input`, and with `--wait` prints what it ended with. */
export const startCommand =
  (name: ModelCommand) =>
  async (office: Office, { options }: Invocation): Promise<Outcome> => {
    const { type, id } = MODEL_WORKFLOWS[name];
    const workflowId = (options['id'] as string | undefined) ?? id();
    const args = [{ ...inputOf(options['input'] as string | undefined), ...named(options) }];
    try {
      await office.client.workflow.start(type, { workflowId, taskQueue: TASK_QUEUES.claims, args });
    } catch (error) {
      if (error instanceof WorkflowExecutionAlreadyStartedError)
        throw new CommandRefused(
          `${workflowId} runs already: look at it with "models -- show ${workflowId}"`,
        );
      throw error;
    }
    if (!options['wait'])
      return { json: { workflowId }, text: `started ${workflowId}\nnpm run models -- show ${workflowId}` };
    return ended(office, workflowId);
  };

async function ended(office: Office, workflowId: string): Promise<Outcome> {
  try {
    const result: unknown = await office.client.workflow.getHandle(workflowId).result();
    return { json: result, text: JSON.stringify(result, null, 2) };
  } catch (error) {
    if (!(error instanceof WorkflowFailedError)) throw error;
    let cause: unknown = error;
    while (cause instanceof Error && !(cause instanceof ApplicationFailure) && cause.cause)
      cause = cause.cause;
    throw new CommandRefused(cause instanceof Error ? cause.message : error.message);
  }
}

/** `--version` and `--data-set`, which every person writes more often than JSON. */
const named = (options: Record<string, unknown>): Record<string, unknown> => ({
  ...(options['candidate'] ? { version: options['candidate'] } : {}),
  ...(options['dataSet'] ? { dataSet: options['dataSet'] } : {}),
});

function inputOf(given: string | undefined): Record<string, unknown> {
  if (given === undefined) return {};
  const text = given.trimStart().startsWith('{') ? given : readFileSync(given, 'utf8');
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new CommandRefused('--input must be one JSON object, or a file that holds one');
  }
}

/** A person's word on the promotion that waits for one. */
export const wordCommand =
  (word: 'approve' | 'reject') =>
  async (office: Office, { options }: Invocation): Promise<Outcome> => {
    const workflowId = (options['id'] as string | undefined) ?? PROMOTION_WORKFLOW_ID;
    const update = word === 'approve' ? MODEL_MESSAGES.approvePromotion : MODEL_MESSAGES.rejectPromotion;
    const state: unknown = await office.client.workflow
      .getHandle(workflowId)
      .executeUpdate(update, { args: [{ person: options['person'], note: options['note'] }] });
    return { json: state, text: JSON.stringify(state, null, 2) };
  };

export async function rollbackCommand(office: Office, { options }: Invocation): Promise<Outcome> {
  const startedAt = performance.now();
  const workflowId = `models/rollback/${randomUUID()}`;
  await office.client.workflow.start('rollbackWorkflow', {
    workflowId,
    taskQueue: TASK_QUEUES.claims,
    args: [{ person: options['person'], reason: options['reason'] }],
  });
  const { json } = await ended(office, workflowId);
  const { from, to } = json as { from: string; to: string };
  const seconds = Number(((performance.now() - startedAt) / 1_000).toFixed(2));
  return {
    json: { from, to, seconds },
    text: `new claims are read with ${to} again, not with ${from} (${seconds} s)`,
  };
}

export async function listModelsCommand(office: Office, { options }: Invocation): Promise<Outcome> {
  await migrate(office.database);
  const limit = options['limit'] as number;
  const [versions, dataSets, runs, alerts] = [
    await listVersions(office.database, limit),
    await listDataSets(office.database, limit),
    await listRuns(office.database, limit),
    await listAlerts(office.database),
  ];
  const table = new Table({
    ...PLAIN,
    head: ['version', 'stage', 'share', 'data set', 'field accuracy', 'n'],
  });
  for (const { name, stage, share, dataSet, fieldAccuracy, n } of versions)
    table.push([
      name,
      stage ?? '',
      share === null || stage === null ? '' : percent(share),
      dataSet ?? 'shipped',
      percent(fieldAccuracy),
      n ?? '',
    ]);
  const sets = dataSets.map(
    ({ name, base, report: { claims } }) =>
      `${name}  for ${base}: ${claims.train} claims to learn from, ${claims.validation} to validate, ${claims.evaluation} to judge`,
  );
  const trainings = runs.map(({ run, status, dataSet }) => `${run}  ${status}, ${dataSet}`);
  const warnings = alerts.map(({ alert, model }) => `! ${alert}: ${model}`);
  return {
    json: { versions, dataSets, runs, alerts },
    text: [table.toString(), ...sets, ...trainings, ...warnings].join('\n'),
  };
}

/** A version, data set, run or claim of the registry, or a model workflow. */
export async function showModelCommand(
  office: Office,
  { arguments: [given], options, tenant }: Invocation,
): Promise<Outcome> {
  await migrate(office.database);
  const name = given as string;
  const shown = (json: unknown): Outcome => ({ json, text: JSON.stringify(json, null, 2) });
  if (options['claim']) {
    const lineage = await lineageOfClaim(office.database, { tenant, claimId: name });
    if (!lineage) throw new CommandRefused(`there is no claim ${name}`, EXIT.notFound);
    return shown(lineage);
  }
  if (name.startsWith('models/')) return shown(await stateOf(office, name));
  const dataSet = await findDataSet(office.database, name);
  if (dataSet) return shown(dataSet);
  const run = await findRun(office.database, name);
  if (run) return shown(run);
  const version = await findVersion(office.database, name);
  if (!version)
    throw new CommandRefused(`the registry knows no version, data set or run ${name}`, EXIT.notFound);
  return shown({
    ...version,
    trained: version.run === null ? null : await findRun(office.database, version.run),
    evaluations: await listEvaluations(office.database, name),
    decisions: await listDecisions(office.database, name),
    stages: await listStageChanges(office.database, name),
  });
}

const STATES = {
  trainWorkflow: MODEL_MESSAGES.trainingState,
  evaluateWorkflow: MODEL_MESSAGES.evaluationState,
  promoteWorkflow: MODEL_MESSAGES.promotionState,
  roundWorkflow: MODEL_MESSAGES.roundState,
  modelLoopWorkflow: MODEL_MESSAGES.loopState,
} as const;

async function stateOf(office: Office, workflowId: string): Promise<unknown> {
  const handle = office.client.workflow.getHandle(workflowId);
  const { status, type } = await handle.describe();
  const query = STATES[type as keyof typeof STATES];
  const state: unknown = query === undefined ? null : await handle.query(query);
  return { workflowId, type, status: status.name, state };
}

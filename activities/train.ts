/** Training an adapter: the trainer as a watched process, its checkpoints in the object store, its result in the registry. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Context } from '@temporalio/activity';
import type { Database } from '../shared/database/database.ts';
import {
  endRun,
  findDataSet,
  findRun,
  insertVersion,
  keepProgress,
  startRun,
  type VersionFile,
} from '../shared/database/registry.ts';
import { failure } from '../shared/failures.ts';
import type { Logger } from '../shared/log.ts';
import { ADAPTER_FOLDER, loadModel, type Model } from '../shared/model.ts';
import type { ModelCard } from '../shared/model-card.ts';
import {
  AdapterShapeSchema,
  type LoraSettings,
  MODEL_MESSAGES,
  NO_TRAINING,
  type TrainingProgress,
} from '../shared/model-contracts.ts';
import { objectKeys } from '../shared/object-keys.ts';
import type { ObjectStore } from '../shared/objects/object-store.ts';
import { sha256 } from '../shared/packet.ts';
import { adapterProblem } from '../shared/promotion/adapter-file.ts';
import { type TrainingResult, TrainingResultSchema, withReport } from '../shared/training-progress.ts';
import { checkedObject, forgetCheckpoint, keepCheckpoint, restoreCheckpoint } from './checkpoints.ts';
import { OWN_FILES, versionFetcher } from './fetch-version.ts';
import { runTrainerProcess } from './trainer-process.ts';

export interface TrainDeps {
  database: Database;
  objects: ObjectStore;
  /** Folder of trainings under way. */
  folder: string;
  python: string;
  /** Folder of the package `claim_trainer`. */
  trainer: string;
  log: Logger;
}

export interface TrainRunRequest {
  run: string;
  dataSet: string;
  /** The version whose adapter is gone on from; `null`: none. */
  start: string | null;
  lora: LoraSettings;
  compile: boolean;
  checkpointSeconds: number;
}

/** Well under half of the heartbeat timeout, so that a cancellation is heard within two of them. */
const HEARTBEAT_MS = 2_000;
const KEEP_EVERY_MS = 3_000;
/** Progress that the workflow itself is told, for its query: each is an event of its history. */
const TOLD_AT_MOST = 40;
const TOLD_EVERY_MS = 5_000;

export function trainActivities({ database, objects, folder, python, trainer, log }: TrainDeps) {
  const atHand = versionFetcher({ database, objects });
  return {
    /**
     * Trains, or goes on from the last checkpoint, on this machine's or the store's. Texts of claims lie in
     * clear in the run's folder while it runs and go with its end. Idempotent by the run's name. Fails with
     * `TrainingRefused`, `DataSetDamaged`, and to be repeated with `TrainerCrashed`, `StoreUnavailable`.
     */
    async trainAdapter({
      run,
      dataSet,
      start,
      lora: asked,
      compile,
      checkpointSeconds,
    }: TrainRunRequest): Promise<TrainingResult> {
      const context = Context.current();
      const set = await findDataSet(database, dataSet);
      if (!set) throw failure('InvalidInput', `there is no data set ${dataSet}`);
      const base = loadModel(set.base);
      const adapter = start === null ? null : await adapterOf(start);
      const lora = { ...asked, ...(adapter?.shape ?? {}) };
      const { workflowId = '' } = context.info.workflowExecution ?? {};
      await startRun(database, { run, dataSet, base: set.base, start, settings: lora, workflowId });
      const at = (...parts: string[]): string => join(resolve(folder), run, ...parts);
      await mkdir(at('out'), { recursive: true, mode: 0o700 });
      for (const part of ['train', 'validation'] as const)
        await writeFile(at(`${part}.jsonl`), await checkedObject(objects, set.parts[part]), { mode: 0o600 });
      await writeFile(
        at('recipe.json'),
        JSON.stringify(recipeOf(run, base, { lora, compile, checkpointSeconds })),
      );
      await restoreCheckpoint(run, at('out'), objects);

      const said = (await findRun(database, run))?.progress ?? NO_TRAINING;
      const telling = new Telling(context, said, (progress) => keepProgress(database, run, progress));
      const keeping = new Keeping(() => keepCheckpoint(run, at('out'), objects), log);
      try {
        const result = await runTrainerProcess({
          python,
          trainer,
          args: [
            ...['lora', '--recipe', at('recipe.json'), '--train', at('train.jsonl')],
            ...['--evaluation', at('validation.jsonl'), '--base', weightsOf(base), '--out', at('out')],
            ...(adapter ? ['--start', adapter.folder] : []),
          ],
          signal: context.cancellationSignal,
          onReport: (report) => telling.report(report),
          onStart: (group) => log.info({ run, group }, 'trainer started'),
        });
        const parsed = TrainingResultSchema.safeParse(result);
        if (!parsed.success)
          throw failure('TrainerCrashed', 'the trainer ended with a result of another form');
        for (const path of [OWN_FILES.config, OWN_FILES.weights])
          await objects.put(objectKeys.run(run, path), await readFile(at('out', path)));
        await keeping.end();
        await rm(at(), { recursive: true, force: true });
        return parsed.data;
      } catch (error) {
        // Who cancels wants nothing of it left on this machine; what is tried again goes on from here.
        if (context.cancellationDetails?.cancelRequested) await rm(at(), { recursive: true, force: true });
        throw error;
      } finally {
        telling.end();
        await keeping.end();
      }
    },

    /**
     * Registers what the run made as a version, named by the content of adapter and base. Idempotent. Fails
     * with `AdapterRefused` where the adapter is not what its settings say.
     */
    async packVersion({
      run,
      result,
    }: {
      run: string;
      result: TrainingResult;
    }): Promise<{ version: string }> {
      const known = await findRun(database, run);
      if (!known) throw failure('InvalidInput', `there is no run ${run}`);
      const base = loadModel(known.base);
      const contents = new Map<string, Uint8Array>();
      for (const path of [OWN_FILES.config, OWN_FILES.weights])
        contents.set(path, await objects.get(objectKeys.run(run, path)));
      const inFolder = new Map([...contents].map(([path, bytes]) => [path.slice('adapter/'.length), bytes]));
      const { rank } = known.settings;
      const problem = adapterProblem(inFolder, { rank, rankAtMost: rank });
      if (problem !== null) throw failure('AdapterRefused', problem);
      const name = versionName(base, contents);
      const files: VersionFile[] = [];
      for (const [path, bytes] of contents) {
        const object = objectKeys.version(name, path);
        await objects.put(object, bytes);
        files.push({ path, object, sha256: sha256(bytes), bytes: bytes.length });
      }
      const card = cardOf(name, base, { rank, run, dataSet: known.dataSet, files });
      await insertVersion(database, { name, base: known.base, run, card, files, calibration: null });
      await endRun(database, { run, status: 'succeeded', result: { ...result, version: name } });
      await forgetCheckpoint(run, objects);
      return { version: name };
    },

    /** Notes that a run ended without a version, and removes what is kept of it. */
    async endTraining({
      run,
      status,
      failure: type,
    }: {
      run: string;
      status: 'failed' | 'cancelled';
      failure: string;
    }): Promise<void> {
      await endRun(database, { run, status, result: { failure: type } });
      await forgetCheckpoint(run, objects);
      await rm(join(resolve(folder), run), { recursive: true, force: true });
    },
  };

  /** The adapter of a version on this machine, and the shape that training cannot change. */
  async function adapterOf(
    start: string,
  ): Promise<{ folder: string; shape: Pick<LoraSettings, 'rank' | 'alpha' | 'targets'> }> {
    await atHand({ name: start, calibration: null });
    const adapter = loadModel(start).weights?.adapter ?? null;
    if (adapter === null)
      throw failure('TrainingRefused', `${start} has no adapter to go on from: train with "from": "base"`);
    const settings: unknown = JSON.parse(await readFile(join(adapter, 'adapter_config.json'), 'utf8'));
    const shape = AdapterShapeSchema.safeParse(settings);
    if (!shape.success) throw failure('TrainingRefused', `the adapter of ${start} has another form`);
    const { r: rank, lora_alpha: alpha, target_modules: targets } = shape.data;
    return { folder: adapter, shape: { rank, alpha, targets } };
  }
}

/** The weights that LoRA is trained on. */
function weightsOf({ card, weights }: Model): string {
  if (!weights) throw failure('TrainingRefused', `the weights of ${card.name} are not on this machine`);
  return weights.base;
}

/** The recipe as `claim_trainer/config.py` reads it. */
function recipeOf(
  run: string,
  { card, folder }: Model,
  { lora, compile, checkpointSeconds }: Pick<TrainRunRequest, 'lora' | 'compile' | 'checkpointSeconds'>,
): object {
  const large = card.serving.weights !== 'here';
  return {
    name: run,
    lora: {
      ...{ rank: lora.rank, alpha: lora.alpha, dropout: lora.dropout, targets: lora.targets },
      ...{ epochs: lora.epochs, batch: lora.batch, accumulation: lora.accumulation },
      ...{ learning_rate: lora.learningRate, warmup_share: lora.warmupShare, reasons: card.reasons },
      ...(large
        ? {
            backend: 'transformers',
            gradient_checkpointing: lora.gradientCheckpointing,
            context_tokens: card.contextTokens,
            ...(card.instruction === null ? {} : { instruction: join(folder, card.instruction) }),
          }
        : { backend: 'compact' }),
    },
    run: {
      seed: lora.seed,
      compile: compile && !large,
      checkpoint_seconds: checkpointSeconds,
      report_seconds: 2,
    },
  };
}

/** `claims-` and 12 digits over what decides an answer: a name is never used for other weights. */
function versionName({ card }: Model, contents: ReadonlyMap<string, Uint8Array>): string {
  const hashes = [...contents].map(([path, bytes]) => `${path} ${sha256(bytes)}`);
  return `claims-${sha256([...hashes, JSON.stringify(card.sha256), card.promptVersion].join('\n')).slice(0, 12)}`;
}

function cardOf(
  name: string,
  { card, tokenizerSha256 }: Model,
  made: { rank: number; run: string; dataSet: string; files: readonly VersionFile[] },
): ModelCard {
  const { serving, fewshot: _fewshot, ...rest } = card;
  const weights = made.files.find(({ path }) => path === OWN_FILES.weights)?.sha256 ?? '';
  return {
    ...rest,
    name,
    servedName: name,
    calibration: null,
    maturity: 'candidate',
    origin: `LoRA on the base of ${card.name}, from the data set ${made.dataSet} in the run ${made.run}.`,
    serving:
      serving.weights === 'here'
        ? {
            ...serving,
            ...{
              base: 'base',
              adapter: ADAPTER_FOLDER,
              chatTemplate: 'chat_template.jinja',
              loraRank: made.rank,
            },
          }
        : serving.weights === 'setting'
          ? { ...serving, loraRank: made.rank }
          : serving,
    sha256: { 'base/tokenizer.json': tokenizerSha256, [OWN_FILES.weights]: weights },
  };
}

/** Tells Temporal how far the training is: with every heartbeat, and the workflow now and then. */
class Telling {
  readonly #context: Context;
  readonly #keep: (progress: TrainingProgress) => Promise<void>;
  readonly #timer: NodeJS.Timeout;
  #progress: TrainingProgress;
  #told = { at: 0, step: -1, epochs: 0 };

  /** `said`: what was said before this attempt; `keep`: for those who look when no workflow can be asked. */
  constructor(
    context: Context,
    said: TrainingProgress & { losses?: unknown },
    keep: (progress: TrainingProgress) => Promise<void>,
  ) {
    const { losses: _kept, ...progress } = said;
    this.#progress = progress;
    this.#context = context;
    this.#keep = keep;
    this.#timer = setInterval(() => context.heartbeat(this.#progress), HEARTBEAT_MS);
  }

  report(line: Record<string, unknown>): void {
    this.#progress = withReport(this.#progress, line);
    this.#context.heartbeat(this.#progress);
    const { step, steps, epochs } = this.#progress;
    const far = step - this.#told.step >= Math.max(1, steps / TOLD_AT_MOST);
    const now = performance.now();
    const due = epochs.length > this.#told.epochs || (far && now - this.#told.at >= TOLD_EVERY_MS);
    if (!due) return;
    this.#told = { at: now, step, epochs: epochs.length };
    void this.#tell().catch(() => {});
  }

  end(): void {
    clearInterval(this.#timer);
  }

  async #tell(): Promise<void> {
    await this.#keep(this.#progress);
    const { workflowId, runId } = this.#context.info.workflowExecution ?? {};
    if (workflowId === undefined) return;
    const handle = this.#context.client.workflow.getHandle(workflowId, runId);
    await handle.signal(MODEL_MESSAGES.trainingProgress, this.#progress);
  }
}

/** Keeps checkpoints one after the other while the training goes on. */
class Keeping {
  readonly #timer: NodeJS.Timeout;
  #underWay: Promise<void> = Promise.resolve();
  #busy = false;

  constructor(keep: () => Promise<void>, log: Logger) {
    this.#timer = setInterval(() => {
      if (this.#busy) return;
      this.#busy = true;
      this.#underWay = keep()
        // The next one may succeed, and training needs none.
        .catch(() => log.warn('a checkpoint could not be kept'))
        .finally(() => {
          this.#busy = false;
        });
    }, KEEP_EVERY_MS);
  }

  async end(): Promise<void> {
    clearInterval(this.#timer);
    await this.#underWay;
  }
}

import { Context } from '@temporalio/activity';
import pLimit from 'p-limit';
import type { Chunk, ChunkAnswer, ChunkOutcome, ModelVersion } from '../shared/answers.ts';
import type { Example } from '../shared/extractors/examples.ts';
import { inPrintedCase } from '../shared/extractors/natural-case.ts';
import { promptMessages } from '../shared/extractors/prompt.ts';
import type { FailureType } from '../shared/failures.ts';
import type { Logger } from '../shared/log.ts';
import type { LoadModel } from '../shared/model.ts';
import { objectKeys } from '../shared/object-keys.ts';
import { getJson, type ObjectStore, putJson } from '../shared/objects/object-store.ts';
import { answerJsonSchema, chunkAnswer, readAnswer } from './answer.ts';
import type { Engine } from './engine.ts';
import { type ExampleSource, exampleSource } from './examples.ts';

/** A group waits for its turn at the server for longer than this; it says that it is alive meanwhile. */
const HEARTBEAT_MS = 2_000;

/** At its usual temperature a model that lost itself in a repetition draws nearly the same answer again. */
const FREER_EACH_ASK = 0.2;

export interface ExtractRequest {
  tenant: string;
  model: ModelVersion;
  /** Ids of chunks. */
  chunks: string[];
  /** From 1: every further ask samples more freely, so that a truncated or invalid answer need not come again. */
  ask: number;
}

export interface ExtractDependencies {
  objects: ObjectStore;
  engine: Engine;
  models: LoadModel;
  /** Default: committed examples only. */
  examples?: ExampleSource;
  /** Requests in flight at the model server, over all activities of this worker. */
  sequences: number;
  log: Logger;
}

export function extractActivities({
  objects,
  engine,
  models,
  examples = exampleSource({ search: null }),
  sequences,
  log,
}: ExtractDependencies) {
  const atServer = pLimit(sequences);
  /** Model versions whose prompts went out without the examples that they are made for. */
  const bare = new Set<string>();

  async function examplesFor(request: Parameters<ExampleSource>[0]): Promise<Example[]> {
    const { card } = request.model;
    const found = await examples(request);
    if (found.length === 0 && card.extractor !== 'finetuned' && !bare.has(card.name)) {
      bare.add(card.name);
      log.warn({ model: card.name }, 'no example fits or is there; the model is asked without any');
    }
    return found;
  }

  /** The failure of one chunk that says nothing about the others; any other error is thrown. */
  function chunkFailure(error: unknown): FailureType {
    const type = error instanceof Error && 'type' in error ? String(error.type) : '';
    if (type === 'EngineRefused' || type === 'ObjectMissing') return type;
    throw error;
  }

  async function extractChunk(
    { tenant, model, ask }: ExtractRequest,
    chunkId: string,
    signal: AbortSignal,
  ): Promise<ChunkOutcome> {
    const key = objectKeys.answer(tenant, chunkId, model.name);
    if (await objects.has(key)) {
      const { usage } = await getJson<ChunkAnswer>(objects, key);
      return { chunk: chunkId, status: 'answered', usage };
    }
    const chunk = await getJson<Chunk>(objects, objectKeys.chunk(tenant, chunkId));
    const loaded = models(model.name);
    const { card } = loaded;
    const shown = await examplesFor({ tenant, model: loaded, chunk });
    const reply = await atServer(async () => {
      signal.throwIfAborted();
      return engine.complete(
        {
          servedName: model.servedName,
          messages: promptMessages({ instruction: loaded.instruction, examples: shown, text: chunk.text }),
          schema: answerJsonSchema(card),
          maxTokens: model.maxOutputTokens,
          temperature: card.sampling.temperature + FREER_EACH_ASK * (ask - 1),
          topP: card.sampling.topP,
          frequencyPenalty: card.sampling.frequencyPenalty,
          loopPenalty: card.sampling.loopPenalty,
          stop: card.serving.stop,
          ...(card.serving.weights === 'remote' ? { dialect: card.serving } : {}),
        },
        { signal },
      );
    });
    const answer = readAnswer(reply, card);
    const { requestId, usage } = reply;
    const about = { chunk: chunkId, ask, requestId, usage, examples: shown.length };
    if (typeof answer === 'string') {
      log.warn({ ...about, failure: answer }, 'no usable answer');
      return { chunk: chunkId, status: 'failed', failure: answer, usage: reply.usage };
    }
    await putJson(objects, key, {
      ...chunkAnswer(chunkId, model, card, inPrintedCase(answer, chunk.text), reply),
      ...(card.extractor === 'finetuned' ? {} : { examples: shown.map(({ id }) => id) }),
    });
    log.debug(about, 'chunk answered');
    return { chunk: chunkId, status: 'answered', usage: reply.usage };
  }

  return {
    /**
     * Asks the model about each chunk and stores the answers. A chunk that has an answer is not asked
     * again, so a repeated activity costs what was left. Truncated, invalid and refused requests are
     * outcomes; while the server is away or has another model the activity fails with
     * `EngineUnavailable` or `ModelMissing`, after the other chunks have ended; likewise, with
     * `DatabaseUnavailable`, while its examples cannot be looked for.
     */
    async extractChunks(request: ExtractRequest): Promise<ChunkOutcome[]> {
      const context = Context.current();
      const signal = context.cancellationSignal;
      let ended = 0;
      const alive = setInterval(() => context.heartbeat({ ended, of: request.chunks.length }), HEARTBEAT_MS);
      try {
        const work = Promise.allSettled(
          request.chunks.map(async (chunk) => {
            const outcome = await extractChunk(request, chunk, signal).catch(
              (error): ChunkOutcome => ({
                chunk,
                status: 'failed',
                failure: chunkFailure(error),
                usage: { promptTokens: 0, completionTokens: 0, engineMs: 0, requests: 1 },
              }),
            );
            ended += 1;
            context.heartbeat({ ended, of: request.chunks.length });
            return outcome;
          }),
        );
        // Requests that wait for their turn would hold a cancelled activity back.
        const results = await Promise.race([work, context.cancelled]);
        return results.map((result) => {
          if (result.status === 'rejected') throw result.reason;
          return result.value;
        });
      } finally {
        clearInterval(alive);
      }
    },
  };
}

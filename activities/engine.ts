/** The model server behind its OpenAI-compatible API. */
import { randomUUID } from 'node:crypto';
import OpenAI from 'openai';
import { z } from 'zod';
import type { Usage } from '../shared/answers.ts';
import type { PromptMessage } from '../shared/extractors/prompt.ts';
import { failure } from '../shared/failures.ts';
import type { ModelCard } from '../shared/model-card.ts';
import { retryAfter } from './retry-after.ts';

export type EngineDialect = Pick<
  Extract<ModelCard['serving'], { weights: 'remote' }>,
  'answers' | 'logprobs' | 'limit'
>;

const VLLM: EngineDialect = { answers: 'json_schema', logprobs: true, limit: 'max_tokens' };

export interface EngineRequest {
  /** The name under which the server answers. */
  servedName: string;
  messages: PromptMessage[];
  /** JSON Schema of the answer; `null`: the model writes freely. */
  schema: { [key: string]: unknown } | null;
  maxTokens: number;
  temperature: number;
  topP: number;
  /** Absent: 0. */
  frequencyPenalty?: number;
  /** Absent: 0. Servers other than vLLM with `deploy/vllm/loop_penalty.py` know none. */
  loopPenalty?: number;
  stop: string[];
  /** What a hosted server knows of this; absent: all that vLLM does. */
  dialect?: EngineDialect;
}

/** One generated token; `bytes` where the server gives them. */
export interface AnswerToken {
  token: string;
  logprob: number;
  bytes: number[] | null;
}

export interface EngineReply {
  text: string;
  /** `length`: the answer reached the token limit before it ended. */
  finish: string;
  tokens: AnswerToken[];
  usage: Usage;
  requestId: string;
}

/** What extraction needs of a model server; benchmarks put another one in its place. */
export interface Engine {
  /** One completion. Throws `EngineUnavailable`, `ModelMissing` or `EngineRefused`, and the signal's reason when aborted. */
  complete: (request: EngineRequest, options: { signal: AbortSignal }) => Promise<EngineReply>;
  /** Whether the server answers and serves a model under this name; of a hosted server, whether it answers. */
  serves: (servedName: string, options: { signal: AbortSignal }) => Promise<boolean>;
}

const CompletionSchema = z.object({
  choices: z
    .array(
      z.object({
        finish_reason: z.string().nullable(),
        message: z.object({ content: z.string().nullable() }),
        logprobs: z
          .object({
            content: z
              .array(
                z.object({
                  token: z.string(),
                  logprob: z.number(),
                  bytes: z.array(z.number()).nullable().default(null),
                }),
              )
              .nullish(),
          })
          .nullish(),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: z.number(), completion_tokens: z.number() }),
});

const READINESS_TIMEOUT_MS = 5_000;

/** A client of the server at `url` (ending in `/v1`); it never repeats a request, Temporal does. */
export function openEngine({
  url,
  apiKey,
  timeoutMs,
  hosted = false,
}: {
  url: string;
  apiKey: string;
  timeoutMs: number;
  hosted?: boolean;
}): Engine {
  const client = new OpenAI({ baseURL: url, apiKey, maxRetries: 0, timeout: timeoutMs, logLevel: 'off' });
  return {
    async complete(request, { signal }) {
      const requestId = randomUUID();
      const dialect = request.dialect ?? VLLM;
      const startedAt = performance.now();
      try {
        const completion: unknown = await client.chat.completions.create(
          {
            model: request.servedName,
            messages: request.messages,
            ...answerForm(request.schema, dialect),
            ...(request.stop.length > 0 ? { stop: request.stop } : {}),
            ...(dialect.logprobs ? { logprobs: true } : {}),
            temperature: request.temperature,
            top_p: request.topP,
            ...(request.frequencyPenalty ? { frequency_penalty: request.frequencyPenalty } : {}),
            ...(request.loopPenalty ? { vllm_xargs: { loop_penalty: request.loopPenalty } } : {}),
            // No seed: vLLM 0.32 on a CPU ends when a seeded prompt is prefilled in two steps.
            [dialect.limit]: request.maxTokens,
          },
          { signal, headers: { 'X-Request-Id': requestId } },
        );
        const reply = readCompletion(completion, performance.now() - startedAt);
        if (reply.finish === 'abort') throw new Error('the server stopped in the middle of the answer');
        return { ...reply, requestId };
      } catch (error) {
        signal.throwIfAborted();
        throw engineFailure(error, requestId);
      }
    },

    async serves(servedName, { signal }) {
      try {
        const list = await client.models.list({ signal, timeout: READINESS_TIMEOUT_MS });
        return hosted || list.data.some((model) => model.id === servedName);
      } catch (error) {
        signal.throwIfAborted();
        return hosted && error instanceof OpenAI.APIError && error.status !== undefined && error.status < 500;
      }
    },
  };
}

function answerForm(
  schema: EngineRequest['schema'],
  { answers }: EngineDialect,
): Pick<OpenAI.ChatCompletionCreateParams, 'response_format'> {
  if (schema === null || answers === 'text') return {};
  if (answers === 'json_object') return { response_format: { type: 'json_object' } };
  return {
    response_format: { type: 'json_schema', json_schema: { name: 'claim', schema, strict: true } },
  };
}

function readCompletion(completion: unknown, engineMs: number): Omit<EngineReply, 'requestId'> {
  const { choices, usage } = CompletionSchema.parse(completion);
  const [choice] = choices;
  return {
    text: choice?.message.content ?? '',
    finish: choice?.finish_reason ?? 'unknown',
    tokens: choice?.logprobs?.content ?? [],
    usage: {
      promptTokens: usage.prompt_tokens,
      completionTokens: usage.completion_tokens,
      engineMs: Math.round(engineMs),
      requests: 1,
    },
  };
}

/** A key or an account that the operator puts right (401, 402, 403) says nothing about the chunk, no more than load does. */
const MENDED_ELSEWHERE = new Set([401, 402, 403, 408, 409, 429]);

/** The one translation of the client's errors. Messages name the request, never its text or the server's own words. */
function engineFailure(error: unknown, requestId: string): Error {
  const request = `request ${requestId}`;
  if (!(error instanceof OpenAI.APIError) || error.status === undefined) {
    // No answer, or one that broke off or has another form: what a server does while it starts or stops.
    const what =
      error instanceof OpenAI.APIConnectionTimeoutError ? 'did not answer in time' : 'gave no answer';
    return failure('EngineUnavailable', `the model server ${what} (${request})`);
  }
  const { status } = error;
  const detail = `the model server answered ${status} (${request})`;
  if (status === 404) return failure('ModelMissing', detail);
  if (MENDED_ELSEWHERE.has(status) || status >= 500) {
    const retryAfterMs = retryAfter(error.headers);
    return failure('EngineUnavailable', detail, retryAfterMs === undefined ? {} : { retryAfterMs });
  }
  return failure('EngineRefused', detail);
}

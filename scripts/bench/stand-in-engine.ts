/** An OpenAI-compatible model server of known speed, for benchmarks and for tests of the failures that a real one shows rarely. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pLimit from 'p-limit';
import { z } from 'zod';
import { type FlatAnswer, flatAnswer } from './flat-answer.ts';

/** What the server does with one request. */
export type Behaviour =
  | 'answer'
  /** Ends at the token limit. */
  | 'truncate'
  /** Text that is not JSON. */
  | 'invalid'
  /** JSON of another schema. */
  | 'wrong_schema'
  /** Closes the connection without an answer. */
  | 'close'
  | { status: number; retryAfter?: string };

/** Loose: what was asked can be asked again word for word. */
const RequestSchema = z.looseObject({
  model: z.string(),
  messages: z.array(z.looseObject({ content: z.string() })),
  max_tokens: z.number().default(400),
  logprobs: z.boolean().default(false),
  response_format: z
    .looseObject({
      json_schema: z
        .looseObject({ schema: z.looseObject({ properties: z.record(z.string(), z.unknown()) }) })
        .optional(),
    })
    .optional(),
});
export type StandInRequest = z.infer<typeof RequestSchema>;

export interface StandInOptions {
  /** Names under which it answers. */
  models: string[];
  /** Time of one completion once it has a slot. */
  latencyMs?: number;
  /** Completions at once; others wait, as in a real server. */
  slots?: number;
  port?: number;
  behaviour?: (request: StandInRequest) => Behaviour;
}

/**
 * Answers with the values that stand in flat `Label: value` lines of the prompt, so that claims come to
 * an end, with log-probabilities of a model that is sure.
 */
export class StandInEngine {
  behaviour: (request: StandInRequest) => Behaviour;
  readonly requests: StandInRequest[] = [];
  completed = 0;
  aborted = 0;
  inFlight = 0;
  maxInFlight = 0;
  /** Milliseconds that slots were taken, over all slots. */
  busyMs = 0;
  /** Time of one completion once it has a slot. */
  latencyMs: number;
  readonly #options: StandInOptions;
  readonly #server: Server;
  readonly #slots;

  private constructor(options: StandInOptions) {
    this.#options = options;
    this.latencyMs = options.latencyMs ?? 0;
    this.behaviour = options.behaviour ?? (() => 'answer');
    this.#slots = pLimit(options.slots ?? 16);
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch(() => response.destroy());
    });
  }

  static async start(options: StandInOptions): Promise<StandInEngine> {
    const engine = new StandInEngine(options);
    await new Promise<void>((resolve, reject) => {
      engine.#server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
    });
    return engine;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** Base URL of the API, ending in `/v1`. */
  get url(): string {
    return `http://127.0.0.1:${this.port}/v1`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/health') return send(response, 200, {});
    if (request.url === '/v1/models') {
      const data = this.#options.models.map((id) => ({ id, object: 'model', owned_by: 'stand-in' }));
      return send(response, 200, { object: 'list', data });
    }
    if (request.url !== '/v1/chat/completions') return send(response, 404, failed('no such path'));

    const parsed = RequestSchema.safeParse(JSON.parse(await body(request)));
    if (!parsed.success) return send(response, 400, failed('malformed request'));
    if (!this.#options.models.includes(parsed.data.model))
      return send(response, 404, failed('no such model'));
    this.requests.push(parsed.data);
    const gone = new AbortController();
    response.on('close', () => {
      if (!response.writableEnded) gone.abort();
    });
    await this.#slots(() => this.#complete(parsed.data, response, gone.signal));
  }

  async #complete(request: StandInRequest, response: ServerResponse, gone: AbortSignal): Promise<void> {
    this.inFlight += 1;
    this.maxInFlight = Math.max(this.maxInFlight, this.inFlight);
    const startedAt = performance.now();
    try {
      const behaviour = this.behaviour(request);
      if (behaviour === 'close') {
        response.destroy();
        return;
      }
      if (typeof behaviour === 'object') {
        const headers = behaviour.retryAfter === undefined ? {} : { 'Retry-After': behaviour.retryAfter };
        send(response, behaviour.status, failed('told to fail'), headers);
        return;
      }
      await sleep(this.latencyMs, undefined, { signal: gone });
      send(response, 200, completion(request, behaviour));
      this.completed += 1;
    } catch (error) {
      if (!gone.aborted) throw error;
      this.aborted += 1;
    } finally {
      this.inFlight -= 1;
      this.busyMs += performance.now() - startedAt;
    }
  }
}

function completion(request: StandInRequest, behaviour: Exclude<Behaviour, object | 'close'>): object {
  const prompt = request.messages.map((message) => message.content).join('\n');
  const texts = {
    answer: () => JSON.stringify(answerTo(prompt, request)),
    truncate: () => JSON.stringify(answerTo(prompt, request)).slice(0, 60),
    invalid: () => 'The claimant is',
    wrong_schema: () => '{"claimant_name":12}',
  };
  const text = texts[behaviour]();
  const tokens = text.match(/\w+|\W/gsu) ?? [];
  const promptTokens = Math.ceil(prompt.length / 2);
  return {
    id: `chatcmpl-${randomUUID()}`,
    object: 'chat.completion',
    created: Math.floor(Date.now() / 1000),
    model: request.model,
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: text },
        finish_reason: behaviour === 'truncate' ? 'length' : 'stop',
        logprobs: request.logprobs
          ? {
              content: tokens.map((token) => ({
                token,
                logprob: -0.005,
                bytes: [...Buffer.from(token)],
                top_logprobs: [],
              })),
            }
          : null,
      },
    ],
    usage: {
      prompt_tokens: promptTokens,
      completion_tokens: tokens.length,
      total_tokens: promptTokens + tokens.length,
    },
  };
}

const answerTo = (prompt: string, request: StandInRequest): FlatAnswer =>
  flatAnswer(prompt, request.response_format?.json_schema?.schema.properties ?? {});

async function body(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

const failed = (message: string): object => ({ error: { message, type: 'stand_in', code: null } });

function send(
  response: ServerResponse,
  status: number,
  json: object,
  headers: Record<string, string> = {},
): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(json));
}

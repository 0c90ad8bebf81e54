/** Loading adapters into a vLLM server while it answers, and seeing that one is really used. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { failure } from '../shared/failures.ts';
import { type AnswerToken, openEngine } from './engine.ts';

export interface AdapterServer {
  /** Names under which the server answers. Fails with `EngineUnavailable`. */
  served(): Promise<string[]>;
  /** Fails with `AdapterRefused` where the server cannot load it, `EngineUnavailable` where it is away. */
  load(name: string, folder: string): Promise<void>;
  /** Unloading what is not loaded is no error. */
  unload(name: string): Promise<void>;
  /** Whether the name answers otherwise than `base` does: an adapter whose weights nobody uses does not. */
  differsFrom(base: string, name: string): Promise<boolean>;
}

const ANSWER_WITHIN_MS = 60_000;
const LOAD_WITHIN_MS = 120_000;
const MODELS = z.object({ data: z.array(z.object({ id: z.string() })) });
/** What a server that goes away answers; any other error of loading is about the adapter. */
const AWAY = new Set([408, 429, 502, 503, 504]);

const PROBE_TOKENS = 12;
/** Log-probabilities of the same weights on the same prompt are equal to the last bit; this is far above rounding. */
const SAME = 1e-4;
/** Long enough: with a handful of tokens as its very first prompt, vLLM 0.32 ends on processors with AMX. */
const PROBE_TEXT =
  'PROPERTY LOSS NOTICE Claimant: Jo Sample Policy number: HO-1000001 Date of loss: 03/04/2026 Estimate: $1,200 '.repeat(
    2,
  );

/** `url` ends in `/v1`. */
export function adapterServer({ url, apiKey }: { url: string; apiKey: string }): AdapterServer {
  const engine = openEngine({ url, apiKey, timeoutMs: ANSWER_WITHIN_MS });

  async function call(path: string, body: object | null, withinMs: number): Promise<Response> {
    try {
      return await fetch(`${url}/${path}`, {
        method: body === null ? 'GET' : 'POST',
        headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
        ...(body === null ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(withinMs),
      });
    } catch {
      throw failure('EngineUnavailable', 'the model server gave no answer');
    }
  }

  /** `mark` makes the prompt new: one that the server knows is answered from its cache, rounded otherwise. */
  async function answerOf(servedName: string, mark: string): Promise<AnswerToken[]> {
    const { tokens } = await engine.complete(
      {
        servedName,
        messages: [{ role: 'user', content: `${mark} ${PROBE_TEXT}` }],
        schema: null,
        ...{ maxTokens: PROBE_TOKENS, temperature: 0, topP: 1, stop: [] },
      },
      { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) },
    );
    return tokens;
  }

  return {
    async served() {
      const answer = await call('models', null, ANSWER_WITHIN_MS);
      const parsed = MODELS.safeParse(await answer.json().catch(() => null));
      if (!answer.ok || !parsed.success)
        throw failure(
          'EngineUnavailable',
          `the model server answered ${answer.status} to a list of its models`,
        );
      return parsed.data.data.map(({ id }) => id);
    },
    async load(name, folder) {
      const answer = await call('load_lora_adapter', { lora_name: name, lora_path: folder }, LOAD_WITHIN_MS);
      if (answer.ok) return;
      if (AWAY.has(answer.status))
        throw failure('EngineUnavailable', `the model server answered ${answer.status} to an adapter`);
      throw failure('AdapterRefused', `the model server cannot load the adapter (${answer.status})`);
    },
    async unload(name) {
      await call('unload_lora_adapter', { lora_name: name }, ANSWER_WITHIN_MS);
    },
    async differsFrom(base, name) {
      const mark = randomUUID();
      const [plain, adapted] = [await answerOf(base, mark), await answerOf(name, mark)];
      if (plain.length !== adapted.length) return true;
      return plain.some(
        ({ token, logprob }, i) =>
          token !== adapted[i]?.token || Math.abs(logprob - (adapted[i]?.logprob ?? 0)) > SAME,
      );
    },
  };
}

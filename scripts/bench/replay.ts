import OpenAI from 'openai';
import pLimit from 'p-limit';

export interface ReplayOptions {
  /** Base URL ending in `/v1`. */
  url: string;
  apiKey: string;
  /** Requests in flight. */
  slots: number;
  /** Keeps the server from answering out of what it kept of the same prompt. */
  salt?: string;
}

/** Asks the same requests again, straight through the client; resolves with the milliseconds that took. */
export async function replay(
  requests: readonly { [key: string]: unknown }[],
  options: ReplayOptions,
): Promise<number> {
  const client = new OpenAI({ baseURL: options.url, apiKey: options.apiKey, maxRetries: 0, logLevel: 'off' });
  const limit = pLimit(options.slots);
  const salt = options.salt === undefined ? {} : { cache_salt: options.salt };
  const startedAt = performance.now();
  await Promise.all(
    requests.map((request) =>
      limit(() => client.post('/chat/completions', { body: { ...request, ...salt } })),
    ),
  );
  return performance.now() - startedAt;
}

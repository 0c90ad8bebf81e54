/** What one caller, and all of them together, may ask of the server. */
import type { IncomingMessage } from 'node:http';
import { Problem } from './problems.ts';

/** Callers whose buckets are kept; beyond them the fullest, who asked least, are forgotten. */
const MOST_BUCKETS = 10_000;

/** A token bucket for each caller: `atOnce` requests at a time, refilled with `perSecond`. */
export class RateLimit {
  readonly #perSecond: number;
  readonly #atOnce: number;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor(options: { perSecond: number; atOnce: number }) {
    this.#perSecond = options.perSecond;
    this.#atOnce = options.atOnce;
  }

  /** Takes one request of this caller. Throws `too_many_requests` with the time until the next. */
  take(caller: string, now = performance.now()): void {
    const bucket = this.#buckets.get(caller) ?? { tokens: this.#atOnce, at: now };
    bucket.tokens = Math.min(this.#atOnce, bucket.tokens + ((now - bucket.at) / 1_000) * this.#perSecond);
    bucket.at = now;
    // The newest stand at the end of the map.
    this.#buckets.delete(caller);
    this.#buckets.set(caller, bucket);
    if (this.#buckets.size > MOST_BUCKETS) this.#forget();
    if (bucket.tokens < 1) {
      const seconds = Math.ceil((1 - bucket.tokens) / this.#perSecond);
      throw new Problem('too_many_requests', { headers: { 'retry-after': String(Math.max(1, seconds)) } });
    }
    bucket.tokens -= 1;
  }

  #forget(): void {
    const [oldest] = this.#buckets.keys();
    if (oldest !== undefined) this.#buckets.delete(oldest);
  }
}

const MB = 1024 * 1024;
/** Bodies that are held in memory at once, of all callers. */
const MOST_IN_MEMORY = 512 * MB;
export const JSON_LIMIT = MB;

/** Reads bodies within a size, and no more of them at once than memory is meant for. */
export class UploadLimits {
  readonly documentBytes: number;
  #inMemory = 0;

  constructor(options: { documentMb: number }) {
    this.documentBytes = options.documentMb * MB;
  }

  /** Gathers the chunks and hands them to `use`; the memory counts as taken until that ends. Throws `too_large` and `busy`. */
  async gather<T>(
    chunks: AsyncIterable<Buffer>,
    most: number,
    use: (bytes: Buffer) => Promise<T>,
  ): Promise<T> {
    const parts: Buffer[] = [];
    let size = 0;
    try {
      for await (const chunk of chunks) {
        size += chunk.length;
        this.#inMemory += chunk.length;
        if (size > most) throw new Problem('too_large', { detail: `at most ${most} bytes are taken here` });
        if (this.#inMemory > MOST_IN_MEMORY) throw new Problem('busy', { headers: { 'retry-after': '2' } });
        parts.push(chunk);
      }
      return await use(Buffer.concat(parts));
    } finally {
      this.#inMemory -= size;
    }
  }

  /** The request's body. Throws `too_large` before it is read where its length is announced. */
  body<T>(request: IncomingMessage, most: number, use: (bytes: Buffer) => Promise<T>): Promise<T> {
    if (request.headers['content-encoding'] !== undefined)
      throw new Problem('media_type_unsupported', { detail: 'send the body without a content encoding' });
    if (Number(request.headers['content-length'] ?? 0) > most)
      throw new Problem('too_large', { detail: `at most ${most} bytes are taken here` });
    return this.gather(request as AsyncIterable<Buffer>, most, use);
  }
}

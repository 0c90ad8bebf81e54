import type { RejectionCode } from '../../shared/documents.ts';
import { failure } from '../../shared/failures.ts';
import type { DocumentContent, PageContent } from './content.ts';
import { DEFAULT_LIMITS, type ReadingLimits } from './limits.ts';
import type { OcrEngineName } from './ocr-engine.ts';
import { textContent } from './plain-text.ts';
import type { Job } from './protocol.ts';
import { type Death, type Outcome, type ProcessLimits, ReadingProcess } from './reading-process.ts';
import { Rejected } from './rejection.ts';
import { sniff } from './sniff.ts';

export interface ReadRequest {
  /** SHA-256 of `bytes`. */
  document: string;
  /** What the sender called it: checked against the bytes, never used as a path. */
  name: string;
  bytes: Uint8Array;
  /** Stops the work and ends its process; the call rejects with the signal's reason. */
  signal?: AbortSignal;
}

/** Reads documents in child processes. Close it when the worker has drained. */
export interface Reader {
  /** Throws `Rejected` for what lies in the document, failure `ReaderCrashed` for what does not. */
  read(request: ReadRequest): Promise<DocumentContent>;
  /** `null`: there is writing on the page that could not be read. Throws as `read` does. */
  recognise(request: ReadRequest & { page: number }): Promise<PageContent | null>;
  /** The page as people see it, as WebP of this width in pixels. Throws as `read` does. */
  render(request: ReadRequest & { page: number; width: number }): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface ReaderOptions extends ProcessLimits {
  processes: number;
  engine?: OcrEngineName;
  limits?: ReadingLimits;
}

const GUILT: Record<Exclude<Death, 'unstarted'>, RejectionCode> = {
  crash: 'damaged',
  memory: 'too_much_memory',
  time: 'too_slow',
};

/** A pool of long-lived reading processes; they start when they are needed. */
export function createReader(options: ReaderOptions): Reader {
  const limits = options.limits ?? DEFAULT_LIMITS;
  const engine = options.engine ?? 'tesseract-wasm';
  const pool = new Pool(options);

  const run = async ({ document, name, bytes, signal }: ReadRequest, task: Job['task']): Promise<Outcome> => {
    for (let strike = 1; ; strike++) {
      const outcome = await pool.use(document, signal, (child) => {
        const job: Job = { document, name, limits, engine, task };
        return child.run(child.held === document ? job : { ...job, bytes }, signal);
      });
      if (outcome.type === 'rejected') throw new Rejected(outcome.code, outcome.detail);
      if (outcome.type !== 'died') return outcome;
      if (strike < 2) continue;
      // One death may be the machine's; what ends two processes in a row ends the third as well.
      if (outcome.death === 'unstarted') throw failure('ReaderCrashed', 'the reading process did not start');
      throw new Rejected(GUILT[outcome.death]);
    }
  };

  return {
    async read(request) {
      if (request.bytes.length > limits.maxBytes) throw new Rejected('too_large');
      const sniffed = sniff(request.bytes, request.name);
      if (sniffed.kind === 'text' || sniffed.kind === 'markdown') {
        return textContent(sniffed.kind, sniffed.text, limits);
      }
      const outcome = await run(request, { type: 'read' });
      if (outcome.type !== 'read') throw failure('ReaderCrashed', 'the reading process answered out of turn');
      return outcome.content;
    },
    async recognise(request) {
      const outcome = await run(request, { type: 'recognise', page: request.page });
      if (outcome.type !== 'recognised') {
        throw failure('ReaderCrashed', 'the reading process answered out of turn');
      }
      return outcome.page;
    },
    async render(request) {
      const { page, width } = request;
      const outcome = await run(request, { type: 'render', page, width });
      if (outcome.type !== 'rendered')
        throw failure('ReaderCrashed', 'the reading process answered out of turn');
      return outcome.image;
    },
    close: () => pool.close(),
  };
}

class Pool {
  readonly #options: ReaderOptions;
  #processes: ReadingProcess[] = [];
  #waiting: (() => void)[] = [];
  #closed = false;

  constructor(options: ReaderOptions) {
    this.#options = options;
  }

  /** Hands `work` a process, by preference one that holds the document. */
  async use<T>(
    document: string,
    signal: AbortSignal | undefined,
    work: (child: ReadingProcess) => Promise<T>,
  ): Promise<T> {
    let child = this.#take(document);
    while (!child) {
      await this.#turn(signal);
      child = this.#take(document);
    }
    try {
      return await work(child);
    } finally {
      if (await child.isWorn()) child.kill();
      child.busy = false;
      this.#waiting.shift()?.();
    }
  }

  #take(document: string): ReadingProcess | null {
    if (this.#closed) throw failure('ReaderCrashed', 'the reader is closed');
    this.#processes = this.#processes.filter((child) => child.busy || child.alive);
    const idle = this.#processes.filter((child) => !child.busy);
    let child = idle.find(({ held }) => held === document) ?? idle[0];
    if (!child || (child.held !== document && child.held !== null)) {
      // A new process costs less than a document handed over twice.
      if (this.#processes.length < this.#options.processes) {
        child = new ReadingProcess(this.#options);
        this.#processes.push(child);
      }
    }
    if (!child) return null;
    child.busy = true;
    return child;
  }

  #turn(signal: AbortSignal | undefined): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const onAbort = () => {
      this.#waiting = this.#waiting.filter((waiter) => waiter !== resolve);
      reject(signal?.reason as Error);
    };
    if (signal?.aborted) onAbort();
    else this.#waiting.push(resolve);
    signal?.addEventListener('abort', onAbort, { once: true });
    return promise.finally(() => signal?.removeEventListener('abort', onAbort));
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const waiter of this.#waiting.splice(0)) waiter();
    await Promise.all(this.#processes.map((child) => child.close()));
  }
}

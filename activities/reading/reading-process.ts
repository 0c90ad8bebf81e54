import { type ChildProcess, fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import type { Answer, Job } from './protocol.ts';

/** Why a reading process came to its end in the middle of a job. */
export type Death = 'unstarted' | 'crash' | 'memory' | 'time';

export type Outcome = Exclude<Answer, { type: 'started' | 'progress' }> | { type: 'died'; death: Death };

export interface ProcessLimits {
  /** For a page or for what comes before the first; a whole document has five times as long. */
  timeoutMs: number;
  /** Resident memory. */
  memoryMb: number;
}

const START_TIMEOUT_MS = 60_000;
const WATCH_INTERVAL_MS = 100;
const WHOLE_DOCUMENT = 5;
/** Share of the memory limit at which an idle process is replaced. */
const WORN = 0.75;

/** A child process that reads one document at a time and is killed when it passes a limit. */
export class ReadingProcess {
  /** SHA-256 of the document that the process still has. */
  held: string | null = null;
  busy = false;
  readonly #child: ChildProcess;
  readonly #limits: ProcessLimits;
  readonly #ended: Promise<unknown>;
  #killed = false;

  constructor(limits: ProcessLimits) {
    this.#limits = limits;
    this.#child = fork(new URL('./child.ts', import.meta.url), {
      serialization: 'advanced',
      execArgv: [`--max-old-space-size=${limits.memoryMb}`, '--disable-warning=ExperimentalWarning'],
      // No settings and no secrets of the worker; what parsers print may quote a document.
      env: { PATH: process.env['PATH'] },
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // A group of its own: Ctrl-C reaches the worker alone, and a kill takes the engine's process along.
      detached: process.platform !== 'win32',
    });
    this.#child.on('error', () => this.kill());
    this.#ended = new Promise((resolve) => this.#child.once('exit', resolve));
  }

  get alive(): boolean {
    const { exitCode, signalCode, connected } = this.#child;
    return !this.#killed && exitCode === null && signalCode === null && connected;
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  async close(): Promise<void> {
    this.kill();
    await this.#ended;
  }

  /** Whether what earlier documents left behind would soon be held against a later one. */
  async isWorn(): Promise<boolean> {
    const residentMb = await residentMbOf(this.pid);
    return residentMb !== null && residentMb > WORN * this.#limits.memoryMb;
  }

  kill(): void {
    this.#killed = true;
    const { pid } = this.#child;
    try {
      if (pid !== undefined && process.platform !== 'win32') process.kill(-pid, 'SIGKILL');
    } catch {
      // The group is gone already.
    }
    this.#child.kill('SIGKILL');
  }

  /** Runs one job; the process is dead after an outcome `died` and after an abort. Rejects with the signal's reason. */
  run(job: Job, signal?: AbortSignal): Promise<Outcome> {
    const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
    const child = this.#child;
    const latest = Date.now() + WHOLE_DOCUMENT * this.#limits.timeoutMs;
    let started = false;
    let death: Death | null = null;
    const die = (cause: Death) => {
      death ??= cause;
      this.kill();
    };
    let timer = setTimeout(() => die('unstarted'), START_TIMEOUT_MS);
    const restartTimer = () => {
      clearTimeout(timer);
      timer = setTimeout(
        () => die('time'),
        Math.max(0, Math.min(this.#limits.timeoutMs, latest - Date.now())),
      );
    };
    const watch = setInterval(() => void this.#checkMemory(die), WATCH_INTERVAL_MS);
    const onMessage = (message: unknown) => {
      const answer = message as Answer;
      if (answer.type === 'started' || answer.type === 'progress') {
        started = true;
        restartTimer();
      } else resolve(answer);
    };
    const onExit = () => resolve({ type: 'died', death: death ?? (started ? 'crash' : 'unstarted') });
    const onAbort = () => {
      this.kill();
      reject(signal?.reason as Error);
    };
    child.on('message', onMessage);
    child.on('exit', onExit);
    signal?.addEventListener('abort', onAbort, { once: true });
    if (signal?.aborted) onAbort();
    else if (!this.alive) onExit();
    else {
      this.held = job.document;
      child.send(job, (error) => error && this.kill());
    }
    return promise.finally(() => {
      clearTimeout(timer);
      clearInterval(watch);
      child.off('message', onMessage);
      child.off('exit', onExit);
      signal?.removeEventListener('abort', onAbort);
    });
  }

  async #checkMemory(die: (cause: Death) => void): Promise<void> {
    const residentMb = await residentMbOf(this.pid);
    if (residentMb !== null && residentMb > this.#limits.memoryMb) die('memory');
  }
}

/** Resident memory of a process; `null` where the system does not tell (V8's own limit then stands alone). */
export async function residentMbOf(pid: number | undefined): Promise<number | null> {
  if (pid === undefined || process.platform !== 'linux') return null;
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(status)?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) / 1_024;
}

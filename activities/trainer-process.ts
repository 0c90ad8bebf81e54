/** The Python trainer as a process that never outlives who started it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { failure } from '../shared/failures.ts';

/**
 * Training asks for blocks of some hundred megabytes and gives them back at every step: kept by the
 * allocator instead of the kernel, a step on a processor takes up to a third less time.
 */
export const KEEP_MEMORY = {
  MALLOC_MMAP_MAX_: '0',
  MALLOC_TRIM_THRESHOLD_: '100000000000',
  MALLOC_TOP_PAD_: '268435456',
};

/**
 * Runs the command, and ends its whole group when standard input closes: that is what a worker which was
 * killed without warning leaves of itself.
 */
const LEASH = `
exec 3<&0
"$@" 3<&- </dev/null &
child=$!
{ cat <&3 >/dev/null; kill -s KILL 0; } >/dev/null 2>&1 &
wait "$child"
`;

export interface TrainerOptions {
  python: string;
  /** Folder that holds the package `claim_trainer`. */
  trainer: string;
  args: readonly string[];
  /** Cancels: the trainer is asked to end, then ended. */
  signal: AbortSignal;
  /** Every JSON object that the trainer reports. */
  onReport: (report: Record<string, unknown>) => void;
  /** Told once, with the id of the process group. */
  onStart?: (group: number) => void;
}

const ENDS_WITHIN_MS = 2_000;
/** What the trainer says of settings or data that it does not take. */
const REFUSAL = /^claim_trainer: /;

/**
 * Runs `python -m claim_trainer` to its end and resolves with its result. Fails with `TrainingRefused` for
 * what no repetition mends, with `TrainerCrashed` where it ended without a word, and with the signal's
 * reason when cancelled, the process group being gone by then. Messages hold no line of the trainer but
 * its own refusal, because a traceback may quote data.
 */
export async function runTrainerProcess(options: TrainerOptions): Promise<Record<string, unknown>> {
  const { python, trainer, args, signal, onReport } = options;
  signal.throwIfAborted();
  const child = spawn('sh', ['-c', LEASH, 'sh', python, '-m', 'claim_trainer', ...args], {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, PYTHONPATH: trainer, ...KEEP_MEMORY },
  });
  const ended = endOf(child);
  if (child.pid !== undefined) options.onStart?.(child.pid);
  let refusal = '';
  let result: Record<string, unknown> | null = null;
  createInterface({ input: child.stderr }).on('line', (line) => {
    const report = parseReport(line);
    if (report) onReport(report);
    else if (REFUSAL.test(line)) refusal = line.replace(REFUSAL, '').slice(0, 300);
  });
  const printed = createInterface({ input: child.stdout });
  printed.on('line', (line) => {
    result = parseReport(line) ?? result;
  });
  const drained = new Promise<void>((resolve) => printed.once('close', resolve));
  const stop = (): void => void end(child);
  signal.addEventListener('abort', stop);
  try {
    const { code, signal: killedBy } = await ended;
    // The shell's watcher holds the pipe of its input until it is closed.
    child.stdin.destroy();
    await drained;
    if (signal.aborted) {
      await end(child);
      throw signal.reason;
    }
    if (code === 0 && result) return result;
    if (refusal !== '') throw failure('TrainingRefused', `the trainer refused: ${refusal}`);
    throw failure('TrainerCrashed', `the trainer ended with ${killedBy ?? `exit code ${code}`}`);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

function endOf(child: ChildProcess): Promise<{ code: number | null; signal: string | null }> {
  // A pipe that breaks because the process is gone is told by its end.
  child.stdin?.on('error', () => {});
  return new Promise((resolve, reject) => {
    child.once('error', () => reject(failure('TrainerCrashed', 'the trainer could not be started')));
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
}

/** Asks the group to end, then ends it; resolves when no process of it is left. */
async function end(child: ChildProcess): Promise<void> {
  const { pid } = child;
  if (pid === undefined) return;
  signalGroup(pid, 'SIGTERM');
  const deadline = performance.now() + ENDS_WITHIN_MS;
  while (signalGroup(pid, 0) && performance.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 50));
  signalGroup(pid, 'SIGKILL');
}

function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-pid, signal);
  } catch {
    return false;
  }
}

function parseReport(line: string): Record<string, unknown> | null {
  if (!line.startsWith('{')) return null;
  try {
    // A mean over nothing is written in Python's way.
    return JSON.parse(line.replace(/\bNaN\b/g, 'null')) as Record<string, unknown>;
  } catch {
    return null;
  }
}

/** Running other programs to their end. */
import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants, createWriteStream, mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

/** Thrown when the stack cannot be set up or started; the message is one line that says what to do or where to look. */
export class StackError extends Error {
  override name = 'StackError';
}

/** The full path of a program on the PATH, or `null`. */
export function findOnPath(program: string): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder || '.', program);
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {}
  }
  return null;
}

export interface RunOptions {
  /** What failed, in the words of the message. */
  what: string;
  /** Everything that the program prints goes here. */
  logFile: string;
  env?: Record<string, string>;
  cwd?: string;
  timeoutMs?: number;
  /** Runs the program under this account. */
  account?: { uid: number; gid: number };
  onLine?: (line: string) => void;
}

const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Runs a program and resolves with its standard output. Throws `StackError` when it fails or takes too long. */
export async function run(command: string, args: string[], options: RunOptions): Promise<string> {
  mkdirSync(dirname(options.logFile), { recursive: true });
  const log = createWriteStream(options.logFile, { flags: 'a' });
  const output: string[] = [];
  let lastLine = '';
  const child = spawn(command, args, {
    env: { ...process.env, ...options.env },
    ...(options.cwd ? { cwd: options.cwd } : {}),
    ...options.account,
    ...(options.timeoutMs ? { timeout: options.timeoutMs, killSignal: 'SIGKILL' } : {}),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      if (stream === child.stdout) output.push(line);
      log.write(`${line}\n`);
      if (!line.trim()) return;
      lastLine = line.trim();
      options.onLine?.(lastLine);
    });
  }
  const startedAt = performance.now();
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve, reject) => {
    child.once('error', (error) => reject(new StackError(`${options.what}: ${error.message}`)));
    child.once('close', (...end) => resolve(end));
  }).finally(() => {
    running.delete(child);
    log.end();
  });
  if (code === 0) return output.join('\n');
  const late = options.timeoutMs !== undefined && performance.now() - startedAt >= options.timeoutMs;
  const end = late ? 'took too long' : signal ? `was ended by ${signal}` : `failed with exit code ${code}`;
  throw new StackError(
    `${options.what} ${end}${lastLine ? `: ${lastLine.slice(0, 200)}` : ''} (see ${options.logFile})`,
  );
}

/** What is known of child processes outside this process, so that none outlives it unnoticed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

interface Record {
  pid: number;
  /** Distinguishes the process from a later one of the same number. */
  startedAt: string | null;
  stopSignal: NodeJS.Signals;
  ready: boolean;
}

/** When a process started, in the clock ticks of /proc; `null` where that cannot be known. */
export function startTime(pid: number): string | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return fields.slice(fields.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

/** Signals a process group; `false` when it does not exist any more. */
export function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-pid, signal);
    return true;
  } catch {
    return false;
  }
}

export const groupLives = (pid: number): boolean => signalGroup(pid, 0);

const recordFile = (folder: string, name: string): string => join(folder, `${name}.json`);

/** Writes down a child that runs, so that another process finds it. */
export function remember(
  folder: string,
  name: string,
  child: { pid: number; stopSignal: NodeJS.Signals; ready: boolean },
): void {
  mkdirSync(folder, { recursive: true });
  const record: Record = { ...child, startedAt: startTime(child.pid) };
  const file = recordFile(folder, name);
  writeFileSync(`${file}.part`, JSON.stringify(record));
  renameSync(`${file}.part`, file);
}

/** What is written down about a child, or `null`. */
export function recall(folder: string, name: string): { pid: number; ready: boolean } | null {
  try {
    return JSON.parse(readFileSync(recordFile(folder, name), 'utf8')) as Record;
  } catch {
    return null;
  }
}

export const forget = (folder: string, name: string): void =>
  rmSync(recordFile(folder, name), { force: true });

/** Ends the children that an earlier process left behind in this folder; resolves with their names. */
export async function endLeftovers(folder: string, withinMs = 10_000): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const ended = await Promise.all(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map(async (file) => {
        const name = file.slice(0, -'.json'.length);
        const { pid, startedAt, stopSignal } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Record;
        const now = startTime(pid);
        const another = now !== null && now !== startedAt;
        const lives = !another && groupLives(pid);
        if (lives) {
          signalGroup(pid, stopSignal);
          const deadline = performance.now() + withinMs;
          while (groupLives(pid) && performance.now() < deadline) await sleep(50);
          signalGroup(pid, 'SIGKILL');
        }
        forget(folder, name);
        return lives ? [name] : [];
      }),
  );
  return ended.flat();
}

/** Reads lines `SIGNAL:group …`, each replacing the one before, and ends the groups of the last one when its input closes. */
const GUARD_SCRIPT = `
trap '' INT TERM HUP
groups=
while read -r line; do groups=$line; done
for g in $groups; do kill -s "\${g%%:*}" -- "-\${g##*:}" 2>/dev/null; done
i=0
while [ $i -lt 50 ]; do
  alive=
  for g in $groups; do kill -0 -- "-\${g##*:}" 2>/dev/null && alive=1; done
  [ -z "$alive" ] && exit 0
  sleep 0.2; i=$((i+1))
done
for g in $groups; do kill -s KILL -- "-\${g##*:}" 2>/dev/null; done
`;

/** A small shell that ends the children when this process is gone without having done so (kill -9). */
export class Guard {
  private readonly shell: ChildProcess;

  constructor() {
    this.shell = spawn('sh', ['-c', GUARD_SCRIPT], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
    this.shell.once('error', () => {});
    this.shell.stdin?.on('error', () => {});
    this.shell.unref();
  }

  /** The groups that now live, each with the signal that stops it. */
  watch(groups: { pid: number; stopSignal: NodeJS.Signals }[]): void {
    const line = groups.map(({ pid, stopSignal }) => `${stopSignal.replace('SIG', '')}:${pid}`).join(' ');
    this.shell.stdin?.write(`${line}\n`);
  }

  dismiss(): void {
    this.shell.kill('SIGKILL');
  }
}

import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ChildSpec, Supervisor } from '../../scripts/stack/children.ts';
import { StackError } from '../../scripts/stack/exec.ts';
import { endLeftovers, groupLives, recall } from '../../scripts/stack/leftovers.ts';
import { rootPath } from '../../scripts/stack/paths.ts';
import { freePort } from '../../scripts/stack/ports.ts';

let folder: string;
let supervisor: Supervisor;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'children-'));
  supervisor = new Supervisor(folder);
});

afterEach(async () => {
  await supervisor.stop();
  rmSync(folder, { recursive: true, force: true });
});

const shell = (name: string, script: string, more: Partial<ChildSpec> = {}): ChildSpec => ({
  name,
  command: 'sh',
  args: ['-c', script],
  ready: () => Promise.resolve(true),
  stopWithinMs: 500,
  ...more,
});

async function until(condition: () => boolean, withinMs = 8_000): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!condition()) {
    if (performance.now() > deadline) throw new Error('the condition did not come true');
    await sleep(20);
  }
}

describe('a supervised child', () => {
  test('writes what it says, and nothing else, to its log file', async () => {
    await supervisor.start(shell('talker', 'echo one; echo two >&2; sleep 60'));
    await until(() => readFileSync(supervisor.logFile('talker'), 'utf8').includes('two'));
    expect(readFileSync(supervisor.logFile('talker'), 'utf8')).toBe('one\ntwo\n');
  });

  test('is started again as another process when it dies', async () => {
    await supervisor.start(shell('mortal', 'sleep 60'));
    const before = supervisor.pid('mortal');
    supervisor.kill9('mortal');
    await until(() => supervisor.state('mortal') === 'restarting');
    await supervisor.whenReady('mortal');
    expect(supervisor.pid('mortal')).not.toBe(before);
  });

  test('stays down when it is not to be restarted, and can be started by name', async () => {
    const spec = shell('once', 'sleep 60', { restart: false });
    await supervisor.start(spec);
    supervisor.kill9('once');
    await until(() => supervisor.state('once') === 'stopped');
    await sleep(800);
    expect(supervisor.pid('once')).toBeNull();
    await supervisor.start(spec);
    expect(supervisor.state('once')).toBe('ready');
  });

  test('that never starts is reported with its last words and where they are logged', async () => {
    const start = supervisor.start(
      shell('broken', 'echo no such disk; exit 3', { ready: () => Promise.resolve(false) }),
    );
    await expect(start).rejects.toThrow(StackError);
    await expect(start).rejects.toThrow(/broken ended at once \(see .*broken\.log\); .*no such disk/);
  });

  test('that never becomes ready is stopped and reported', async () => {
    const start = supervisor.start(
      shell('slow', 'sleep 60', { ready: () => Promise.resolve(false), readyWithinMs: 300 }),
    );
    await expect(start).rejects.toThrow('slow did not become ready');
    expect(supervisor.pid('slow')).toBeNull();
  });

  test('is killed with all its children when it ignores its signal', async () => {
    await supervisor.start(shell('stubborn', "trap '' TERM; sleep 60 & while :; do sleep 1; done"));
    const pid = supervisor.pid('stubborn') ?? 0;
    await supervisor.stop();
    expect(supervisor.state('stubborn')).toBe('stopped');
    // Until the system has collected them, the dead still count as a group.
    await until(() => !groupLives(pid));
  });
});

describe('after the supervising process was killed', () => {
  /** A process that supervises one child and then kills itself. */
  const dieSupervising = (script: string): number => {
    const program = join(folder, 'program.ts');
    writeFileSync(
      program,
      `import { Supervisor } from ${JSON.stringify(rootPath('scripts/stack/children.ts'))};
       const supervisor = new Supervisor(${JSON.stringify(folder)});
       await supervisor.start({ name: 'orphan', command: 'sh', args: ['-c', ${JSON.stringify(script)}], ready: async () => true });
       process.kill(process.pid, 'SIGKILL');`,
    );
    try {
      execFileSync(process.execPath, [program], { stdio: 'pipe' });
    } catch {}
    return recall(join(folder, 'run'), 'orphan')?.pid ?? 0;
  };

  test('its child is ended by the guard', async () => {
    const pid = dieSupervising('sleep 60');
    expect(pid).toBeGreaterThan(0);
    await until(() => !groupLives(pid));
  });

  test('a child that lives on is ended by the next start', async () => {
    const child = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });
    const pid = child.pid ?? 0;
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const startedAt = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    const record = { pid, startedAt, stopSignal: 'SIGTERM', ready: true };
    execFileSync('mkdir', ['-p', join(folder, 'run')]);
    writeFileSync(join(folder, 'run', 'orphan.json'), JSON.stringify(record));
    expect(await endLeftovers(join(folder, 'run'))).toEqual(['orphan']);
    expect(groupLives(pid)).toBe(false);
  });

  test('an unrelated process that got the same number is left alone', async () => {
    const child = spawn('sleep', ['60'], { detached: true, stdio: 'ignore' });
    const pid = child.pid ?? 0;
    execFileSync('mkdir', ['-p', join(folder, 'run')]);
    const record = { pid, startedAt: '1', stopSignal: 'SIGTERM', ready: true };
    writeFileSync(join(folder, 'run', 'orphan.json'), JSON.stringify(record));
    expect(await endLeftovers(join(folder, 'run'))).toEqual([]);
    expect(groupLives(pid)).toBe(true);
    child.kill('SIGKILL');
  });
});

test('a port that is taken is passed over', async () => {
  const server = createServer();
  const taken = await new Promise<number>((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
  );
  const port = await freePort(taken);
  expect(port).not.toBe(taken);
  expect(port).toBeGreaterThan(0);
  server.close();
});

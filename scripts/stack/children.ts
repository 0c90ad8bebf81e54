/** The child processes of a stack: started, probed, restarted when they die, stopped in order. */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StackError } from './exec.ts';
import { forget, Guard, groupLives, remember, signalGroup } from './leftovers.ts';

export interface ChildSpec {
  name: string;
  command: string;
  args: string[];
  /** Added to the environment of this process. */
  env?: Record<string, string>;
  cwd?: string;
  /** Names of variables that the child must not inherit. */
  unset?: string[];
  uid?: number;
  gid?: number;
  /** Whether it does its work by now; `'message'`: it says so itself (`process.send`). */
  ready: (() => Promise<boolean>) | 'message';
  readyWithinMs?: number;
  stopSignal?: NodeJS.Signals;
  /** After this long it is killed. */
  stopWithinMs?: number;
  /** `false`: it stays down when it dies. */
  restart?: boolean;
}

export type ChildState = 'starting' | 'ready' | 'restarting' | 'stopping' | 'stopped';

const PROBE_EVERY_MS = 200;
const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 10_000;
const FIRST_BACKOFF_MS = 500;
const LAST_BACKOFF_MS = 15_000;
/** A child that dies this often before it was ever ready will never be. */
const FIRST_ATTEMPTS = 3;
/** A child that was ready for this long is trusted again. */
const TRUSTED_AFTER_MS = 60_000;
/** How long a killed group may take to vanish; zombies that nobody collects count as living. */
const GONE_WITHIN_MS = 500;
const LOG_LIMIT_BYTES = 20_000_000;

class Child {
  state: ChildState = 'starting';
  process: ChildProcess | null = null;
  wasReady = false;
  saidReady = false;
  readyAt = 0;
  failures = 0;
  readonly spec: ChildSpec;
  readonly logFile: string;

  constructor(spec: ChildSpec, logFile: string) {
    this.spec = spec;
    this.logFile = logFile;
  }

  isReady(): Promise<boolean> {
    return this.spec.ready === 'message' ? Promise.resolve(this.saidReady) : this.spec.ready();
  }

  get stopSignal(): NodeJS.Signals {
    return this.spec.stopSignal ?? 'SIGTERM';
  }
}

/** The last line that a child logged, for messages about its death. */
function lastLine(logFile: string): string {
  const tail = existsSync(logFile) ? readFileSync(logFile, 'utf8').slice(-4_000).trimEnd() : '';
  return (tail.split('\n').at(-1) ?? '').trim().slice(0, 300);
}

function environmentOf(spec: ChildSpec): NodeJS.ProcessEnv {
  const environment = { ...process.env, ...spec.env };
  for (const name of spec.unset ?? []) delete environment[name];
  return environment;
}

/** Starts children, each in a process group of its own with a log file, and keeps them running until `stop`. */
export class Supervisor {
  private readonly children = new Map<string, Child>();
  private readonly guard = new Guard();
  private stopping = false;
  private readonly folders: { logs: string; run: string };
  private readonly onDeath: (name: string) => void;

  /** `onDeath` is told of every child that died and is started again. */
  constructor(dataFolder: string, onDeath: (name: string) => void = () => {}) {
    this.onDeath = onDeath;
    this.folders = { logs: join(dataFolder, 'logs'), run: join(dataFolder, 'run') };
    mkdirSync(this.folders.logs, { recursive: true });
  }

  logFile(name: string): string {
    return join(this.folders.logs, `${name}.log`);
  }

  /** Resolves when the child is ready; rejects with a `StackError` when it never becomes so. */
  async start(spec: ChildSpec): Promise<void> {
    if (this.stopping) throw new StackError('the stack is stopping');
    const known = this.children.get(spec.name);
    if (known && known.state !== 'stopped') throw new StackError(`${spec.name} runs already`);
    const logFile = this.logFile(spec.name);
    if (existsSync(logFile) && statSync(logFile).size > LOG_LIMIT_BYTES) renameSync(logFile, `${logFile}.1`);
    const child = new Child(spec, logFile);
    this.children.set(spec.name, child);
    this.launch(child);
    await this.untilReady(child);
  }

  state(name: string): ChildState {
    return this.children.get(name)?.state ?? 'stopped';
  }

  /** Process id of a running child, which is also the id of its group. */
  pid(name: string): number | null {
    return this.children.get(name)?.process?.pid ?? null;
  }

  /** Kills a child's whole group without warning, as a crash would; it is started again. */
  kill9(name: string): void {
    const pid = this.pid(name);
    if (pid === null) throw new StackError(`${name} does not run`);
    signalGroup(pid, 'SIGKILL');
  }

  /** Resolves when a child, restarted or not, is ready. */
  async whenReady(name: string, withinMs = READY_WITHIN_MS): Promise<void> {
    const deadline = performance.now() + withinMs;
    while (this.state(name) !== 'ready') {
      if (performance.now() > deadline) throw new StackError(`${name} is not ready after ${withinMs} ms`);
      await sleep(PROBE_EVERY_MS);
    }
  }

  /** Stops one child for good. */
  async stopOne(name: string): Promise<void> {
    const child = this.children.get(name);
    if (child) await this.end(child);
  }

  /** Stops all children, group by group of names in the order given, the others first. */
  async stop(order: string[][] = []): Promise<void> {
    this.stopping = true;
    const last = new Set(order.flat());
    const first = [...this.children.keys()].filter((name) => !last.has(name));
    for (const names of [first, ...order]) {
      await Promise.all(names.map((name) => this.stopOne(name)));
    }
    this.guard.dismiss();
  }

  /** Kills everything at once. */
  killAll(): void {
    this.stopping = true;
    for (const child of this.children.values()) {
      child.state = 'stopping';
      if (child.process?.pid) signalGroup(child.process.pid, 'SIGKILL');
    }
    this.guard.dismiss();
  }

  private launch(child: Child): void {
    const { spec } = child;
    const log = openSync(child.logFile, 'a');
    const running = spawn(spec.command, spec.args, {
      env: environmentOf(spec),
      detached: true,
      stdio: ['ignore', log, log, ...(spec.ready === 'message' ? (['ipc'] as const) : [])],
      ...(spec.cwd ? { cwd: spec.cwd } : {}),
      ...(spec.uid === undefined ? {} : { uid: spec.uid }),
      ...(spec.gid === undefined ? {} : { gid: spec.gid }),
    });
    closeSync(log);
    child.process = running;
    child.saidReady = false;
    running.once('message', () => {
      child.saidReady = true;
    });
    this.writeDown(child, false);
    this.updateGuard();
    running.once('error', () => this.died(child, running));
    running.once('exit', () => this.died(child, running));
  }

  private died(child: Child, running: ChildProcess): void {
    if (child.process !== running) return;
    // What the leader left behind (an engine process of vLLM) must not hold the port or the memory.
    if (running.pid) signalGroup(running.pid, 'SIGKILL');
    child.process = null;
    this.updateGuard();
    if (this.stopping || child.state === 'stopping') {
      child.state = 'stopped';
      forget(this.folders.run, child.spec.name);
      return;
    }
    if (child.wasReady && performance.now() - child.readyAt > TRUSTED_AFTER_MS) child.failures = 0;
    child.failures += 1;
    child.state = 'restarting';
    const hopeless = !child.wasReady && child.failures >= FIRST_ATTEMPTS;
    if (hopeless || child.spec.restart === false) {
      child.state = 'stopped';
      forget(this.folders.run, child.spec.name);
      return;
    }
    this.onDeath(child.spec.name);
    const backoffMs = Math.min(FIRST_BACKOFF_MS * 2 ** (child.failures - 1), LAST_BACKOFF_MS);
    setTimeout(() => {
      if (this.stopping || child.state !== 'restarting') return;
      this.launch(child);
      // Before the first readiness `start` is still waiting for it.
      if (child.wasReady) this.untilReady(child).catch(() => {});
    }, backoffMs).unref();
  }

  private async untilReady(child: Child): Promise<void> {
    const { spec } = child;
    const deadline = performance.now() + (spec.readyWithinMs ?? READY_WITHIN_MS);
    while (!this.stopping && child.state !== 'stopped' && child.state !== 'stopping') {
      const running = child.process;
      if (running && (await child.isReady()) && child.process === running) {
        child.state = 'ready';
        child.wasReady = true;
        child.readyAt = performance.now();
        this.writeDown(child, true);
        return;
      }
      if (performance.now() > deadline) {
        if (child.wasReady) return;
        await this.end(child);
        throw this.failure(child, 'did not become ready');
      }
      await sleep(PROBE_EVERY_MS);
    }
    if (this.stopping || child.state === 'stopping') throw new StackError(`${spec.name} was stopped`);
    throw this.failure(child, 'ended at once');
  }

  private failure(child: Child, what: string): StackError {
    const line = lastLine(child.logFile);
    return new StackError(
      `${child.spec.name} ${what} (see ${child.logFile})${line ? `; its last line: ${line}` : ''}`,
    );
  }

  private async end(child: Child): Promise<void> {
    const pid = child.process?.pid;
    if (child.state === 'stopped') return;
    child.state = 'stopping';
    if (pid) {
      const deadline = performance.now() + (child.spec.stopWithinMs ?? STOP_WITHIN_MS);
      try {
        child.process?.kill(child.stopSignal);
      } catch {}
      while (child.process && performance.now() < deadline) await sleep(20);
      signalGroup(pid, 'SIGKILL');
      const gone = performance.now() + GONE_WITHIN_MS;
      while (groupLives(pid) && performance.now() < gone) await sleep(20);
    }
    child.state = 'stopped';
    forget(this.folders.run, child.spec.name);
  }

  private writeDown({ spec, process, stopSignal }: Child, ready: boolean): void {
    if (process?.pid) remember(this.folders.run, spec.name, { pid: process.pid, stopSignal, ready });
  }

  private updateGuard(): void {
    this.guard.watch(
      [...this.children.values()].flatMap((child) =>
        child.process?.pid ? [{ pid: child.process.pid, stopSignal: child.stopSignal }] : [],
      ),
    );
  }
}

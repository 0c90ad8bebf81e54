/** Processor time and memory of processes and their children, from /proc. */
import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts processor time for programs in hundredths of a second, whatever the kernel's own clock. */
const MS_PER_TICK = 10;

interface ProcessStat {
  pid: number;
  parent: number;
  /** User and system time of the process and of its ended children, in milliseconds. */
  cpuMs: number;
}

/** One line of /proc/PID/stat; the program's name may hold blanks and brackets. */
export function parseStat(line: string): ProcessStat {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const number = (index: number): number => Number(fields[index]);
  return {
    pid: Number.parseInt(line, 10),
    parent: number(1),
    cpuMs: (number(11) + number(12) + number(13) + number(14)) * MS_PER_TICK,
  };
}

/** The process with all its descendants that live, itself first. */
export function treeOf(root: number, all: readonly ProcessStat[]): ProcessStat[] {
  const found = all.filter(({ pid }) => pid === root);
  for (const { pid } of found) found.push(...all.filter(({ parent }) => parent === pid));
  return found;
}

function readAll(): ProcessStat[] {
  return readdirSync('/proc').flatMap((entry) => {
    if (!/^\d+$/.test(entry)) return [];
    try {
      return [parseStat(readFileSync(`/proc/${entry}/stat`, 'utf8'))];
    } catch {
      // It ended since the folder was listed.
      return [];
    }
  });
}

/** Time that all processors together spent working and in all, in ticks: the first line of /proc/stat. */
export function parseMachine(stat: string): { busy: number; all: number } {
  const [user = 0, nice = 0, system = 0, idle = 0, wait = 0, irq = 0, softirq = 0, steal = 0] = (
    stat.split('\n')[0] ?? ''
  )
    .split(/\s+/)
    .slice(1)
    .map(Number);
  const busy = user + nice + system + irq + softirq + steal;
  return { busy, all: busy + idle + wait };
}

export interface CpuUse<Name extends string> {
  /** Milliseconds of processor time of each process with its children. */
  cpuMs: Record<Name, number>;
  /** Share of the machine's processors that was busy, with whatever. */
  machineBusy: number;
  /** Share of the machine's processors that was busy with processes other than those named. */
  otherBusy: number;
}

/** Starts counting; the function that it returns says what was used since. */
export function countCpu<Name extends string>(pids: Record<Name, number>): () => CpuUse<Name> {
  const names = Object.keys(pids) as Name[];
  const take = (): { cpu: number[]; machine: { busy: number; all: number } } => {
    const all = readAll();
    return {
      cpu: names.map((name) => treeOf(pids[name], all).reduce((sum, { cpuMs }) => sum + cpuMs, 0)),
      machine: parseMachine(readFileSync('/proc/stat', 'utf8')),
    };
  };
  const before = take();
  return () => {
    const now = take();
    const used = names.map((_, index) => (now.cpu[index] ?? 0) - (before.cpu[index] ?? 0));
    const machineMs = Math.max(1, (now.machine.all - before.machine.all) * MS_PER_TICK);
    const busyMs = (now.machine.busy - before.machine.busy) * MS_PER_TICK;
    const namedMs = used.reduce((sum, ms) => sum + ms, 0);
    return {
      cpuMs: Object.fromEntries(names.map((name, index) => [name, used[index]])) as Record<Name, number>,
      machineBusy: busyMs / machineMs,
      otherBusy: Math.max(0, busyMs - namedMs) / machineMs,
    };
  };
}

export interface ProcessMemory {
  pid: number;
  residentMb: number;
  /** The most it ever held. */
  peakMb: number;
  /** Its share of what it holds together with others, added to what is its own. */
  proportionalMb: number;
}

/** `VmRSS`, `VmHWM` and `Pss` in kB from /proc/PID/status and /proc/PID/smaps_rollup. */
export function parseMemory(pid: number, status: string, rollup: string): ProcessMemory {
  const megabytes = (text: string, key: string): number =>
    (Number(new RegExp(`^${key}:\\s+(\\d+) kB`, 'm').exec(text)?.[1] ?? 0) * 1024) / 1e6;
  return {
    pid,
    residentMb: megabytes(status, 'VmRSS'),
    peakMb: megabytes(status, 'VmHWM'),
    proportionalMb: megabytes(rollup, 'Pss'),
  };
}

/** Memory of a process and of each of its descendants, itself first. */
export function memoryOf(root: number): ProcessMemory[] {
  return treeOf(root, readAll()).map(({ pid }) => {
    const read = (file: string): string => readFileSync(`/proc/${pid}/${file}`, 'utf8');
    return parseMemory(pid, read('status'), read('smaps_rollup'));
  });
}

/** What each process holds after work: the workers' limit is 400 MB. */
import { scannedPacket, textPacket } from './made-packets.ts';
import { memoryOf, type ProcessMemory } from './processes.ts';
import { type Figure, figure, type Report, shown } from './report.ts';
import type { Rig } from './rig.ts';
import { runBatch } from './run-claims.ts';

const GOAL = { atMost: 400 };
const WORKERS = ['claims', 'documents', 'inference', 'codec-server'] as const;
const SERVERS = ['temporal', 'postgres'] as const;

export interface MemoryOptions {
  repeats: number;
  /** Text claims before each look. */
  claims: number;
  scans: number;
}

const sum = (of: ProcessMemory[], value: (memory: ProcessMemory) => number): number =>
  of.reduce((total, memory) => total + value(memory), 0);

export async function memory(rig: Rig, { repeats, claims, scans }: MemoryOptions): Promise<Report> {
  await rig.engine.setLatency(0);
  const looks: Record<string, ProcessMemory[]>[] = [];
  for (let repeat = 1; repeat <= repeats; repeat++) {
    await rig.progress.step(
      `${claims} text and ${scans} scanned claims, ${repeat} of ${repeats}`,
      async () => {
        const scanned = await Promise.all(Array.from({ length: scans }, scannedPacket));
        await runBatch(rig, [...Array.from({ length: claims }, () => textPacket()), ...scanned]);
      },
    );
    looks.push(Object.fromEntries(Object.entries(rig.pids()).map(([name, pid]) => [name, memoryOf(pid)])));
  }
  const each = (name: string, value: (tree: ProcessMemory[]) => number): number[] =>
    looks.map((look) => value(look[name] ?? []));
  const resident = (tree: ProcessMemory[]): number => tree[0]?.residentMb ?? 0;
  const children = (tree: ProcessMemory[]): ProcessMemory[] => tree.slice(1);
  const workers = WORKERS.map((name) => figure(`${name}: resident`, 'MB', each(name, resident), GOAL));
  const figures: Figure[] = [
    ...workers,
    ...WORKERS.map((name) =>
      figure(
        `${name}: most ever`,
        'MB',
        each(name, (tree) => tree[0]?.peakMb ?? 0),
      ),
    ),
    figure(
      'reading children: number',
      '',
      each('documents', (tree) => children(tree).length),
    ),
    figure(
      'reading children: largest resident',
      'MB',
      each('documents', (tree) => Math.max(0, ...children(tree).map(({ residentMb }) => residentMb))),
    ),
    figure(
      'reading children: most ever of one',
      'MB',
      each('documents', (tree) => Math.max(0, ...children(tree).map(({ peakMb }) => peakMb))),
    ),
    ...SERVERS.map((name) =>
      figure(
        `${name}: all processes, shared pages once`,
        'MB',
        each(name, (tree) => sum(tree, ({ proportionalMb }) => proportionalMb)),
      ),
    ),
  ];
  return {
    bench: 'memory',
    settings: { repeats, claims, scans },
    figures,
    findings: findingsOf(workers),
  };
}

function findingsOf(workers: Figure[]): string[] {
  const largest = workers.toSorted((a, b) => b.median - a.median)[0];
  if (!largest) return [];
  const growing = workers.filter(({ values }) => {
    const [first = 0] = values;
    const last = values.at(-1) ?? 0;
    return values.length > 2 && last > first * 1.1;
  });
  const looks = largest.values.length;
  const growth = growing
    .map(({ name, values }) => `${name} (${values.map(shown).join(' → ')} MB)`)
    .join(', ');
  return [
    `The largest worker holds ${shown(largest.median)} MB (${largest.name}).`,
    looks < 3
      ? 'Growth from load to load shows with 3 repeats or more.'
      : growth === ''
        ? 'No worker held over 10 % more after the last load than after the first.'
        : `Growing from load to load: ${growth}.`,
  ];
}

/** Runs benchmarks, those with the same servers on one start of them, and prints what they found. */
import { createProgress, type Progress } from '../stack/progress.ts';
import { interruption } from '../start/interrupt.ts';
import { engineShare } from './engine-share.ts';
import { scannedPacket, textPacket } from './made-packets.ts';
import { memory } from './memory.ts';
import { ocr } from './ocr.ts';
import { orchestration } from './orchestration.ts';
import { packets } from './packets.ts';
import { goalsMet, machine, printReport, type Report } from './report.ts';
import { openRig, type Rig } from './rig.ts';
import { runBatch } from './run-claims.ts';

export const BENCHES = ['engine-share', 'orchestration', 'packets', 'memory', 'ocr'] as const;
export type BenchName = (typeof BENCHES)[number];

export interface BenchOptions {
  repeats: number;
  claims?: number;
  latency?: number;
  real: boolean;
  json?: true;
  check?: true;
}

const INTERRUPTED = 130;
const PACKET_PAGES = [1, 4, 12, 60];
const PACKET_LATENCY_MS = 300;
/**
 * Latencies of the stand-in. With 16 slots the first one answers 320 claims a minute, eight times the
 * peak that the system is built for; the second one, 3,200, is there to show where the pipeline ends.
 */
const SHARE_LATENCIES_MS = [3_000, 300];
const SHARE_CLAIMS = 128;
const REAL_CLAIMS = 32;
const SCANS = 4;
const CHAIN_CLAIMS = 15;
const MEMORY_CLAIMS = 40;
const WARM_UP_CLAIMS = 8;
const WARM_UP_SCANS = 2;

/** Resolves with the exit code. Throws `StackError` when something cannot start or a claim does not end. */
export async function runBenches(names: readonly BenchName[], options: BenchOptions): Promise<number> {
  const abort = new AbortController();
  void interruption(() => process.exit(INTERRUPTED)).then(() => abort.abort());
  const progress = createProgress();
  const reports: Report[] = [];
  const add = (report: Report): void => {
    reports.push(report);
    if (!options.json) process.stdout.write(`${printReport(report)}\n`);
  };
  await run(names, options, { progress, signal: abort.signal, add });
  if (abort.signal.aborted) return INTERRUPTED;
  if (options.json) process.stdout.write(`${JSON.stringify({ machine: machine(), reports }, null, 2)}\n`);
  return options.check && !goalsMet(reports) ? 1 : 0;
}

interface Session {
  progress: Progress;
  signal: AbortSignal;
  add: (report: Report) => void;
}

type OnStandIn = (rig: Rig, options: BenchOptions, add: Session['add']) => Promise<void>;

/** The benchmarks that need servers, with the sizes that they take by default. */
const ON_STAND_IN: Partial<Record<BenchName, OnStandIn>> = {
  orchestration: async (rig, { repeats, claims = CHAIN_CLAIMS }, add) =>
    add(await orchestration(rig, { repeats, claims })),
  packets: async (rig, { repeats }, add) =>
    add(await packets(rig, { repeats, pages: PACKET_PAGES, latencyMs: PACKET_LATENCY_MS })),
  'engine-share': async (rig, { repeats, latency, claims = SHARE_CLAIMS }, add) => {
    const latencies = latency === undefined ? SHARE_LATENCIES_MS : [latency];
    for (const [index, latencyMs] of latencies.entries())
      add(
        await engineShare(rig, {
          ...{ repeats, claims, latencyMs },
          scans: index === 0 ? SCANS : 0,
          judged: index === 0,
        }),
      );
  },
  memory: async (rig, { repeats, claims = MEMORY_CLAIMS }, add) =>
    add(await memory(rig, { repeats, claims, scans: SCANS })),
};

async function run(names: readonly BenchName[], options: BenchOptions, session: Session): Promise<void> {
  const onStandIn = (Object.keys(ON_STAND_IN) as BenchName[]).filter((name) => names.includes(name));
  if (onStandIn.length > 0) {
    await onRig('stand-in', session, async (rig) => {
      for (const name of onStandIn) await ON_STAND_IN[name]?.(rig, options, session.add);
    });
  }
  if (names.includes('engine-share') && options.real) {
    const { repeats, claims = REAL_CLAIMS } = options;
    await onRig('real', session, async (rig) =>
      session.add(await engineShare(rig, { repeats, claims, scans: SCANS, latencyMs: null, judged: false })),
    );
  }
  if (names.includes('ocr')) session.add(await ocr(session.progress));
}

async function onRig(
  engine: 'real' | 'stand-in',
  { progress, signal }: Session,
  work: (rig: Rig) => Promise<void>,
): Promise<void> {
  const rig = await openRig({ engine, progress, signal });
  const interrupted = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve());
  });
  try {
    await progress.step('warming up', async () => {
      const scans = await Promise.all(Array.from({ length: WARM_UP_SCANS }, scannedPacket));
      await runBatch(rig, [...Array.from({ length: WARM_UP_CLAIMS }, () => textPacket()), ...scans]);
    });
    await Promise.race([work(rig), interrupted]);
  } finally {
    await rig.close();
  }
}

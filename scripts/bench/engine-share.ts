/** How much of a model server's own throughput is left when the whole pipeline stands before it, and what that costs the processors. */
import type { SubmittedFile } from '../../shared/submit.ts';
import { describeLimit } from './limit.ts';
import { scannedPacket, textPacket } from './made-packets.ts';
import { countCpu } from './processes.ts';
import { replay } from './replay.ts';
import { type Figure, figure, percent, type Report, shown } from './report.ts';
import type { Part, Rig } from './rig.ts';
import { type Batch, runBatch } from './run-claims.ts';
import { median } from './statistics.ts';

/** Share of a raw replay's throughput that the pipeline is to reach. */
const GOAL = 0.9;
const POOLS = ['claims', 'documents', 'inference'] as const satisfies Part[];

export interface EngineShareOptions {
  repeats: number;
  /** Text claims of one repeat. */
  claims: number;
  /** Scanned claims of one repeat; 0: none. */
  scans: number;
  /** Time of one completion of the stand-in; `null`: a real model server. */
  latencyMs: number | null;
  /** Whether the goal applies; without it the run shows where the pipeline ends. */
  judged: boolean;
}

interface Round extends Batch {
  requests: number;
  replayMs: number;
  cpuMs: Record<Part, number>;
  machineBusy: number;
  otherBusy: number;
  slotsBusy: number;
}

export async function engineShare(rig: Rig, options: EngineShareOptions): Promise<Report> {
  const { repeats, claims, scans, latencyMs, judged } = options;
  if (latencyMs !== null) await rig.engine.setLatency(latencyMs);
  const server = latencyMs === null ? 'vLLM' : `stand-in of ${latencyMs} ms`;
  const rounds: { text: Round[]; scanned: Round[] } = { text: [], scanned: [] };
  for (let repeat = 1; repeat <= repeats; repeat++) {
    const of = `${repeat} of ${repeats}`;
    const text = Array.from({ length: claims }, () => textPacket());
    rounds.text.push(await round(rig, `${server}, ${claims} text claims, ${of}`, text, latencyMs === null));
    if (scans === 0) continue;
    const scanned = await Promise.all(Array.from({ length: scans }, scannedPacket));
    rounds.scanned.push(
      await round(rig, `${server}, ${scans} scanned claims, ${of}`, scanned, latencyMs === null),
    );
  }
  const goal = judged ? { atLeast: GOAL } : undefined;
  return {
    bench: `engine-share, ${server}`,
    settings: { repeats, claims, scans, slots: rig.slots },
    figures: [
      ...figuresOf('text', rounds.text, goal),
      ...(scans > 0 ? figuresOf('scanned', rounds.scanned) : []),
    ],
    findings: [
      ...findingsOf('Text', rounds.text),
      ...(scans > 0 ? findingsOf('Scanned', rounds.scanned) : []),
    ],
  };
}

async function round(rig: Rig, title: string, packets: SubmittedFile[][], real: boolean): Promise<Round> {
  return rig.progress.step(title, async (note) => {
    await rig.engine.taken();
    const used = countCpu(rig.pids());
    const batch = await runBatch(rig, packets);
    const cpu = used();
    const { requests, busyMs } = await rig.engine.taken();
    const replayMs = await replay(requests, {
      url: rig.engine.url,
      apiKey: rig.config.VLLM_API_KEY,
      slots: rig.slots,
      // The stand-in keeps nothing; a real server would answer from the cache of the pipeline's run.
      ...(real ? { salt: `replay ${title} ${Date.now()}` } : {}),
    });
    await rig.engine.taken();
    note(`${shown(batch.wallMs / 1_000)} s, replay ${shown(replayMs / 1_000)} s`);
    const slotsBusy = busyMs / (rig.slots * batch.wallMs);
    return { ...batch, ...cpu, requests: requests.length, replayMs, slotsBusy };
  });
}

function figuresOf(kind: string, rounds: Round[], goal?: { atLeast: number }): Figure[] {
  const each = (value: (round: Round) => number): number[] => rounds.map(value);
  const aMinute = (ms: (round: Round) => number): number[] =>
    each((round) => (60_000 * round.claims) / ms(round));
  const cpu = (parts: readonly Part[]): number[] =>
    each(({ cpuMs, claims }) => parts.reduce((sum, part) => sum + cpuMs[part], 0) / claims);
  return [
    figure(
      `${kind}: pipeline ÷ raw replay`,
      '',
      each(({ replayMs, wallMs }) => replayMs / wallMs),
      goal,
    ),
    figure(
      `${kind}: pipeline`,
      'claims/min',
      aMinute(({ wallMs }) => wallMs),
    ),
    figure(
      `${kind}: raw replay`,
      'claims/min',
      aMinute(({ replayMs }) => replayMs),
    ),
    figure(`${kind}: processor time of the workers`, 'ms/claim', cpu(POOLS)),
    ...POOLS.map((pool) => figure(`${kind}:   ${pool}`, 'ms/claim', cpu([pool]))),
    figure(`${kind}: processor time of Temporal`, 'ms/claim', cpu(['temporal'])),
    figure(`${kind}: processor time of Postgres`, 'ms/claim', cpu(['postgres'])),
  ];
}

function findingsOf(kind: string, rounds: Round[]): string[] {
  const middle = (value: (round: Round) => number): number => median(rounds.map(value));
  const parts: Part[] = [...POOLS, 'temporal', 'postgres', 'model server'];
  const completed = rounds.reduce((sum, round) => sum + round.completed, 0);
  const claims = rounds.reduce((sum, round) => sum + round.claims, 0);
  const limits = describeLimit({
    slotsBusy: middle((round) => round.slotsBusy),
    machineBusy: middle((round) => round.machineBusy),
    // The benchmark itself hands claims in: what it takes is not another's.
    otherBusy: middle((round) => round.otherBusy),
    cpuMsPerClaim: Object.fromEntries(
      parts.map((part) => [part, middle((round) => round.cpuMs[part] / round.claims)]),
    ),
  });
  return [
    ...limits.map((sentence) => `${kind}: ${sentence}`),
    `${kind}: ${percent(completed / claims)} of the claims ended without a person; ${shown(
      middle((round) => round.requests / round.claims),
    )} requests a claim.`,
  ];
}

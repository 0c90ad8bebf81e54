/** What the workflow adds to its activities: one claim after another, as a chain of awaits and as a workflow in turn. */
import { openChain } from './claim-chain.ts';
import { type TimeShares, timedEvents, timeShares } from './history.ts';
import { textPacket } from './made-packets.ts';
import { countCpu } from './processes.ts';
import { type Figure, figure, percent, type Report, shown } from './report.ts';
import type { Rig } from './rig.ts';
import { runClaim } from './run-claims.ts';
import { median } from './statistics.ts';

const GOAL = { atMost: 400 };
const WARM_UP = 3;

export interface OrchestrationOptions {
  repeats: number;
  /** Claims of each kind in one repeat. */
  claims: number;
}

interface Round {
  chain: number[];
  workflow: number[];
  shares: TimeShares[];
  machineBusy: number;
}

export async function orchestration(rig: Rig, { repeats, claims }: OrchestrationOptions): Promise<Report> {
  await rig.engine.setLatency(0);
  const chain = openChain(rig);
  const round = async (count: number): Promise<Round> => {
    const measured: Round = { chain: [], workflow: [], shares: [], machineBusy: 0 };
    const used = countCpu(rig.pids());
    for (let claim = 0; claim < count; claim++) {
      measured.chain.push(await chain.run(textPacket()));
      const { handle, ms } = await runClaim(rig, textPacket());
      measured.workflow.push(ms);
      measured.shares.push(timeShares(await timedEvents(handle)));
    }
    return { ...measured, machineBusy: used().machineBusy };
  };
  try {
    await rig.progress.step('warming up', () => round(WARM_UP));
    const rounds: Round[] = [];
    for (let repeat = 1; repeat <= repeats; repeat++) {
      const title = `${claims} claims as a chain and as workflows, ${repeat} of ${repeats}`;
      rounds.push(await rig.progress.step(title, () => round(claims)));
    }
    return reportOf(rounds, { repeats, claims });
  } finally {
    await chain.close();
  }
}

const SHARES = {
  runMs: 'activities at work',
  waitMs: 'activities waiting for a worker',
  taskWaitMs: 'workflow waiting for a worker',
  taskRunMs: 'workflow taking its steps',
} as const satisfies Partial<Record<keyof TimeShares, string>>;
type Share = keyof typeof SHARES;

function reportOf(rounds: Round[], settings: OrchestrationOptions): Report {
  const share = (name: Share): number[] => rounds.map(({ shares }) => median(shares.map((one) => one[name])));
  const shares = (Object.keys(SHARES) as Share[]).map((name) =>
    figure(`  ${SHARES[name]}`, 'ms', share(name)),
  );
  const added = figure(
    'the workflow takes longer by (p50)',
    'ms',
    rounds.map(({ chain, workflow }) => median(workflow) - median(chain)),
    GOAL,
  );
  const figures: Figure[] = [
    added,
    figure(
      'chain of awaits (p50)',
      'ms',
      rounds.map(({ chain }) => median(chain)),
    ),
    figure(
      'workflow (p50)',
      'ms',
      rounds.map(({ workflow }) => median(workflow)),
    ),
    ...shares,
  ];
  const [, ...waits] = shares;
  const largest = waits.toSorted((a, b) => b.median - a.median)[0];
  const activities = Object.keys(rounds[0]?.shares[0]?.activities ?? {})
    .map((name) => ({
      name,
      ms: median(rounds.flatMap((round) => round.shares.map((one) => one.activities[name] ?? 0))),
    }))
    .toSorted((a, b) => b.ms - a.ms);
  const busy = median(rounds.map(({ machineBusy }) => machineBusy));
  return {
    bench: 'orchestration',
    settings: { ...settings },
    figures,
    findings: [
      ...(largest
        ? [
            `Of what a claim spends outside its activities, most is ${largest.name.trim()}: ${shown(largest.median)} ms.`,
          ]
        : []),
      `Longest activities (p50): ${activities
        .slice(0, 4)
        .map(({ name, ms }) => `${name} ${shown(ms)} ms`)
        .join(', ')}.`,
      `The processors were ${percent(busy)} busy meanwhile${busy > 0.6 ? ': too busy for the goal, which is that of an idle machine' : ''}.`,
    ],
  };
}

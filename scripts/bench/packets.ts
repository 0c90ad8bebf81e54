/** How latency and history grow with the pages of a packet. */
import { historySize } from './history.ts';
import { textPacket } from './made-packets.ts';
import { type Figure, figure, percent, type Report, shown } from './report.ts';
import type { Rig } from './rig.ts';
import { runClaim } from './run-claims.ts';
import { median, steepening } from './statistics.ts';

/** Latency of this many pages, as a multiple of that of one. */
const LONG_PACKET = 12;
const LATENCY_GOAL = { atMost: 2 };
/** A straight line has 1; the rest is what a measurement may stray. */
const GROWTH_GOAL = { atMost: 1.25 };

export interface PacketsOptions {
  repeats: number;
  pages: number[];
  latencyMs: number;
}

interface Measured {
  ms: number;
  events: number;
  bytes: number;
  slotsBusy: number;
  requests: number;
}

export async function packets(rig: Rig, { repeats, pages, latencyMs }: PacketsOptions): Promise<Report> {
  await rig.engine.setLatency(latencyMs);
  const rounds: Map<number, Measured>[] = [];
  for (let repeat = 1; repeat <= repeats; repeat++) {
    const round = new Map<number, Measured>();
    for (const count of pages) {
      await rig.progress.step(`${count} pages, ${repeat} of ${repeats}`, async () => {
        await rig.engine.taken();
        const { handle, ms } = await runClaim(rig, textPacket(count));
        const { requests, busyMs } = await rig.engine.taken();
        const slotsBusy = busyMs / (rig.slots * ms);
        round.set(count, { ...(await historySize(handle)), ms, slotsBusy, requests: requests.length });
      });
    }
    rounds.push(round);
  }

  const each = (count: number, value: (measured: Measured) => number): number[] =>
    rounds.flatMap((round) => {
      const measured = round.get(count);
      return measured ? [value(measured)] : [];
    });
  const ratio = (value: (measured: Measured) => number): number[] =>
    rounds.flatMap((round) => {
      const [one, long] = [round.get(1), round.get(LONG_PACKET)];
      return one && long ? [value(long) / value(one)] : [];
    });
  const growth = (name: string, value: (measured: Measured) => number): Figure[] => {
    const knee = pages.includes(LONG_PACKET) && pages[0] !== LONG_PACKET && pages.at(-1) !== LONG_PACKET;
    if (!knee) return [];
    const bends = rounds.map((round) =>
      steepening(
        [...round].map(([x, measured]) => ({ x, y: value(measured) })),
        LONG_PACKET,
      ),
    );
    return [figure(`growth of ${name} behind ${LONG_PACKET} pages ÷ before`, '', bends, GROWTH_GOAL)];
  };
  const perPage = (name: string, unit: string, value: (measured: Measured) => number): Figure[] =>
    pages.map((count) => figure(`${count} pages: ${name}`, unit, each(count, value)));
  const compared = ratio(({ ms }) => ms);
  return {
    bench: 'packets',
    settings: { repeats, 'latency of the stand-in (ms)': latencyMs, slots: rig.slots },
    figures: [
      ...perPage('latency', 'ms', ({ ms }) => ms),
      ...(compared.length > 0
        ? [figure(`latency of ${LONG_PACKET} pages ÷ of one`, '', compared, LATENCY_GOAL)]
        : []),
      ...perPage('history', 'events', ({ events }) => events),
      ...perPage('history', 'bytes', ({ bytes }) => bytes),
      ...growth('events', ({ events }) => events),
      ...growth('bytes', ({ bytes }) => bytes),
    ],
    findings: pages.map((count) => {
      const [ms, busy, requests] = [
        median(each(count, (measured) => measured.ms)),
        median(each(count, (measured) => measured.slotsBusy)),
        median(each(count, (measured) => measured.requests)),
      ];
      const atLeast = Math.ceil(requests / rig.slots) * latencyMs;
      return `${count} pages: ${requests} requests need ${atLeast} ms at the model server at least, ${percent(atLeast / ms)} of the latency; ${shown(ms - atLeast)} ms are the pipeline's (slots ${percent(busy)} busy).`;
    }),
  };
}

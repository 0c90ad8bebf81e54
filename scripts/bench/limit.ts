/** Says what holds a pipeline back, from how busy each part was. */
import { percent, shown } from './report.ts';

export interface Load {
  /** Share of the model server's slots that worked, over the run. */
  slotsBusy: number;
  /** Share of the machine's processors that worked. */
  machineBusy: number;
  /** Of that, what processes outside the benchmark took. */
  otherBusy: number;
  /** Milliseconds of processor time for each claim, by process. */
  cpuMsPerClaim: Record<string, number>;
}

const FULL = 0.9;
const DISTURBED = 0.1;

/** One sentence or more; the first one names the limit. */
export function describeLimit({ slotsBusy, machineBusy, otherBusy, cpuMsPerClaim }: Load): string[] {
  const [[name, ms] = ['nothing', 0]] = Object.entries(cpuMsPerClaim).toSorted(([, a], [, b]) => b - a);
  const all = Object.values(cpuMsPerClaim).reduce((sum, part) => sum + part, 0);
  const busy = `the model server's slots were ${percent(slotsBusy)} busy, the processors ${percent(machineBusy)}`;
  const largest = `the largest consumer is ${name} with ${shown(ms)} of ${shown(all)} ms a claim`;
  const first =
    slotsBusy >= FULL
      ? `The model server is the limit: ${busy}`
      : machineBusy >= FULL
        ? `The processors are the limit: ${busy}; ${largest}`
        : `Neither the model server nor the processors are the limit: ${busy}; claims wait between their steps or for a pool's slots, and ${largest}`;
  const disturbed = `Other processes of the machine took ${percent(otherBusy)} of its processors: measure again on a quiet one`;
  return otherBusy >= DISTURBED ? [`${first}.`, `${disturbed}.`] : [`${first}.`];
}

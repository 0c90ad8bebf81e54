/** `npm start`: the stack, the packets as claims, what is shown of them, and the end. */
import pc from 'picocolors';
import type { ClaimReport } from '../../shared/contracts.ts';
import { DATA_FOLDER } from '../stack/paths.ts';
import { createProgress, seconds } from '../stack/progress.ts';
import { type Stack, startStack, WORKERS } from '../stack/stack.ts';
import { type Followed, followClaims } from './claims.ts';
import { openDesk } from './desk.ts';
import { interruption } from './interrupt.ts';
import { examplePackets, namedPackets, type Packet } from './packets.ts';
import { addReadings, describeReading, NOTHING_READ, scoreReport } from './score.ts';
import { type ClaimTable, liveTable, plainTable } from './table.ts';

export interface StartOptions {
  once?: true;
  json?: true;
  fresh?: true;
}

const INTERRUPTED = 130;

/** Resolves with the exit code. Throws `StackError` when something cannot start. */
export async function runStart(options: StartOptions & { packets: string[] }): Promise<number> {
  const packets = options.packets.length > 0 ? namedPackets(options.packets) : examplePackets();
  const startedAt = performance.now();
  const abort = new AbortController();
  let stack: Stack | null = null;
  const interrupted = interruption(() => {
    stack?.supervisor.killAll();
    process.exit(INTERRUPTED);
  }).then(() => abort.abort());

  // Standard output belongs to the results; with --json nothing else may appear on it.
  const output = options.json ? process.stderr : process.stdout;
  let table: ClaimTable | null = null;
  const progress = createProgress((text) => (table ? table.line(text.trimEnd()) : output.write(text)));
  stack = await startStack({
    dataFolder: DATA_FOLDER,
    usualPorts: true,
    workers: WORKERS,
    progress,
    signal: abort.signal,
  }).catch((error: unknown) => {
    if (abort.signal.aborted) return null;
    throw error;
  });
  if (!stack) return INTERRUPTED;
  try {
    const { engineState } = stack;
    const footer = (): string =>
      engineState() === 'ready' || engineState() === 'named'
        ? `${seconds(performance.now() - startedAt)}`
        : `${seconds(performance.now() - startedAt)}  vLLM: loading, claims wait for it`;
    table =
      output.isTTY && !options.json ? liveTable(output, footer) : plainTable((text) => output.write(text));
    const work = runPackets(stack, packets, table, options, abort.signal);
    // An engine that cannot start would be waited for without end.
    const engineLost = stack.engineReady.then(() => new Promise<never>(() => {}));
    const outcome = await Promise.race([work, engineLost, interrupted]);
    table.end();
    table = null;
    if (!outcome) return INTERRUPTED;
    for (const line of outcome.summary) output.write(`${line}\n`);
    if (!options.once) {
      output.write(`${addresses(stack)}\nCtrl-C stops everything.\n`);
      await Promise.race([interrupted, engineLost]);
    }
    return outcome.failed > 0 ? 1 : 0;
  } finally {
    table?.end();
    const stoppedAt = performance.now();
    await stack.stop();
    output.write(pc.dim(`stopped  ${seconds(performance.now() - stoppedAt)}\n`));
  }
}

interface Outcome {
  failed: number;
  /** Lines for the person: what failed and why, how much was read right. */
  summary: string[];
}

/** Runs the packets until none is running any more. */
async function runPackets(
  stack: Stack,
  packets: Packet[],
  table: ClaimTable,
  options: StartOptions,
  signal: AbortSignal,
): Promise<Outcome> {
  const desk = await openDesk(stack.config);
  try {
    let read = NOTHING_READ;
    let labelled = 0;
    const settle = (claim: Followed, report: ClaimReport | null): void => {
      if (report && claim.packet.label) {
        labelled += 1;
        read = addReadings(read, scoreReport(report.fields, claim.packet.label));
      }
      if (options.json && report)
        process.stdout.write(`${JSON.stringify({ ...report, packet: claim.packet.name })}\n`);
    };
    const claims = await followClaims({
      desk,
      packets,
      fresh: options.fresh === true,
      signal,
      onChange: (rows) => table.update(rows),
      onSettled: settle,
    });
    const problems = claims.flatMap(({ packet, problem }) => (problem ? [`${packet.name}: ${problem}`] : []));
    const summary = problems.map((problem) => pc.red(problem));
    if (labelled > 0) summary.push(pc.bold(describeReading(read)));
    return { failed: problems.length, summary };
  } finally {
    await desk.close();
  }
}

function addresses(stack: Stack): string {
  const lines: [string, string | null][] = [
    ['Temporal UI, payloads sealed', stack.temporalUi],
    ['Temporal UI, payloads in clear', stack.codecSignIn],
    ['HTTP API, its description', `${stack.api}/docs`],
    ['hand in more claims', 'npm run claims -- submit FILE…'],
    ['review one without a browser', 'npm run claims -- review ID --approve'],
  ];
  const shown = lines.flatMap(([what, where]) => (where ? [`${what.padEnd(38)}${pc.cyan(where)}`] : []));
  const links = stack.signInLinks.map(({ name, link }) => `  ${name.padEnd(24)}${pc.cyan(link)}`);
  if (links.length > 0) shown.push('sign in with a browser, on this machine only, as', ...links);
  return shown.join('\n');
}

/** The storm on servers of its own. */

import { openLocalIssuer } from '../../workers/sign-in/local-issuer.ts';
import { textPacket } from '../bench/made-packets.ts';
import { openRig, type Part, type Rig } from '../bench/rig.ts';
import { StackError } from '../stack/exec.ts';
import { signalGroup } from '../stack/leftovers.ts';
import { createProgress } from '../stack/progress.ts';
import { interruption } from '../start/interrupt.ts';
import { type Kill, type StormReport, storm } from './storm.ts';

const TENANT = 'chaos';
const WITHIN_MS = 900_000;
const LATENCY_MS = 300;
const INTERRUPTED = 130;
/** When which part is killed, as a share of the claims that were accepted. */
const KILLS: [Part, number][] = [
  ['api', 0.25],
  ['postgres', 0.5],
  ['claims', 0.75],
];

/** Resolves with the exit code. */
export async function runChaos(options: { claims: number; json?: true }): Promise<number> {
  const abort = new AbortController();
  const interrupted = interruption(() => process.exit(INTERRUPTED)).then(() => abort.abort());
  const rig = await openRig({ engine: 'stand-in', progress: createProgress(), signal: abort.signal });
  try {
    await rig.engine.setLatency(LATENCY_MS);
    const report = await Promise.race([onRig(rig, options.claims), interrupted]);
    if (!report) return INTERRUPTED;
    process.stdout.write(`${options.json ? JSON.stringify(report) : describe(report)}\n`);
    return isWhole(report) ? 0 : 1;
  } finally {
    await rig.close();
  }
}

async function onRig(rig: Rig, claims: number): Promise<StormReport> {
  const issuer = openLocalIssuer(rig.config);
  if (!issuer) throw new StackError('the servers have no local issuer');
  const packets = Array.from({ length: claims }, (_, index) => {
    const [file] = textPacket();
    return { id: `storm-${index}`, bytes: file?.bytes ?? new Uint8Array() };
  });
  // The supervisor starts again what dies.
  const kills: Kill[] = KILLS.map(([part, afterShare]) => ({
    part,
    afterShare,
    kill: async () => {
      signalGroup(rig.pids()[part], 'SIGKILL');
    },
  }));
  return storm({
    url: `http://127.0.0.1:${rig.config.API_PORT}`,
    tenant: TENANT,
    tokens: {
      intake: await issuer.mint({ subject: 'intake', tenant: TENANT, roles: ['intake'] }),
      reviewer: await issuer.mint({ subject: 'ana', tenant: TENANT, roles: ['reviewer'] }),
    },
    packets,
    kills,
    client: rig.client,
    database: rig.database,
    withinMs: WITHIN_MS,
  });
}

/** Whether nothing that was accepted was lost or run twice, and every refusal said what it was. */
const isWhole = (report: StormReport): boolean =>
  report.accepted === report.claims &&
  report.killed.length === KILLS.length &&
  [report.unclear, report.withoutOneRecord, report.notRunOnce].every((list) => list.length === 0);

function describe(report: StormReport): string {
  const refusals = Object.entries(report.refusals).map(([name, n]) => `${n} × ${name}`);
  return [
    `${report.accepted} of ${report.claims} claims accepted in ${report.seconds.handingIn.toFixed(1)} s while ${report.killed.join(', ')} were killed -9`,
    `refused and sent again: ${refusals.join(', ') || 'nothing'}; without an answer: ${report.unanswered}; unclear: ${report.unclear.length}`,
    `${report.completed} records after ${report.seconds.untilAllSettled.toFixed(1)} s, ${report.reviewed} of them reviewed`,
    `accepted claims without exactly one record: ${report.withoutOneRecord.length}; not run exactly once: ${report.notRunOnce.length}`,
  ].join('\n');
}

import pc from 'picocolors';
import { auditedTenants, type ChainReport, verifyAuditLog } from '../../shared/database/audit-log.ts';
import type { Office } from './office.ts';
import { CommandRefused, EXIT, type Invocation, type Outcome } from './outcome.ts';

const WORDS = {
  missing: 'is missing',
  changed: 'was changed',
  does_not_follow: 'does not follow the one before it',
} as const;

export async function verifyAuditLogCommand(
  { database }: Office,
  { options, tenant }: Invocation,
): Promise<Outcome> {
  const expected = options['expect'] === undefined ? undefined : noted(options['expect'] as string);
  if (expected && options['all']) throw new CommandRefused('--expect is about one tenant');
  const tenants = options['all'] ? await auditedTenants(database) : [tenant];
  const reports: ChainReport[] = [];
  for (const one of tenants) reports.push(await verifyAuditLog(database, one, expected));
  return {
    json: reports,
    text: reports.map(describe).join('\n') || 'the audit log is empty',
    exitCode: reports.some(({ broken }) => broken) ? EXIT.tampered : EXIT.done,
  };
}

function describe({ tenant, entries, head, broken }: ChainReport): string {
  if (broken)
    return pc.red(
      `${tenant}: entry ${broken.seq} ${WORDS[broken.what]}; ${entries} entries before it are whole`,
    );
  return `${tenant}: ${entries} entries, whole; note the head elsewhere: ${head.seq}:${head.hash}`;
}

function noted(text: string): { seq: number; hash: string } {
  const [, seq, hash] = /^(\d+):([0-9a-f]{64})$/.exec(text) ?? [];
  if (seq === undefined || hash === undefined)
    throw new CommandRefused('--expect: write the head as verify prints it, SEQ:HASH');
  return { seq: Number(seq), hash };
}

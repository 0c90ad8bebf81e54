/** The audit log: who read or changed what. Rows are only added, and chained by hash within a tenant. */
import { canonicalJson } from '../canonical-json.ts';
import { sha256 } from '../packet.ts';
import { type Database, jsonb, type Queryable } from './database.ts';

/** Codes, counts, ids and names of fields; never a value of a claim. */
export type AuditDetail = Record<string, string | number | boolean | null | string[]>;

export interface AuditEntry {
  tenant: string;
  actor: string;
  roles: string[];
  via: 'api' | 'codec_server';
  requestId: string;
  action: string;
  /** `asked` is written before a thing is done; `refused` follows where it was not, with the problem's code. */
  outcome: 'asked' | 'refused';
  claimId: string | null;
  detail: AuditDetail;
}

export interface AuditRow extends AuditEntry {
  seq: number;
  /** ISO 8601, milliseconds. */
  at: string;
  previous: string;
  hash: string;
}

/** Any number that no other program takes a lock on. */
const AUDIT_LOCK = 5_523_118;
/** What the first entry of a chain follows. */
const NOTHING = '0'.repeat(64);
const BATCH = 200;
const PAGE = 1_000;

interface Waiting {
  entry: AuditEntry & { at: string };
  resolve: () => void;
  reject: (error: unknown) => void;
}

/**
 * Adds entries; `append` resolves when the entry is durable and fails with `DatabaseUnavailable`. What
 * waits while a transaction runs is written together by the next one, over one connection.
 */
export class AuditLog {
  readonly #database: Database;
  #waiting: Waiting[] = [];
  #writing = false;

  constructor(database: Database) {
    this.#database = database;
  }

  append(entry: AuditEntry): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ entry: { ...entry, at: new Date().toISOString() }, resolve, reject });
      if (!this.#writing) void this.#write();
    });
  }

  async #write(): Promise<void> {
    this.#writing = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting.splice(0, BATCH);
      try {
        await this.#database.transaction((within) =>
          appendEntries(
            within,
            batch.map(({ entry }) => entry),
          ),
        );
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#writing = false;
  }
}

async function appendEntries(within: Queryable, entries: Waiting['entry'][]): Promise<void> {
  // In one order in every process, so that no two wait for each other's locks.
  const tenants = [...new Set(entries.map((entry) => entry.tenant))].sort();
  for (const tenant of tenants) {
    await within.query('select pg_advisory_xact_lock($1, hashtext($2))', [AUDIT_LOCK, tenant]);
    let { seq, hash } = await auditHead(within, tenant);
    const rows = entries
      .filter((entry) => entry.tenant === tenant)
      .map((entry): AuditRow => {
        const previous = hash;
        // As the database will hold it: without the characters that it cannot store.
        const stored = JSON.parse(jsonb(entry)) as Waiting['entry'];
        seq += 1;
        hash = hashOf({ ...stored, seq }, previous);
        return { ...stored, seq, previous, hash };
      });
    await within.query(
      `insert into audit_log (tenant, seq, at, request_id, actor, roles, via, action, outcome, claim_id, detail, previous, hash)
       select tenant, seq, at, "requestId", actor, roles, via, action, outcome, "claimId", detail, previous, hash
       from jsonb_to_recordset($1::jsonb) as row(tenant text, seq bigint, at timestamptz, "requestId" text, actor text,
         roles text[], via text, action text, outcome text, "claimId" text, detail jsonb, previous text, hash text)`,
      [jsonb(rows)],
    );
  }
}

function hashOf(row: Omit<AuditRow, 'previous' | 'hash'>, previous: string): string {
  const { tenant, seq, at, requestId, actor, roles, via, action, outcome, claimId, detail } = row;
  const covered = { tenant, seq, at, requestId, actor, roles, via, action, outcome, claimId, detail };
  return sha256(`${previous}\n${canonicalJson(covered)}`);
}

/** The end of a tenant's chain: noted elsewhere, it later proves that nothing before it was cut off. */
export async function auditHead(db: Queryable, tenant: string): Promise<{ seq: number; hash: string }> {
  const [head] = await db.query<{ seq: string; hash: string }>(
    'select seq, hash from audit_log where tenant = $1 order by seq desc limit 1',
    [tenant],
  );
  return head ? { seq: Number(head.seq), hash: head.hash } : { seq: 0, hash: NOTHING };
}

interface StoredRow extends Omit<AuditRow, 'seq' | 'at'> {
  seq: string;
  at: Date;
}

/** Entries of a tenant, the oldest first; `after` is the number of the entry to go on behind. */
export async function readAuditLog(
  db: Queryable,
  filter: { tenant: string; claimId?: string; actor?: string; after: number; limit: number },
): Promise<AuditRow[]> {
  const rows = await db.query<StoredRow>(
    `select tenant, seq, at, request_id as "requestId", actor, roles, via, action, outcome, claim_id as "claimId", detail, previous, hash
     from audit_log where tenant = $1 and seq > $2 and ($3::text is null or claim_id = $3) and ($4::text is null or actor = $4)
     order by seq limit $5`,
    [filter.tenant, filter.after, filter.claimId ?? null, filter.actor ?? null, filter.limit],
  );
  return rows.map((row) => ({ ...row, seq: Number(row.seq), at: row.at.toISOString() }));
}

export interface ChainReport {
  tenant: string;
  entries: number;
  head: { seq: number; hash: string };
  /** The first entry that does not fit, and what is wrong with it; `null`: the chain is whole. */
  broken: { seq: number; what: 'missing' | 'changed' | 'does_not_follow' } | null;
}

/**
 * Recomputes a tenant's chain. `expected` is a head that was noted earlier: entries cut off the end since
 * then, or a chain that was made anew, show by it alone.
 */
export async function verifyAuditLog(
  db: Queryable,
  tenant: string,
  expected?: { seq: number; hash: string },
): Promise<ChainReport> {
  let [seq, hash] = [0, NOTHING];
  const report = (broken: ChainReport['broken']): ChainReport => ({
    tenant,
    entries: seq,
    head: { seq, hash },
    broken,
  });
  for (;;) {
    const rows = await readAuditLog(db, { tenant, after: seq, limit: PAGE });
    for (const row of rows) {
      if (row.seq !== seq + 1) return report({ seq: seq + 1, what: 'missing' });
      if (row.previous !== hash) return report({ seq: row.seq, what: 'does_not_follow' });
      if (row.hash !== hashOf(row, hash)) return report({ seq: row.seq, what: 'changed' });
      [seq, hash] = [row.seq, row.hash];
      if (expected?.seq === seq && expected.hash !== hash) return report({ seq, what: 'changed' });
    }
    if (rows.length < PAGE) break;
  }
  return report(expected && expected.seq > seq ? { seq: seq + 1, what: 'missing' } : null);
}

export async function auditedTenants(db: Queryable): Promise<string[]> {
  const rows = await db.query<{ tenant: string }>('select distinct tenant from audit_log order by tenant');
  return rows.map((row) => row.tenant);
}

/** Whether this person was shown the fields of a claim. */
export async function hasSeenFields(
  db: Queryable,
  { tenant, claimId, actor, actions }: { tenant: string; claimId: string; actor: string; actions: string[] },
): Promise<boolean> {
  const rows = await db.query(
    `select 1 from audit_log where tenant = $1 and claim_id = $2 and actor = $3 and action = any ($4)
       and not exists (
         select 1 from audit_log as refusal
         where refusal.request_id = audit_log.request_id and refusal.outcome = 'refused'
       ) limit 1`,
    [tenant, claimId, actor, actions],
  );
  return rows.length > 0;
}

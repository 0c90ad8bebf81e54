import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyAuditLogCommand } from '../../scripts/claims/audit-log.ts';
import type { Office } from '../../scripts/claims/office.ts';
import {
  type AuditEntry,
  AuditLog,
  auditHead,
  readAuditLog,
  verifyAuditLog,
} from '../../shared/database/audit-log.ts';
import { type Database, openDatabase } from '../../shared/database/database.ts';
import { migrate } from '../../shared/database/migrate.ts';
import { freshDatabase } from '../support/workers.ts';

let database: Database;
let log: AuditLog;
beforeAll(async () => {
  database = openDatabase(await freshDatabase('audit_log'));
  await migrate(database);
  log = new AuditLog(database);
});
afterAll(() => database.close());

const entry = (tenant: string, more: Partial<AuditEntry> = {}): AuditEntry => ({
  tenant,
  actor: 'ana',
  roles: ['reviewer'],
  via: 'api',
  requestId: 'r-1',
  action: 'claim.read',
  outcome: 'asked',
  claimId: 'C-1',
  detail: { fields: ['incident_date'], n: 2, none: null },
  ...more,
});

const fill = (tenant: string, entries: number) =>
  Promise.all(Array.from({ length: entries }, (_, i) => log.append(entry(tenant, { requestId: `r-${i}` }))));

/** Changes rows as somebody could who owns the database and switches its triggers off. */
const tamper = (sql: string, tenant: string) =>
  database.transaction(async (within) => {
    await within.query('alter table audit_log disable trigger audit_log_append_only');
    await within.query(sql, [tenant]);
    await within.query('alter table audit_log enable trigger audit_log_append_only');
  });

describe('the audit log', () => {
  test('chains the entries of a tenant without gaps, written at once by several processes', async () => {
    const others = [new AuditLog(database), new AuditLog(database)];
    await Promise.all([
      fill('crowd', 300),
      ...others.flatMap((other) => Array.from({ length: 50 }, () => other.append(entry('crowd')))),
      fill('neighbour', 20),
    ]);
    expect(await verifyAuditLog(database, 'crowd')).toMatchObject({ entries: 400, broken: null });
    expect(await verifyAuditLog(database, 'neighbour')).toMatchObject({ entries: 20, broken: null });
  });

  test('keeps what was written, also what a database cannot store as it stands', async () => {
    await log.append(entry('odd', { actor: 'a\0b\ud800', detail: { z: 1, a: ['é'] } }));
    expect(await readAuditLog(database, { tenant: 'odd', after: 0, limit: 10 })).toMatchObject([
      { seq: 1, action: 'claim.read', claimId: 'C-1', detail: { a: ['é'], z: 1 } },
    ]);
    expect((await verifyAuditLog(database, 'odd')).broken).toBeNull();
  });

  test.each([
    'update audit_log set actor = $1',
    'delete from audit_log where tenant = $1',
    'truncate audit_log',
  ])('refuses "%s"', async (sql) => {
    await log.append(entry('fixed'));
    const asked = database.query(sql, sql.includes('$1') ? ['fixed'] : []);
    // The code of an exception that a trigger raises.
    await expect(asked).rejects.toMatchObject({ message: 'the database answers P0001' });
  });

  test.each([
    ['a changed actor', "update audit_log set actor = 'ben' where tenant = $1 and seq = 3", 3, 'changed'],
    ['a changed detail', `update audit_log set detail = '{}' where tenant = $1 and seq = 4`, 4, 'changed'],
    ['a removed entry', 'delete from audit_log where tenant = $1 and seq = 2', 2, 'missing'],
    [
      'a changed entry with a new hash',
      "update audit_log set hash = repeat('0', 64) where tenant = $1 and seq = 3",
      3,
      'changed',
    ],
    [
      'an entry that follows another one',
      "update audit_log set previous = repeat('1', 64) where tenant = $1 and seq = 5",
      5,
      'does_not_follow',
    ],
  ])('shows %s', async (what, sql, seq, broken) => {
    const tenant = what.replaceAll(' ', '-').slice(0, 30);
    await fill(tenant, 6);
    await tamper(sql, tenant);
    expect((await verifyAuditLog(database, tenant)).broken).toEqual({ seq, what: broken });
  });

  test('shows entries cut off its end, and a chain made anew, to whoever noted the head', async () => {
    await fill('noted', 5);
    const head = await auditHead(database, 'noted');
    await log.append(entry('noted'));
    expect((await verifyAuditLog(database, 'noted', head)).broken).toBeNull();
    await tamper('delete from audit_log where tenant = $1 and seq >= 4', 'noted');
    expect((await verifyAuditLog(database, 'noted')).broken).toBeNull();
    expect((await verifyAuditLog(database, 'noted', head)).broken).toEqual({ seq: 4, what: 'missing' });
    await fill('noted', 5);
    expect((await verifyAuditLog(database, 'noted', head)).broken).toEqual({ seq: 5, what: 'changed' });
  });
});

test('the command says where a chain is broken, by its exit code too', async () => {
  const verify = (options: object) =>
    verifyAuditLogCommand({ database } as Office, {
      arguments: [],
      options: options as Record<string, unknown>,
      tenant: 'commanded',
    });
  await fill('commanded', 3);
  const whole = await verify({});
  expect(whole).toMatchObject({
    exitCode: 0,
    text: expect.stringMatching(/3 entries, whole.* 3:[0-9a-f]{64}$/),
  });
  const head = /3:[0-9a-f]{64}/.exec(whole.text)?.[0];
  await tamper('delete from audit_log where tenant = $1 and seq = 3', 'commanded');
  expect(await verify({})).toMatchObject({ exitCode: 0 });
  expect(await verify({ expect: head })).toMatchObject({
    exitCode: 6,
    text: expect.stringContaining('entry 3 is missing'),
  });
  expect((await verify({ all: true })).exitCode).toBe(6);
  await expect(verify({ expect: 'x' })).rejects.toThrow(/SEQ:HASH/);
});

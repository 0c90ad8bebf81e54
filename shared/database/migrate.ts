import { readdirSync, readFileSync } from 'node:fs';
import type { Database } from './database.ts';

const folder = new URL('migrations/', import.meta.url);

/** Any number that no other program takes a lock on. */
const MIGRATION_LOCK = 5_523_117;

/** Applies the migrations that this database lacks, in the order of their numbers. Safe from several processes at once. */
export async function migrate(database: Database): Promise<string[]> {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort();
  return database.transaction(async (within) => {
    await within.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    await within.query(
      'create table if not exists migrations (name text primary key, applied_at timestamptz default now())',
    );
    const applied = new Set(
      (await within.query<{ name: string }>('select name from migrations')).map((row) => row.name),
    );
    const missing = files.filter((file) => !applied.has(file));
    for (const file of missing) {
      await within.query(readFileSync(new URL(file, folder), 'utf8'));
      await within.query('insert into migrations (name) values ($1)', [file]);
    }
    return missing;
  });
}

import pg from 'pg';
import { failure } from '../failures.ts';

export interface Queryable {
  query<Row extends object>(sql: string, parameters?: unknown[]): Promise<Row[]>;
}

/** The database. Every call fails with `DatabaseUnavailable` when Postgres does not answer or asks to try again. */
export interface Database extends Queryable {
  transaction<T>(work: (within: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** A pool of connections to `url`; nothing is opened before the first query. */
export function openDatabase(url: string, options: { connections?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 8,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 20_000,
    idle_in_transaction_session_timeout: 20_000,
  });
  // A connection that breaks is replaced; without listeners it would end the process, be it idle (the
  // pool's event) or inside a transaction (its own).
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return {
    query: (sql, parameters) => translated(() => rows(pool, sql, parameters)),
    transaction: (work) => translated(() => transaction(pool, work)),
    close: () => pool.end(),
  };
}

async function rows<Row extends object>(
  on: pg.Pool | pg.PoolClient,
  sql: string,
  parameters: unknown[] = [],
): Promise<Row[]> {
  const result = await on.query<Row>(sql, parameters.map(storable));
  return result.rows;
}

async function transaction<T>(pool: pg.Pool, work: (within: Queryable) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: unknown;
  try {
    await client.query('begin');
    const result = await work({ query: (sql, parameters) => rows(client, sql, parameters) });
    await client.query('commit');
    return result;
  } catch (error) {
    broken = error;
    await client.query('rollback').catch(() => {});
    throw error;
  } finally {
    client.release(broken instanceof Error && !('severity' in broken));
  }
}

/** Text as Postgres takes it: documents may hold NUL and halves of surrogate pairs, and would be refused for ever. */
const storableText = (text: string): string => text.replaceAll('\0', '').toWellFormed();

const storable = (parameter: unknown): unknown =>
  typeof parameter === 'string'
    ? storableText(parameter)
    : Array.isArray(parameter)
      ? parameter.map(storable)
      : parameter;

/** A value as the parameter of a `jsonb` column; `null` becomes the JSON `null`, not the column's. */
export const jsonb = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? storableText(part) : part));

/** Only the code of an error is passed on: its message may quote a value. */
async function translated<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof Error && error.name === 'ApplicationFailure') throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'no code';
    throw failure('DatabaseUnavailable', `the database answers ${code}`);
  }
}

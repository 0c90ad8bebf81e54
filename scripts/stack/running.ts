/** The file in which a running stack says where its servers are, for commands in other terminals. */
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StackError } from './exec.ts';
import { startTime } from './leftovers.ts';
import { DATA_FOLDER } from './paths.ts';

interface Running {
  pid: number;
  startedAt: string | null;
  /** Variables of the environment under which a process belongs to the stack. */
  environment: Record<string, string>;
}

const fileIn = (dataFolder: string): string => join(dataFolder, 'stack.json');

function read(dataFolder: string): Running | null {
  const file = fileIn(dataFolder);
  if (!existsSync(file)) return null;
  try {
    const running = JSON.parse(readFileSync(file, 'utf8')) as Running;
    process.kill(running.pid, 0);
    return startTime(running.pid) === running.startedAt ? running : null;
  } catch {
    return null;
  }
}

/** Environment of the stack that `npm start` keeps running in this folder; empty when none runs. */
export const runningStack = (dataFolder: string = DATA_FOLDER): Record<string, string> =>
  read(dataFolder)?.environment ?? {};

/** Claims the folder for this process. Throws `StackError` when another one runs a stack in it. */
export function claimFolder(dataFolder: string): void {
  const other = read(dataFolder);
  if (other && other.pid !== process.pid)
    throw new StackError(
      `npm start runs already in this folder (process ${other.pid}); hand claims in with npm run claims -- submit`,
    );
  announce(dataFolder, {});
}

/** Writes where the servers are, readable by the owner only: it holds the password of the database. */
export function announce(dataFolder: string, environment: Record<string, string>): void {
  // Others may pass through (the account of Postgres), not look around.
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 });
  const running: Running = { pid: process.pid, startedAt: startTime(process.pid), environment };
  writeFileSync(fileIn(dataFolder), JSON.stringify(running), { mode: 0o600 });
}

export const releaseFolder = (dataFolder: string): void => rmSync(fileIn(dataFolder), { force: true });

import pc from 'picocolors';
import { ConfigError } from '../../shared/config.ts';
import { StackError } from './exec.ts';

/** Ends the process with exit code 1: what a person can mend in one line, anything else with its stack. */
export function exitWith(error: unknown): never {
  const expected = error instanceof StackError || error instanceof ConfigError;
  const text = expected ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${pc.red('error')} ${text}\n`);
  process.exit(1);
}

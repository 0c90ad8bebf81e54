import { WorkflowNotFoundError, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Command } from 'commander';
import pc from 'picocolors';
import { ConfigError } from '../../shared/config.ts';
import { type Office, openOffice } from './office.ts';

/** What a command ends with; scripts branch on it. */
export const EXIT = {
  done: 0,
  broken: 1,
  refused: 2,
  notFound: 3,
  waiting: 4,
  notCompleted: 5,
  tampered: 6,
} as const;

/** Thrown when a command cannot be carried out as asked; the message is one line for its user. */
export class CommandRefused extends Error {
  override name = 'CommandRefused';
  readonly exitCode: number;

  constructor(message: string, exitCode: number = EXIT.refused) {
    super(message);
    this.exitCode = exitCode;
  }
}

export interface Invocation {
  arguments: unknown[];
  options: Record<string, unknown>;
  tenant: string;
}

export interface Outcome {
  exitCode?: number;
  /** What `--json` prints. */
  json: unknown;
  /** What a person reads. */
  text: string;
}

/** Opens the connections, carries a command out and prints what came of it, as text or JSON. */
export const runCommand =
  (carryOut: (office: Office, invocation: Invocation) => Promise<Outcome>) =>
  async (...given: unknown[]): Promise<void> => {
    const command = given.at(-1) as Command;
    const options = command.optsWithGlobals<Record<string, unknown> & { tenant: string; json?: true }>();
    let office: Office | null = null;
    try {
      office = await openOffice();
      const outcome = await carryOut(office, {
        arguments: command.processedArgs,
        options,
        tenant: options.tenant,
      });
      process.stdout.write(`${options.json ? JSON.stringify(outcome.json) : outcome.text}\n`);
      process.exitCode = outcome.exitCode ?? EXIT.done;
    } catch (error) {
      const { message, exitCode } = explain(error);
      if (options.json) process.stdout.write(`${JSON.stringify({ error: message })}\n`);
      process.stderr.write(`${pc.red('error')} ${message}\n`);
      process.exitCode = exitCode;
    } finally {
      await office?.close();
    }
  };

function explain(error: unknown): { message: string; exitCode: number } {
  if (error instanceof CommandRefused) return { message: error.message, exitCode: error.exitCode };
  if (error instanceof ConfigError) return { message: error.message, exitCode: EXIT.refused };
  if (error instanceof WorkflowUpdateFailedError)
    return { message: error.cause?.message ?? error.message, exitCode: EXIT.refused };
  if (error instanceof WorkflowNotFoundError)
    return { message: 'the claim is not open', exitCode: EXIT.notFound };
  if (error instanceof ApplicationFailure) {
    const refused = error.type === 'InvalidInput' || error.type === 'ClaimIdConflict';
    return { message: error.message, exitCode: refused ? EXIT.refused : EXIT.broken };
  }
  const message = error instanceof Error ? (error.message.split('\n')[0] ?? error.name) : String(error);
  return { message, exitCode: EXIT.broken };
}

import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runTrainerProcess } from '../../activities/trainer-process.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'claim-reader-trainer-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program in the trainer's place: what is watched is how it is run, not what it learns. */
function program(name: string, script: string): string {
  const file = join(folder, name);
  writeFileSync(file, `#!/bin/sh\n${script}\n`);
  chmodSync(file, 0o755);
  return file;
}

const run = (
  python: string,
  signal = new AbortController().signal,
  reports: unknown[] = [],
  started: number[] = [],
) =>
  runTrainerProcess({
    ...{ python, trainer: folder, args: [], signal },
    onReport: (report) => reports.push(report),
    onStart: (group) => started.push(group),
  });
const lives = (group: number): boolean => {
  try {
    return process.kill(-group, 0);
  } catch {
    return false;
  }
};

describe('the trainer', () => {
  test('is heard line by line and ends with its result', async () => {
    const reports: unknown[] = [];
    const python = program(
      'fine',
      `echo '{"step": 1, "loss": NaN}' >&2; echo noise >&2; echo '{"steps": 1}'`,
    );
    expect(await run(python, undefined, reports)).toEqual({ steps: 1 });
    expect(reports).toEqual([{ step: 1, loss: null }]);
  });

  test('that refuses its settings fails for good, with its sentence', async () => {
    const python = program('refuses', 'echo "claim_trainer: lora.rank: must be of type int" >&2; exit 1');
    await expect(run(python)).rejects.toMatchObject({
      type: 'TrainingRefused',
      nonRetryable: true,
      message: expect.stringContaining('lora.rank'),
    });
  });

  test('that is killed is started again by Temporal, and what it wrote is in no message', async () => {
    const python = program('dies', 'echo "ValueError: Jo March" >&2; kill -9 $$');
    const failed = await run(python).catch(
      (error: unknown) => error as Error & { type: string; nonRetryable: boolean },
    );
    expect(failed).toMatchObject({ type: 'TrainerCrashed', nonRetryable: false });
    expect(String((failed as Error).message)).not.toContain('March');
  });

  test('is gone with its children when it is cancelled', async () => {
    const started: number[] = [];
    const abort = new AbortController();
    const going = run(program('long', 'sleep 60 & sleep 60'), abort.signal, [], started);
    going.catch(() => {});
    await sleep(300);
    abort.abort(new Error('cancelled'));
    await expect(going).rejects.toThrow('cancelled');
    await sleep(200);
    expect(lives(started[0] ?? 0)).toBe(false);
  });

  test('does not outlive a worker that is killed without warning', async () => {
    const pidFile = join(folder, 'pid');
    const python = program('orphan', `echo $$ > ${pidFile}; sleep 60`);
    const module = new URL('../../activities/trainer-process.ts', import.meta.url).href;
    const worker = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `const { runTrainerProcess } = await import(${JSON.stringify(module)});
         await runTrainerProcess({ python: ${JSON.stringify(python)}, trainer: '.', args: [], signal: new AbortController().signal, onReport() {} });`,
      ],
      { stdio: 'ignore' },
    );
    await expect
      .poll(() => existsSync(pidFile) && readFileSync(pidFile, 'utf8') !== '', { timeout: 10_000 })
      .toBe(true);
    const pid = Number(readFileSync(pidFile, 'utf8'));
    worker.kill('SIGKILL');
    await expect
      .poll(
        () => existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8')),
        { timeout: 5_000 },
      )
      .toBe(false);
  });
});

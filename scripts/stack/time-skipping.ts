/** The time-skipping test server for workflow tests. */
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findOnPath, run, StackError } from './exec.ts';
import { cachePath, rootPath } from './paths.ts';
import { type Progress, silentProgress } from './progress.ts';

const FOLDER = cachePath('time-skipping');
const SERVER = join(FOLDER, 'server');
const DOWNLOAD_WITHIN_MS = 120_000;
const logFile = cachePath('logs', 'time-skipping.log');

async function copyFromMaven(maven: string): Promise<void> {
  if (!findOnPath('java')) throw new StackError('java is missing: the time-skipping server needs Java 17');
  const libraries = join(FOLDER, 'lib');
  const pom = rootPath('deploy', 'temporal', 'pom.xml');
  await run(
    maven,
    ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${libraries}`],
    {
      what: 'fetching the time-skipping server',
      logFile,
    },
  );
  const script = '#!/bin/sh\nexec java -cp "$(dirname "$0")/lib/*" io.temporal.testserver.TestServer "$@"\n';
  writeFileSync(`${SERVER}.part`, script);
  chmodSync(`${SERVER}.part`, 0o755);
  renameSync(`${SERVER}.part`, SERVER);
}

/** Lets the SDK fetch its own build of the server. */
async function downloadWithSdk(): Promise<void> {
  const { TestWorkflowEnvironment } = await import('@temporalio/testing');
  const folder = join(FOLDER, 'download');
  mkdirSync(folder, { recursive: true });
  const late = AbortSignal.timeout(DOWNLOAD_WITHIN_MS);
  const environment = await Promise.race([
    TestWorkflowEnvironment.createTimeSkipping({
      server: { executable: { type: 'cached-download', downloadDir: folder } },
    }),
    new Promise<never>((_resolve, reject) => {
      late.onabort = () => reject(new StackError('the download of the time-skipping server took too long'));
    }),
  ]);
  await environment.teardown();
  const [file] = readdirSync(folder).filter((name) => name.startsWith('temporal'));
  if (!file) throw new StackError('the download of the time-skipping server left no file');
  renameSync(join(folder, file), SERVER);
  rmSync(folder, { recursive: true, force: true });
}

/** The executable of the time-skipping server: cached, downloaded by the SDK, or put together with Maven. */
export async function testServerPath(progress: Progress = silentProgress): Promise<string> {
  if (existsSync(SERVER)) return SERVER;
  return progress.step('Time-skipping test server', async (note) => {
    try {
      note('downloading');
      await downloadWithSdk();
    } catch {
      const maven = findOnPath('mvn');
      if (!maven)
        throw new StackError(
          'no time-skipping server: the download failed and Maven (mvn) is missing; install Maven and Java 17',
        );
      note('fetching with Maven');
      await copyFromMaven(maven);
    }
    note('fetched');
    return SERVER;
  });
}

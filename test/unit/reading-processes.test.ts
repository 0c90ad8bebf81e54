import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Reader } from '../../activities/reading/reader.ts';
import { lines, pdfOf, rawPdf, rejectionOf, request, testReader } from './reading-fixtures.ts';

vi.setConfig({ testTimeout: 60_000 });

let reader: Reader;
afterEach(() => reader.close());

/** Reading processes whose parent is `parent`. */
async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found: number[] = [];
  for (const pid of pids) {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (new RegExp(`^PPid:\\s+${parent}$`, 'm').test(status) && command.includes('reading/child.ts')) {
      found.push(pid);
    }
  }
  return found;
}

const isAlive = async (pid: number): Promise<boolean> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return status !== '' && !/^State:\s+Z/m.test(status);
};

async function until(condition: () => Promise<boolean>, timeoutMs: number): Promise<boolean> {
  const end = Date.now() + timeoutMs;
  while (Date.now() < end) {
    if (await condition()) return true;
    await pause(20);
  }
  return condition();
}

/** Takes seconds to read, page by page. */
const longDocument = (count = 120): Buffer => {
  const stream = 'BT /F 8 Tf 20 20 Td (Claim Number 5 of the insured) Tj 3 9 Td '.repeat(4_000);
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${count} /Kids [${Array.from({ length: count }, (_, index) => `${index + 5} 0 R`).join(' ')}] >>`,
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    ...Array.from(
      { length: count },
      () =>
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 3 0 R /Resources << /Font << /F 4 0 R >> >> >>',
    ),
  ]);
};

const shortDocument = () => pdfOf(lines(['Claim Number: 5']));

describe.runIf(process.platform === 'linux')('the reading processes', () => {
  it('reject a document that takes too long, twice', async () => {
    reader = testReader({ timeoutMs: 150 });
    const [code] = await rejectionOf(reader, longDocument());
    expect(code).toBe('too_slow');
  });

  it('reject a document that takes too much memory, twice', async () => {
    reader = testReader({ memoryMb: 60 });
    const [code] = await rejectionOf(reader, longDocument());
    expect(code).toBe('too_much_memory');
  });

  it('reject a document whose process dies twice, and read the next one', async () => {
    reader = testReader();
    const reading = rejectionOf(reader, longDocument());
    const killed = new Set<number>();
    const killer = (async () => {
      while (killed.size < 2) {
        for (const pid of await childrenOf(process.pid)) {
          // Late enough for the process to have taken the job.
          if (killed.has(pid)) continue;
          await pause(1_500);
          killed.add(pid);
          process.kill(pid, 'SIGKILL');
        }
        await pause(10);
      }
    })();
    expect((await reading)[0]).toBe('damaged');
    await killer;
    expect((await reader.read(request(await shortDocument()))).pages).toHaveLength(1);
  });

  it('read a document again whose process was killed once', async () => {
    reader = testReader();
    await reader.read(request(await shortDocument()));
    const [pid = 0] = await childrenOf(process.pid);
    const reading = reader.read(request(longDocument(12)));
    await pause(300);
    process.kill(pid, 'SIGKILL');
    expect((await reading).pages).toHaveLength(12);
    expect(await childrenOf(process.pid)).not.toContain(pid);
  });

  it('stop at once when the work is cancelled', async () => {
    reader = testReader();
    await reader.read(request(await shortDocument()));
    const [pid = 0] = await childrenOf(process.pid);
    const stop = new AbortController();
    const reading = reader.read({ ...request(longDocument()), signal: stop.signal });
    setTimeout(() => stop.abort(new Error('cancelled')), 300);
    await expect(reading).rejects.toThrow('cancelled');
    expect(await until(async () => !(await isAlive(pid)), 2_000)).toBe(true);
    expect((await reader.read(request(await shortDocument()))).pages).toHaveLength(1);
  });

  it('read several documents at once, each in its own process, and no more than allowed', async () => {
    reader = testReader({ processes: 2 });
    const documents = await Promise.all(
      ['a', 'b', 'c', 'd', 'e'].map((name) => pdfOf(lines([`Claim ${name}`]))),
    );
    const contents = await Promise.all(documents.map((bytes) => reader.read(request(bytes))));
    expect(contents.map(({ pages }) => pages[0]?.text)).toEqual([
      'Claim a',
      'Claim b',
      'Claim c',
      'Claim d',
      'Claim e',
    ]);
    expect(await childrenOf(process.pid)).toHaveLength(2);
  });

  it('end with the worker, also when that is killed in the middle of a page', async () => {
    reader = testReader();
    const script = `
      import { readerOf } from ${JSON.stringify(new URL('./reading-orphan.ts', import.meta.url).href)};
      await readerOf();`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(parent.stdout, 'data');
    const children = await childrenOf(parent.pid ?? 0);
    expect(children).toHaveLength(1);
    parent.kill('SIGKILL');
    expect(await until(async () => !(await isAlive(children[0] ?? 0)), 5_000)).toBe(true);
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, test } from 'vitest';
import { startEngine } from '../../scripts/bench/engine-control.ts';
import {
  countCpu,
  memoryOf,
  parseMachine,
  parseMemory,
  parseStat,
  treeOf,
} from '../../scripts/bench/processes.ts';
import { replay } from '../../scripts/bench/replay.ts';

describe('processor time and memory from /proc', () => {
  test('a line of stat is read also when the name of the program holds blanks and brackets', () => {
    const line = '42 (a) strange (name) S 7 42 42 0 -1 4194304 1 2 3 4 150 50 30 20 20 0 1 0 100';
    expect(parseStat(line)).toEqual({ pid: 42, parent: 7, cpuMs: 2_500 });
  });

  test('the first line of stat says how busy the machine was', () => {
    expect(parseMachine('cpu  10 1 5 70 10 1 2 1 0 0\ncpu0 1 1 1 1')).toEqual({ busy: 20, all: 100 });
  });

  test('a tree holds children of children and nobody else', () => {
    const process = (pid: number, parent: number) => ({ pid, parent, cpuMs: 0 });
    const all = [process(1, 0), process(5, 1), process(6, 5), process(7, 6), process(8, 1)];
    expect(treeOf(5, all).map(({ pid }) => pid)).toEqual([5, 6, 7]);
    expect(treeOf(99, all)).toEqual([]);
  });

  test('memory is given in megabytes', () => {
    const status = 'Name:\tnode\nVmHWM:\t  200000 kB\nVmRSS:\t  100000 kB\n';
    const memory = parseMemory(3, status, 'Rss: 9 kB\nPss:   50000 kB\n');
    expect(memory).toEqual({ pid: 3, residentMb: 102.4, peakMb: 204.8, proportionalMb: 51.2 });
  });

  test.runIf(process.platform === 'linux')('a child that works is counted for its parent', async () => {
    const used = countCpu({ me: process.pid });
    const work = 'while (process.cpuUsage().user < 300_000);';
    await once(spawn(process.execPath, ['-e', work]), 'exit');
    const { cpuMs, machineBusy } = used();
    expect(cpuMs.me).toBeGreaterThan(100);
    expect(machineBusy).toBeGreaterThan(0);
    expect(memoryOf(process.pid)[0]?.residentMb).toBeGreaterThan(20);
  });
});

describe('the model server of a benchmark', () => {
  const request = (content: string) => ({
    model: 'm',
    messages: [{ role: 'user', content }],
    temperature: 0.1,
    max_tokens: 50,
  });

  test('writes down what it is asked, word for word, also behind a relay', async () => {
    const engine = await startEngine({ kind: 'stand-in', model: 'm', slots: 2, latencyMs: 20 });
    const relay = await startEngine({ kind: 'relay', to: engine.url });
    try {
      const asked = ['Claimant: A', 'Claimant: B', 'Claimant: C', 'Claimant: D'].map(request);
      const ms = await replay(asked, { url: relay.url, apiKey: 'none', slots: 4 });
      expect(ms).toBeGreaterThanOrEqual(35);
      const [atRelay, atEngine] = [await relay.taken(), await engine.taken()];
      expect(atRelay.requests).toEqual(expect.arrayContaining(asked));
      expect(atEngine.requests).toHaveLength(4);
      const sameAs = (request: object): unknown => expect.objectContaining(request);
      expect(atEngine.requests).toEqual(expect.arrayContaining(asked.map(sameAs)));
      expect(atEngine.busyMs).toBeGreaterThanOrEqual(75);
      expect(await engine.taken()).toEqual({ requests: [], busyMs: 0 });
    } finally {
      await relay.close();
      await engine.close();
    }
  });
});

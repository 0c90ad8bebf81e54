import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { EngineOrder, EngineQuestion, Taken } from './engine-process.ts';

export interface EngineHandle {
  pid: number;
  /** Base URL of the API, ending in `/v1`. */
  url: string;
  /** What was asked since the last call, and for how long requests ran. */
  taken(): Promise<Taken>;
  /** Sets the time of one completion; a relay has none of its own. */
  setLatency(ms: number): Promise<void>;
  close(): Promise<void>;
}

const program = fileURLToPath(new URL('engine-process.ts', import.meta.url));

/** Starts the model server of a benchmark as a child; it ends with this process. */
export async function startEngine(order: EngineOrder): Promise<EngineHandle> {
  const child = fork(program, ['engine', JSON.stringify(order)], {
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { port } = (await answerOf(child)) as { port: number };
  let last: Promise<unknown> = Promise.resolve();
  const ask = (question: EngineQuestion): Promise<unknown> => {
    last = last.then(() => {
      const answer = answerOf(child);
      child.send(question);
      return answer;
    });
    return last;
  };
  return {
    pid: child.pid ?? 0,
    url: `http://127.0.0.1:${port}/v1`,
    taken: async () => (await ask({ ask: 'taken' })) as Taken,
    async setLatency(latencyMs) {
      await ask({ ask: 'latency', latencyMs });
    },
    async close() {
      if (child.exitCode !== null) return;
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}

async function answerOf(child: ChildProcess): Promise<unknown> {
  const ended = new AbortController();
  const exit = once(child, 'exit', { signal: ended.signal }).then(() => {
    throw new Error('the model server of the benchmark ended');
  });
  try {
    const [answer] = (await Promise.race([once(child, 'message', { signal: ended.signal }), exit])) as [
      unknown,
    ];
    return answer;
  } finally {
    ended.abort();
    exit.catch(() => {});
  }
}

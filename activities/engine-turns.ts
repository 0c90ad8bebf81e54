/** Whose turn it is at the model server: live claims go first, batch work takes what they leave. */
import type { Engine } from './engine.ts';

export interface EngineTurns {
  live: Engine;
  batch: Engine;
}

/**
 * Two engines over one server of `sequences`. A batch request starts only while no live one waits and
 * batch work holds less than half of the sequences, so that an urgent claim finds room at once and a
 * claim never waits for more than the answers under way.
 */
export function engineTurns(engine: Engine, { sequences }: { sequences: number }): EngineTurns {
  const batchAtMost = Math.max(1, Math.floor(sequences / 2));
  const waiting = { live: [] as (() => void)[], batch: [] as (() => void)[] };
  let [live, batch] = [0, 0];

  function next(): void {
    while (waiting.live.length > 0 && live + batch < sequences) {
      live += 1;
      waiting.live.shift()?.();
    }
    while (
      waiting.live.length === 0 &&
      waiting.batch.length > 0 &&
      batch < batchAtMost &&
      live + batch < sequences
    ) {
      batch += 1;
      waiting.batch.shift()?.();
    }
  }

  const taking = (kind: 'live' | 'batch'): Engine => ({
    ...engine,
    async complete(request, options) {
      await new Promise<void>((resolve) => {
        waiting[kind].push(resolve);
        next();
      });
      try {
        options.signal.throwIfAborted();
        return await engine.complete(request, options);
      } finally {
        if (kind === 'live') live -= 1;
        else batch -= 1;
        next();
      }
    },
  });
  return { live: taking('live'), batch: taking('batch') };
}

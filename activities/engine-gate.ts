import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine } from './engine.ts';

/** Resolves when the server answers and serves this model; asks again every `pollMs`. Rejects when aborted. */
export async function engineReady(
  engine: Engine,
  servedName: string,
  { signal, pollMs = 1_000 }: { signal: AbortSignal; pollMs?: number },
): Promise<void> {
  while (!(await engine.serves(servedName, { signal }))) await sleep(pollMs, undefined, { signal });
}

/**
 * An engine that, once a request found the server away, holds further requests back until it is ready
 * again, for at most `patienceMs` each. So an outage costs a claim one failed attempt, not one for
 * every retry, and the work goes on in the second in which the server is back.
 */
export function gatedEngine(
  engine: Engine,
  { patienceMs, pollMs = 1_000 }: { patienceMs: number; pollMs?: number },
): Engine {
  const away = new Map<string, Promise<void>>();

  const untilReady = (servedName: string): Promise<void> => {
    const known = away.get(servedName);
    if (known) return known;
    const ready = engineReady(engine, servedName, { signal: AbortSignal.timeout(patienceMs), pollMs })
      .catch(() => undefined)
      .finally(() => away.delete(servedName));
    away.set(servedName, ready);
    return ready;
  };

  return {
    ...engine,
    async complete(request, options) {
      await away.get(request.servedName);
      options.signal.throwIfAborted();
      try {
        return await engine.complete(request, options);
      } catch (error) {
        const type = error instanceof Error && 'type' in error ? error.type : undefined;
        if (type === 'EngineUnavailable' || type === 'ModelMissing') void untilReady(request.servedName);
        throw error;
      }
    },
  };
}

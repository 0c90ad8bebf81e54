/** A second signal within this time is the first one's echo: npm hands on what the terminal has sent already. */
const ECHO_MS = 500;

/** Resolves with the first signal that asks to end; calls `again` when a person insists. */
export function interruption(again: () => void): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let first: number | null = null;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (first === null) {
          first = performance.now();
          resolve(signal);
        } else if (performance.now() - first > ECHO_MS) again();
      });
    }
  });
}

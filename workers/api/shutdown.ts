import type { Server } from 'node:http';

/** What is being answered or uploaded gets this long. */
const DRAIN_WITHIN_MS = 10_000;

/**
 * Stops the servers without breaking off a request: no new connections, idle ones closed, those at work
 * finish; what is still open after the time is cut. Resolves when all are closed.
 */
export async function drain(servers: Server[]): Promise<void> {
  const closed = servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve())));
  const idle = (): void => {
    for (const server of servers) server.closeIdleConnections();
  };
  idle();
  // A kept connection is idle only when its last answer is out.
  const again = setInterval(idle, 100);
  const late = setTimeout(() => {
    for (const server of servers) server.closeAllConnections();
  }, DRAIN_WITHIN_MS);
  await Promise.all(closed);
  clearInterval(again);
  clearTimeout(late);
}

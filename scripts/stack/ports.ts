import { createServer } from 'node:net';

const claimed = new Set<number>();

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

function anyFree(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** The preferred port, or the first free one of the nine after it, or any free one; never the same twice in a process. */
export async function freePort(preferred?: number): Promise<number> {
  const candidates = preferred === undefined ? [] : Array.from({ length: 10 }, (_, step) => preferred + step);
  for (const port of candidates) {
    if (!claimed.has(port) && (await isFree(port))) {
      claimed.add(port);
      return port;
    }
  }
  for (;;) {
    const port = await anyFree();
    if (!claimed.has(port)) {
      claimed.add(port);
      return port;
    }
  }
}

/** The HTTP API: intake hands claims in, people review them, with the same rules as every other way in. */
import type { Server } from 'node:http';
import { loadConfig } from '../shared/config.ts';
import { createLogger } from '../shared/log.ts';
import { openApi } from './api/open.ts';
import { createApiServer, createMetricsServer } from './api/server.ts';
import { drain } from './api/shutdown.ts';

try {
  const config = loadConfig();
  const log = createLogger('api', config.LOG_LEVEL);
  let stopping = false;
  const deps = await openApi(config, log, () => stopping);
  const servers = [await listening(createApiServer(deps), config.API_HOST, config.API_PORT)];
  if (config.METRICS_ADDRESS) {
    const { hostname, port } = new URL(`http://${config.METRICS_ADDRESS}`);
    servers.push(await listening(createMetricsServer(deps.metrics), hostname, Number(port)));
  }
  log.info({ port: config.API_PORT }, 'api ready');
  process.send?.({ ready: true });

  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    log.info('api stopping');
    await drain(servers);
    await deps.close();
    log.info('api stopped');
    process.disconnect?.();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
} catch (error) {
  // Nothing of a claim is loaded while the API starts, so a message is safe to print.
  process.stderr.write(`api: ${error instanceof Error ? error.message.split('\n')[0] : 'cannot start'}\n`);
  process.exit(1);
}

function listening(server: Server, host: string, port: number): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new Error(`port ${port}: ${error.code ?? error.name}`)),
    );
    server.listen(port, host, () => resolve(server));
  });
}

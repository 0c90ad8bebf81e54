/**
 * The codec server: shows payloads in clear to the Temporal UI and CLI of whoever holds the token.
 * It listens on loopback only; in a cluster it belongs behind the sign-in of the organisation.
 */

import { loadKeyring } from '../shared/codec/keyring.ts';
import { EncryptionCodec } from '../shared/codec/payload-codec.ts';
import { ConfigError, loadConfig } from '../shared/config.ts';
import { createLogger } from '../shared/log.ts';
import { createCodecServer } from './codec/server.ts';

const LAST_ANSWERS_MS = 2_000;

try {
  const config = loadConfig();
  const log = createLogger('codec-server', config.LOG_LEVEL);
  if (!config.CODEC_SERVER_TOKEN)
    throw new ConfigError('setting CODEC_SERVER_TOKEN: the codec server needs it');
  const server = createCodecServer({
    codec: new EncryptionCodec(loadKeyring(config)),
    token: config.CODEC_SERVER_TOKEN,
    uiUrl: config.TEMPORAL_UI_URL ?? null,
    log,
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    process.stderr.write(`codec-server: port ${config.CODEC_SERVER_PORT}: ${error.code ?? error.name}\n`);
    process.exit(1);
  });
  server.listen(config.CODEC_SERVER_PORT, '127.0.0.1', () => {
    log.info({ port: config.CODEC_SERVER_PORT }, 'codec server ready');
    process.send?.({ ready: true });
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      server.close(() => process.disconnect?.());
      server.closeIdleConnections();
      // The UI waits for news of a workflow for up to a minute.
      setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS).unref();
    });
  }
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  process.stderr.write(`codec-server: ${error.message}\n`);
  process.exitCode = 1;
}

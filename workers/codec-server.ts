/**
 * The codec server: shows payloads in clear to the Temporal UI and CLI of whoever holds the token, or
 * signed in with a role that may read them. It listens on loopback only.
 */
import { randomUUID } from 'node:crypto';
import { loadKeyring } from '../shared/codec/keyring.ts';
import { EncryptionCodec } from '../shared/codec/payload-codec.ts';
import { ConfigError, loadConfig } from '../shared/config.ts';
import { AuditLog } from '../shared/database/audit-log.ts';
import { openDatabase } from '../shared/database/database.ts';
import { createLogger } from '../shared/log.ts';
import { createCodecServer } from './codec/server.ts';
import { databaseSessions } from './sign-in/sessions.ts';
import { openSignIn } from './sign-in/sign-in.ts';

const LAST_ANSWERS_MS = 2_000;

try {
  const config = loadConfig();
  const log = createLogger('codec-server', config.LOG_LEVEL);
  const token = config.CODEC_SERVER_TOKEN ?? null;
  const signsIn = config.OIDC_ISSUER !== undefined || config.LOCAL_ISSUER_KEY_FILE !== undefined;
  if (token === null && !signsIn)
    throw new ConfigError('setting CODEC_SERVER_TOKEN: the codec server needs it, or OIDC_ISSUER');
  const database = openDatabase(config.DATABASE_URL, { connections: 2 });
  const auditLog = new AuditLog(database);
  const server = createCodecServer({
    codec: new EncryptionCodec(loadKeyring(config)),
    token,
    people: signsIn
      ? { signIn: openSignIn(config, databaseSessions(database)), tenant: config.CODEC_SERVER_TENANT }
      : null,
    audit: ({ subject, tenant, roles }, payloads) =>
      auditLog.append({
        tenant,
        actor: subject,
        roles,
        via: 'codec_server',
        requestId: randomUUID(),
        action: 'payloads.open',
        outcome: 'asked',
        claimId: null,
        detail: { payloads },
      }),
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
      server.close(() => {
        process.disconnect?.();
        void database.close();
      });
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

/** What the API works with, opened as the settings say. */
import { Client, Connection } from '@temporalio/client';
import { createDataConverter } from '../../shared/codec/data-converter.ts';
import { loadKeyring } from '../../shared/codec/keyring.ts';
import type { Config } from '../../shared/config.ts';
import { AuditLog } from '../../shared/database/audit-log.ts';
import { openDatabase } from '../../shared/database/database.ts';
import { migrate } from '../../shared/database/migrate.ts';
import type { Logger } from '../../shared/log.ts';
import { openObjectStore } from '../../shared/objects/open-object-store.ts';
import { databaseSessions } from '../sign-in/sessions.ts';
import { openSignIn } from '../sign-in/sign-in.ts';
import type { ApiDeps } from './call.ts';
import { UploadLimits } from './limits.ts';
import { Metrics } from './metrics.ts';
import { openPageImages } from './page-images.ts';
import { openPages } from './pages.ts';

const CONNECTIONS = 16;

/** Throws `ConfigError`. Servers that are away do not keep the API from starting, its database excepted. */
export async function openApi(
  config: Config,
  log: Logger,
  stopping: () => boolean,
): Promise<ApiDeps & { close: () => Promise<void> }> {
  const keyring = loadKeyring(config);
  const objects = await openObjectStore(config, keyring);
  const database = openDatabase(config.DATABASE_URL, { connections: CONNECTIONS });
  const signIn = openSignIn(config, databaseSessions(database));
  for (const name of await migrate(database)) log.info({ migration: name }, 'migration applied');
  const pageImages = openPageImages(objects, config, log);
  const connection = Connection.lazy({ address: config.TEMPORAL_ADDRESS });
  return {
    config,
    client: new Client({
      connection,
      namespace: config.TEMPORAL_NAMESPACE,
      dataConverter: createDataConverter(keyring),
    }),
    database,
    objects,
    signIn,
    auditLog: new AuditLog(database),
    uploads: new UploadLimits({ documentMb: config.API_DOCUMENT_MB }),
    metrics: new Metrics(),
    pages: openPages(config.WEB_FOLDER),
    pageImages,
    log,
    stopping,
    close: async () => {
      await Promise.allSettled([connection.close(), database.close(), pageImages.close()]);
    },
  };
}

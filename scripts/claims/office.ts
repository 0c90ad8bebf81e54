import { Client, Connection } from '@temporalio/client';
import { createDataConverter } from '../../shared/codec/data-converter.ts';
import { loadKeyring } from '../../shared/codec/keyring.ts';
import { type Config, loadConfig } from '../../shared/config.ts';
import { openDatabase } from '../../shared/database/database.ts';
import { openObjectStore } from '../../shared/objects/open-object-store.ts';
import type { IntakeDeps } from '../../shared/submit.ts';
import { runningStack } from '../stack/running.ts';

/** The connections that a command needs to hand in, look up and decide claims. */
export interface Office extends IntakeDeps {
  config: Config;
  close(): Promise<void>;
}

/** Connects to the servers named in the environment, else to those that `npm start` runs in this folder. */
export async function openOffice(): Promise<Office> {
  const config = loadConfig({ ...runningStack(), ...process.env });
  const keyring = loadKeyring(config);
  const connection = await Connection.connect({
    address: config.TEMPORAL_ADDRESS,
    connectTimeout: '5 seconds',
  }).catch(() => {
    throw new Error(`Temporal does not answer at ${config.TEMPORAL_ADDRESS}; is "npm start" running?`);
  });
  const database = openDatabase(config.DATABASE_URL, { connections: 2 });
  const dataConverter = createDataConverter(keyring);
  return {
    config,
    client: new Client({ connection, namespace: config.TEMPORAL_NAMESPACE, dataConverter }),
    database,
    objects: await openObjectStore(config, keyring),
    close: async () => {
      await Promise.allSettled([connection.close(), database.close()]);
    },
  };
}

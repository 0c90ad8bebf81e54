/** What every benchmark stands on: servers of its own in a temporary folder, workers as children, a model server that counts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { createDataConverter } from '../../shared/codec/data-converter.ts';
import { loadKeyring } from '../../shared/codec/keyring.ts';
import { type Config, loadConfig } from '../../shared/config.ts';
import { openDatabase } from '../../shared/database/database.ts';
import { activeModel } from '../../shared/model.ts';
import { openObjectStore } from '../../shared/objects/open-object-store.ts';
import type { IntakeDeps } from '../../shared/submit.ts';
import { StackError } from '../stack/exec.ts';
import { isolatedSettings } from '../stack/isolated.ts';
import type { Progress } from '../stack/progress.ts';
import { startStack } from '../stack/stack.ts';
import { startWorker, WORKERS, type WorkerName } from '../stack/workers.ts';
import { type EngineHandle, startEngine } from './engine-control.ts';

export type Part = Exclude<WorkerName, 'training'> | 'temporal' | 'postgres' | 'model server';

export interface Rig extends IntakeDeps {
  config: Config;
  engine: EngineHandle;
  /** Sequences that the model server works on at once. */
  slots: number;
  progress: Progress;
  /** Process ids; a part that the benchmark did not start is missing. */
  pids(): Record<Part, number>;
  close(): Promise<void>;
}

export interface RigOptions {
  /** `real`: the model server of the stack, or the one named in the environment, behind a relay that counts. */
  engine: 'real' | 'stand-in';
  progress: Progress;
  signal: AbortSignal;
}

/** Starts everything; resolves when claims can be handed in and are answered. */
export async function openRig({ engine: kind, progress, signal }: RigOptions): Promise<Rig> {
  const closers: (() => unknown)[] = [];
  const close = async (): Promise<void> => {
    for (const end of closers.splice(0).reverse()) await end();
  };
  try {
    const given = loadConfig();
    const slots = given.INFERENCE_SEQUENCES;
    const model = activeModel(given).card.servedName;
    const dataFolder = mkdtempSync(join(tmpdir(), 'claim-reader-bench-'));
    closers.push(() => rmSync(dataFolder, { recursive: true, force: true }));
    const standIn = kind === 'stand-in' ? await startEngine({ kind, model, slots, latencyMs: 0 }) : undefined;
    if (standIn) closers.push(standIn.close);
    const stack = await startStack({
      dataFolder,
      usualPorts: false,
      workers: [],
      settings: { ...isolatedSettings(), ...(standIn ? { VLLM_URL: standIn.url } : {}) },
      progress,
      signal,
    });
    closers.push(stack.stop);
    await stack.engineReady;
    const engine = standIn ?? (await startEngine({ kind: 'relay', to: stack.config.engineUrl }));
    if (!standIn) closers.push(engine.close);

    const environment = { ...stack.environment, VLLM_URL: engine.url };
    const config = loadConfig({ ...process.env, ...environment });
    await progress.step('Workers', async (note) => {
      await Promise.all(WORKERS.map((name) => startWorker(stack.supervisor, name, config, environment)));
      note(WORKERS.join(', '));
    });
    const keyring = loadKeyring(config);
    const connection = await Connection.connect({ address: config.TEMPORAL_ADDRESS });
    closers.push(() => connection.close());
    const database = openDatabase(config.DATABASE_URL);
    closers.push(() => database.close());
    return {
      client: new Client({
        connection,
        namespace: config.TEMPORAL_NAMESPACE,
        dataConverter: createDataConverter(keyring),
      }),
      database,
      objects: await openObjectStore(config, keyring),
      config,
      engine,
      slots,
      progress,
      pids() {
        const pid = (name: string): number => {
          const found = stack.supervisor.pid(name);
          if (found === null) throw new StackError(`${name} does not run`);
          return found;
        };
        return {
          'codec-server': pid('codec-server'),
          api: pid('api'),
          claims: pid('claims'),
          documents: pid('documents'),
          inference: pid('inference'),
          temporal: pid('temporal'),
          postgres: pid('postgres'),
          'model server': standIn ? standIn.pid : (stack.supervisor.pid('vllm') ?? engine.pid),
        };
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The model server of an evaluation: the one that the environment names, or a local vLLM for as long as it lasts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, openEngine } from '../../activities/engine.ts';
import { gatedEngine } from '../../activities/engine-gate.ts';
import { type Config, engineAddress, namedServers } from '../../shared/config.ts';
import type { Model } from '../../shared/model.ts';
import { Supervisor } from '../stack/children.ts';
import { StackError } from '../stack/exec.ts';
import { freePort } from '../stack/ports.ts';
import type { Progress } from '../stack/progress.ts';
import { ensureServedModel, vllmChild } from '../stack/vllm.ts';

export interface ModelServer {
  engine: Engine;
  close(): Promise<void>;
}

const PROBE_WITHIN_MS = 5_000;
/** How long a request waits for a server that went away before it counts as a failed attempt. */
const PATIENCE_MS = 45_000;

/** Resolves when the model answers. Throws `StackError` when it does not. */
export async function openModelServer(
  model: Model,
  { config, progress, signal }: { config: Config; progress: Progress; signal: AbortSignal },
): Promise<ModelServer> {
  const { card } = model;
  const elsewhere = namedServers().engineUrl !== null || card.serving.weights === 'remote';
  const local = elsewhere ? null : await startLocal(model, config, progress, signal);
  const address = local ? { url: local.url, apiKey: 'none', hosted: false } : engineAddress(config, card);
  const engine = openEngine({ ...address, timeoutMs: config.INFERENCE_TIMEOUT_MS });
  if (!(await engine.serves(card.servedName, { signal: AbortSignal.timeout(PROBE_WITHIN_MS) }))) {
    await local?.close();
    throw new StackError(`${address.url} does not serve ${card.servedName}`);
  }
  return {
    engine: gatedEngine(engine, { patienceMs: PATIENCE_MS }),
    close: async () => local?.close(),
  };
}

async function startLocal(
  model: Model,
  config: Config,
  progress: Progress,
  signal: AbortSignal,
): Promise<{ url: string; close: () => Promise<void> }> {
  const weights = await ensureServedModel(model, progress);
  const folder = mkdtempSync(join(tmpdir(), 'claim-reader-models-'));
  const supervisor = new Supervisor(folder, (name) => progress.line(`  ! ${name} died and is started again`));
  const close = async (): Promise<void> => {
    await supervisor.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  signal.addEventListener('abort', () => void close());
  const port = await freePort();
  try {
    await progress.step(`vLLM with ${model.card.name}`, () =>
      supervisor.start(vllmChild({ model, weights, port, sequences: config.INFERENCE_SEQUENCES })),
    );
  } catch (error) {
    // The log lies in the folder: it stays for whoever is sent there by the message.
    await supervisor.stop();
    throw error;
  }
  return { url: `http://127.0.0.1:${port}/v1`, close };
}

/** A vLLM of a test's own that loads adapters while it runs. */
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { adapterServer } from '../../activities/adapter-server.ts';
import { Supervisor } from '../../scripts/stack/children.ts';
import { freePort } from '../../scripts/stack/ports.ts';
import { createProgress } from '../../scripts/stack/progress.ts';
import { ensureServedModel, vllmChild } from '../../scripts/stack/vllm.ts';
import { loadConfig } from '../../shared/config.ts';
import { activeModel } from '../../shared/model.ts';
import { baseServedName } from '../../shared/model-card.ts';

export interface ModelServer {
  url: string;
  stop: () => Promise<void>;
}

/** The server of `VLLM_URL` where that loads adapters, which saves the start of one; else one of its own. */
export async function startAdapterServer(): Promise<ModelServer> {
  const config = loadConfig();
  if (process.env['VLLM_URL']) {
    const served = await adapterServer({ url: config.engineUrl, apiKey: config.VLLM_API_KEY }).served();
    if (served.includes(baseServedName(activeModel(config).card)))
      return { url: config.engineUrl, stop: async () => {} };
  }
  return ownAdapterServer({ rank: config.MAX_LORA_RANK });
}

/** A vLLM process for adapters up to this rank, on all cores or on one. */
export async function ownAdapterServer({
  rank,
  core,
}: {
  rank: number;
  core?: number;
}): Promise<ModelServer> {
  const config = loadConfig();
  const model = activeModel(config);
  const supervisor = new Supervisor(mkdtempSync(join(inject('dataFolder'), 'model-server-')));
  const weights = await ensureServedModel(model, createProgress(), { adapters: true });
  const port = await freePort();
  const child = vllmChild({
    ...{ model, weights, port, sequences: config.INFERENCE_SEQUENCES },
    adapters: { rank },
  });
  const bound = core === undefined ? {} : { VLLM_CPU_OMP_THREADS_BIND: String(core) };
  await supervisor.start({ ...child, env: { ...child.env, ...bound } });
  return { url: `http://127.0.0.1:${port}/v1`, stop: () => supervisor.stop() };
}

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

/** The server of `VLLM_URL` where that loads adapters: it saves the start of one. */
export async function startAdapterServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const config = loadConfig();
  const model = activeModel(config);
  const given = process.env['VLLM_URL'];
  if (given) {
    const served = await adapterServer({ url: config.engineUrl, apiKey: config.VLLM_API_KEY }).served();
    if (served.includes(baseServedName(model.card))) return { url: config.engineUrl, stop: async () => {} };
  }
  const supervisor = new Supervisor(mkdtempSync(join(inject('dataFolder'), 'model-server-')));
  const weights = await ensureServedModel(model, createProgress(), { adapters: true });
  const port = await freePort();
  const adapters = { rank: config.MAX_LORA_RANK };
  await supervisor.start(
    vllmChild({ model, weights, port, sequences: config.INFERENCE_SEQUENCES, adapters }),
  );
  return { url: `http://127.0.0.1:${port}/v1`, stop: () => supervisor.stop() };
}

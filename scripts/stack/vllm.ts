/** The model server: vLLM on this machine's processor, serving the merged model of a model version. */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { answerJsonSchema } from '../../activities/answer.ts';
import { openEngine } from '../../activities/engine.ts';
import type { Model } from '../../shared/model.ts';
import type { ChildSpec } from './children.ts';
import { cachePath } from './paths.ts';
import type { Progress } from './progress.ts';
import { ensureMergedModel, ensurePython, pythonProgram } from './python.ts';

/** Every sequence's whole context in one step. */
const PREFILL_TOKENS = 16_384;
/** 350,000 tokens of the embedded model; vLLM reserves it at once. */
const KV_CACHE_GIB = 1;
const CORES_AT_MOST = 8;
const READY_WITHIN_MS = 600_000;
const PROBE_WITHIN_MS = 2_000;
const WARM_UP_WITHIN_MS = 180_000;

/** The processors that this process may use, as ranges (`0-1,4`): vLLM wants them named. */
function allowedCores(): string {
  try {
    const status = readFileSync('/proc/self/status', 'utf8');
    const list = /^Cpus_allowed_list:\s*(\S+)$/m.exec(status)?.[1];
    if (list) return firstCores(list, CORES_AT_MOST);
  } catch {}
  return `0-${Math.min(availableParallelism(), CORES_AT_MOST) - 1}`;
}

function firstCores(ranges: string, count: number): string {
  const cores = ranges.split(',').flatMap((range) => {
    const [from, to] = range.split('-').map(Number) as [number, number | undefined];
    return Array.from({ length: (to ?? from) - from + 1 }, (_, step) => from + step);
  });
  return cores.slice(0, count).join(',');
}

/** Installs what serving needs; resolves with the folder that vLLM serves. */
export async function ensureServedModel(model: Model, progress: Progress): Promise<string> {
  await ensurePython(progress);
  const { name, serving } = model.card;
  return ensureMergedModel(
    {
      name,
      base: join(model.folder, serving.base),
      adapter: serving.adapter === null ? null : join(model.folder, serving.adapter),
    },
    progress,
  );
}

async function healthy(server: string): Promise<boolean> {
  try {
    const answer = await fetch(`${server}/health`, { signal: AbortSignal.timeout(PROBE_WITHIN_MS) });
    return answer.ok;
  } catch {
    return false;
  }
}

/** Asks once in the form in which claims are asked: the grammar of the answer is compiled then, which takes up to 30 s. */
async function warmUp(server: string, { card }: Model): Promise<boolean> {
  const engine = openEngine({ url: `${server}/v1`, apiKey: 'none', timeoutMs: WARM_UP_WITHIN_MS });
  const request = {
    servedName: card.servedName,
    text: 'Claim',
    schema: answerJsonSchema(card),
    maxTokens: 4,
    temperature: card.sampling.temperature,
    topP: card.sampling.topP,
    stop: card.serving.stop,
  };
  try {
    await engine.complete(request, { signal: AbortSignal.timeout(WARM_UP_WITHIN_MS) });
    return true;
  } catch {
    return false;
  }
}

/** vLLM as a child, bound to loopback; ready when it has answered a structured request. */
export function vllmChild(options: {
  model: Model;
  /** What `ensureServedModel` resolved with. */
  weights: string;
  port: number;
  sequences: number;
}): ChildSpec {
  const { model, port } = options;
  const { card } = model;
  const server = `http://127.0.0.1:${port}`;
  return {
    name: 'vllm',
    command: pythonProgram('vllm'),
    args: [
      ...['serve', options.weights, '--served-model-name', card.servedName],
      ...['--host', '127.0.0.1', '--port', String(port)],
      ...['--max-model-len', String(card.contextTokens), '--max-num-seqs', String(options.sequences)],
      ...['--dtype', card.serving.dtype, '--enforce-eager', '--disable-uvicorn-access-log'],
      ...['--chat-template', join(model.folder, card.serving.chatTemplate)],
      ...['--chat-template-content-format', 'string'],
      // Free white space between keys is where a small model loses itself until the token limit.
      ...['--structured-outputs-config', '{"backend": "xgrammar", "disable_any_whitespace": true}'],
      // A prompt that is prefilled in two steps ends the CPU engine when it carries a seed.
      ...['--max-num-batched-tokens', String(PREFILL_TOKENS)],
    ],
    env: {
      VLLM_CPU_KVCACHE_SPACE: String(KV_CACHE_GIB),
      VLLM_CPU_OMP_THREADS_BIND: allowedCores(),
      VLLM_CACHE_ROOT: cachePath('vllm'),
      VLLM_NO_USAGE_STATS: '1',
      DO_NOT_TRACK: '1',
      HF_HUB_OFFLINE: '1',
      HF_HOME: cachePath('huggingface'),
    },
    // Half of a start is Python reading its modules: without bytecode they are compiled at every start.
    unset: ['PYTHONDONTWRITEBYTECODE'],
    ready: async () => (await healthy(server)) && (await warmUp(server, model)),
    readyWithinMs: READY_WITHIN_MS,
    // It holds nothing that is worth a wait.
    stopWithinMs: 4_000,
  };
}

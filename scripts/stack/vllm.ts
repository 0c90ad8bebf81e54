/** The model server: vLLM on this machine's processor, serving the merged model of a model version. */
import { answerJsonSchema } from '../../activities/answer.ts';
import { openEngine } from '../../activities/engine.ts';
import { promptMessages } from '../../shared/extractors/prompt.ts';
import type { Model } from '../../shared/model.ts';
import type { ChildSpec } from './children.ts';
import { StackError } from './exec.ts';
import { cachePath } from './paths.ts';
import type { Progress } from './progress.ts';
import { ensureMergedModel, ensurePython, pythonProgram } from './python.ts';
import { vllmArguments, vllmEnvironment } from './vllm-flags.ts';

const READY_WITHIN_MS = 600_000;
const PROBE_WITHIN_MS = 2_000;
const WARM_UP_WITHIN_MS = 180_000;
/** Not shorter: on processors with AMX, vLLM 0.32 ends with an illegal instruction when its very first prompt has a handful of tokens. */
const WARM_UP_TEXT = 'Claim '.repeat(40);

/** Installs what serving needs; resolves with the folder that vLLM serves. */
export async function ensureServedModel(
  model: Model,
  progress: Progress,
  { adapters = false }: { adapters?: boolean } = {},
): Promise<string> {
  const { weights, card } = model;
  const { name, serving } = card;
  if (serving.weights === 'remote')
    throw new StackError(`the model ${name} is hosted; it is not served here`);
  if (!weights)
    throw new StackError(
      `setting MODEL_WEIGHTS: the model ${name} needs it, or a running server in VLLM_URL`,
    );
  await ensurePython(progress);
  // Large weights are not copied: vLLM loads their adapter itself.
  return serving.weights === 'setting' || adapters
    ? weights.base
    : ensureMergedModel({ name, ...weights }, progress);
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
async function warmUp(server: string, { card, instruction }: Model): Promise<boolean> {
  const engine = openEngine({ url: `${server}/v1`, apiKey: 'none', timeoutMs: WARM_UP_WITHIN_MS });
  const request = {
    servedName: card.servedName,
    messages: promptMessages({ instruction, examples: [], text: WARM_UP_TEXT }),
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
  /** Loads adapters while it runs, up to this rank; `null`: it serves what it starts with. */
  adapters?: { rank: number } | null;
}): ChildSpec {
  const { model, port, adapters = null } = options;
  const server = `http://127.0.0.1:${port}`;
  return {
    name: 'vllm',
    command: pythonProgram('vllm'),
    args: [
      ...['serve', options.weights, '--host', '127.0.0.1', '--port', String(port)],
      ...vllmArguments(model, { device: 'cpu', sequences: options.sequences, adapters }),
    ],
    env: {
      ...vllmEnvironment('cpu', adapters !== null),
      VLLM_CACHE_ROOT: cachePath('vllm'),
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

/** How vLLM is started for a model version: the flags that follow from its card, and those in which a processor and a GPU differ. */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Model } from '../../shared/model.ts';
import { baseServedName } from '../../shared/model-card.ts';
import { rootPath } from './paths.ts';

export type Device = 'cpu' | 'gpu';

/** The one place in which the two differ. */
const DEVICES: Record<Device, { args: string[]; env: () => Record<string, string> }> = {
  cpu: {
    args: [
      '--enforce-eager',
      // Every sequence's whole context in one step: a prompt that is prefilled in two steps ends the CPU
      // engine when it carries a seed.
      ...['--max-num-batched-tokens', '16384'],
    ],
    env: () => ({
      // 350,000 tokens of the embedded model; vLLM reserves it at once.
      VLLM_CPU_KVCACHE_SPACE: '1',
      VLLM_CPU_OMP_THREADS_BIND: allowedCores(),
    }),
  },
  gpu: {
    args: [
      // The rest is for the driver and for whatever else looks at the card.
      ...['--gpu-memory-utilization', '0.90'],
      // Prefill in steps, so that a long prompt does not hold back the answers under way.
      ...['--max-num-batched-tokens', '8192'],
    ],
    env: () => ({}),
  },
};

/** The version that ships, the active one, the one before, and two on their way. */
const ADAPTERS = 5;

/** The flags behind `vllm serve FOLDER`, without host and port. */
export function vllmArguments(
  model: Model,
  {
    device,
    sequences,
    adapters = null,
  }: { device: Device; sequences: number; adapters?: { rank: number } | null },
): string[] {
  const { card, folder, weights } = model;
  const { serving } = card;
  if (serving.weights === 'remote') return [];
  // Merged weights decode faster; a server that loads adapters while it runs needs the base as it is.
  const adapter = adapters || serving.weights === 'setting' ? (weights?.adapter ?? null) : null;
  const rank = Math.max(serving.loraRank ?? 0, adapters?.rank ?? 0);
  return [
    ...(adapter === null
      ? ['--served-model-name', card.servedName]
      : [
          ...['--served-model-name', baseServedName(card)],
          ...['--enable-lora', '--max-lora-rank', String(rank)],
          ...(adapters ? ['--max-loras', String(ADAPTERS), '--max-cpu-loras', String(2 * ADAPTERS)] : []),
          ...['--lora-modules', `${card.servedName}=${adapter}`],
        ]),
    ...['--max-model-len', String(card.contextTokens), '--max-num-seqs', String(sequences)],
    ...['--dtype', serving.dtype, '--disable-uvicorn-access-log'],
    ...(serving.weights === 'here' ? ['--chat-template', join(folder, serving.chatTemplate)] : []),
    ...['--chat-template-content-format', 'string'],
    // Free white space between keys is where a small model loses itself until the token limit.
    ...['--structured-outputs-config', '{"backend": "xgrammar", "disable_any_whitespace": true}'],
    // For requests whose card sets a loop penalty; the others pay nothing for it.
    ...['--logits-processors', 'loop_penalty:LoopPenaltyLogitsProcessor'],
    ...DEVICES[device].args,
  ];
}

export const vllmEnvironment = (device: Device, adapters: boolean): Record<string, string> => ({
  ...(adapters ? { VLLM_ALLOW_RUNTIME_LORA_UPDATING: 'True' } : {}),
  // Where loop_penalty.py lies.
  PYTHONPATH: [rootPath('deploy', 'vllm'), process.env['PYTHONPATH']].filter(Boolean).join(delimiter),
  VLLM_NO_USAGE_STATS: '1',
  DO_NOT_TRACK: '1',
  HF_HUB_OFFLINE: '1',
  ...DEVICES[device].env(),
});

const CORES_AT_MOST = 8;

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

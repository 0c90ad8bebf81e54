/** Whether the files of an adapter are what its card says, before a model server is asked to load them. Pure. */
import { z } from 'zod';

const ConfigSchema = z.object({
  peft_type: z.literal('LORA'),
  r: z.number().int().positive(),
  lora_alpha: z.number().positive(),
  target_modules: z.array(z.string()).min(1),
  bias: z.literal('none').default('none'),
});

const TensorSchema = z.object({ dtype: z.string(), shape: z.array(z.number().int().nonnegative()) });

/** No header of an adapter is larger; a file that claims one is none. */
const LONGEST_HEADER = 16 * 1024 * 1024;
const ADAPTER_FILES = ['adapter_config.json', 'adapter_model.safetensors'];
const NAME = /^base_model\.model\..+\.([a-z_]+)\.lora_([AB])\.weight$/;

/**
 * What is wrong with an adapter, in one sentence; `null`: nothing. `rankAtMost` is what the server reserves
 * room for, `rank` what the version's card says.
 */
export function adapterProblem(
  files: ReadonlyMap<string, Uint8Array>,
  { rank, rankAtMost }: { rank: number | null; rankAtMost: number },
): string | null {
  const strange = [...files.keys()].find((path) => !ADAPTER_FILES.includes(path));
  if (strange !== undefined)
    return `the adapter holds ${strange}; only safetensors and its settings are loaded`;
  const [settings, weights] = ADAPTER_FILES.map((path) => files.get(path));
  if (!settings || !weights) return 'the adapter lacks its settings or its weights';
  const config = ConfigSchema.safeParse(parseJson(settings));
  if (!config.success) return 'adapter_config.json is no LoRA adapter without bias';
  const { r, target_modules: targets } = config.data;
  if (rank !== null && r !== rank) return `the adapter has rank ${r}, its card says ${rank}`;
  if (r > rankAtMost) return `the adapter has rank ${r}; the model server takes ${rankAtMost} at most`;
  const tensors = tensorsOf(weights);
  if (!tensors) return 'adapter_model.safetensors is damaged';
  return tensorProblem(tensors, r, targets);
}

function tensorProblem(
  tensors: ReadonlyMap<string, number[]>,
  rank: number,
  targets: readonly string[],
): string | null {
  if (tensors.size === 0) return 'the adapter holds no weights';
  for (const [name, shape] of tensors) {
    const [, module, half] = NAME.exec(name) ?? [];
    if (module === undefined || !targets.includes(module))
      return 'a weight of the adapter belongs to no module that it names';
    if (shape.length !== 2 || shape[half === 'A' ? 0 : 1] !== rank)
      return `a weight of the adapter has not the rank ${rank}`;
    const other = name.replace(`lora_${half}`, half === 'A' ? 'lora_B' : 'lora_A');
    if (!tensors.has(other)) return 'a weight of the adapter lacks its other half';
  }
  return null;
}

/** Name and shape of every tensor; `null` when the file is not whole. */
function tensorsOf(bytes: Uint8Array): Map<string, number[]> | null {
  if (bytes.length < 8) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = Number(view.getBigUint64(0, true));
  if (length > LONGEST_HEADER || 8 + length > bytes.length) return null;
  const header = parseJson(bytes.subarray(8, 8 + length));
  if (header === null || typeof header !== 'object') return null;
  const tensors = new Map<string, number[]>();
  for (const [name, entry] of Object.entries(header)) {
    if (name === '__metadata__') continue;
    const tensor = TensorSchema.extend({ data_offsets: z.tuple([z.number(), z.number()]) }).safeParse(entry);
    if (!tensor.success || 8 + length + tensor.data.data_offsets[1] > bytes.length) return null;
    tensors.set(name, tensor.data.shape);
  }
  return tensors;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

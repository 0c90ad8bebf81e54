/** The Python environment of the model server: uv, an environment pinned with hashes, and the merged model. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findOnPath, run, StackError } from './exec.ts';
import { cachePath, rootPath } from './paths.ts';
import type { Progress } from './progress.ts';

const ENVIRONMENT = cachePath('python');
/** What torch and vLLM have wheels for. */
const PYTHON_VERSIONS = '>=3.11,<3.14';
const logFile = cachePath('logs', 'python.log');

export const pythonProgram = (name: string): string => join(ENVIRONMENT, 'bin', name);

const hashOf = (paths: string[]): string => {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(readFileSync(path));
  return hash.digest('hex');
};

/** The path of uv: on the PATH, or installed from deploy/vllm/uv.txt into the cache. */
async function ensureUv(note: (text: string) => void): Promise<string> {
  const onPath = findOnPath('uv');
  if (onPath) return onPath;
  const folder = cachePath('uv');
  const uv = join(folder, 'bin', 'uv');
  if (existsSync(uv)) return uv;
  const python = findOnPath('python3');
  if (!python)
    throw new StackError('python3 is missing: install Python 3.11, 3.12 or 3.13 with its venv module');
  note('installing uv');
  const options = { logFile, what: 'installing uv' };
  await run(python, ['-m', 'venv', folder], options);
  const requirements = ['--require-hashes', '-r', rootPath('deploy', 'vllm', 'uv.txt')];
  await run(join(folder, 'bin', 'pip'), ['install', '--quiet', ...requirements], options);
  return uv;
}

/** Whether this machine can run the Python environment: the CPU build of vLLM exists for Linux only. */
function checkPlatform(): void {
  if (process.platform !== 'linux')
    throw new StackError('the model server installs on Linux only; name a running one in VLLM_URL');
}

/** Installs the Python environment of vLLM into the cache, once for each version of its requirements. */
export async function ensurePython(progress: Progress): Promise<void> {
  const source = rootPath('deploy', 'vllm');
  const requirements = join(source, 'requirements.txt');
  const distribution = join(source, 'vllm-distribution');
  const stampFile = join(ENVIRONMENT, 'stamp');
  const stamp = hashOf([requirements, join(distribution, 'pyproject.toml')]);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  checkPlatform();
  await progress.step('Python environment for vLLM', async (note) => {
    const uv = await ensureUv(note);
    rmSync(ENVIRONMENT, { recursive: true, force: true });
    const options = { logFile, what: 'installing the Python environment' };
    note('creating');
    await run(uv, ['venv', '--no-project', '--python', PYTHON_VERSIONS, ENVIRONMENT], options);
    const install = ['pip', 'install', '--python', pythonProgram('python'), '--no-deps'];
    note('installing 170 packages (6 GB)');
    await run(uv, [...install, '--require-hashes', '-r', requirements], options);
    // setuptools builds in the folder of the sources: give it a copy, so that the checkout stays clean.
    const copy = cachePath('vllm-distribution');
    rmSync(copy, { recursive: true, force: true });
    cpSync(distribution, copy, { recursive: true });
    await run(uv, [...install, '--no-build-isolation', copy], options);
    note('installed');
    writeFileSync(stampFile, stamp);
  });
}

/** The folder of base model and adapter merged into one, made once for each content of the two. */
export async function ensureMergedModel(
  model: { name: string; base: string; adapter: string | null },
  progress: Progress,
): Promise<string> {
  if (!model.adapter) return model.base;
  const script = rootPath('deploy', 'vllm', 'merge_adapter.py');
  const files = [
    script,
    join(model.base, 'model.safetensors'),
    join(model.base, 'config.json'),
    join(model.base, 'tokenizer.json'),
    join(model.adapter, 'adapter_model.safetensors'),
    join(model.adapter, 'adapter_config.json'),
  ];
  const missing = files.find((path) => !existsSync(path));
  if (missing) throw new StackError(`the model ${model.name} lacks ${missing}`);
  const merged = cachePath('models', `${model.name}-${hashOf(files).slice(0, 12)}`);
  if (existsSync(join(merged, 'model.safetensors'))) return merged;
  await progress.step(`Model ${model.name}`, async (note) => {
    note('merging the adapter into the base');
    mkdirSync(dirname(merged), { recursive: true });
    const options = { logFile, what: `merging the adapter of ${model.name}` };
    await run(pythonProgram('python'), [script, model.base, model.adapter as string, merged], options);
    note('merged');
  });
  return merged;
}

/** The path of ruff, installed into the cache from deploy/vllm/ruff.txt. */
export async function ensureRuff(): Promise<string> {
  const folder = cachePath('ruff');
  const ruff = join(folder, 'bin', 'ruff');
  const requirements = rootPath('deploy', 'vllm', 'ruff.txt');
  const stampFile = join(folder, 'stamp');
  const stamp = hashOf([requirements]);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return ruff;
  const uv = await ensureUv(() => {});
  rmSync(folder, { recursive: true, force: true });
  const options = { logFile, what: 'installing ruff' };
  await run(uv, ['venv', '--no-project', folder], options);
  const install = ['pip', 'install', '--python', join(folder, 'bin', 'python'), '--require-hashes'];
  await run(uv, [...install, '-r', requirements], options);
  writeFileSync(stampFile, stamp);
  return ruff;
}

/** Bringing a version of the registry onto this machine: its own files from the object store, what it shares from the version that it was trained on. */
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { copyFile, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { CALIBRATION_FILE, CalibrationSchema } from '../shared/calibration.ts';
import { modelSettings } from '../shared/config.ts';
import type { Database } from '../shared/database/database.ts';
import { findVersion, type RegisteredVersion, type VersionFile } from '../shared/database/registry.ts';
import { failure } from '../shared/failures.ts';
import { loadModel } from '../shared/model.ts';
import { type ModelCard, parseModelName } from '../shared/model-card.ts';
import { modelFolder } from '../shared/model-folder.ts';
import type { ObjectStore } from '../shared/objects/object-store.ts';
import { sha256 } from '../shared/packet.ts';

export interface FetchDeps {
  database: Database;
  objects: ObjectStore;
}

/** Files of a trained version that are its own; the rest follows from the version that it was trained on. */
export const OWN_FILES = {
  config: 'adapter/adapter_config.json',
  weights: 'adapter/adapter_model.safetensors',
  calibration: CALIBRATION_FILE,
} as const;

/** Makes the version's folder, each file checked by its hash. Fails with `AdapterRefused`, `ObjectMissing`, `ModelMissing`. */
export async function fetchVersion(
  { name, base, card, files }: Pick<RegisteredVersion, 'name' | 'base' | 'card' | 'files'>,
  objects: ObjectStore,
): Promise<string> {
  if (base === null) throw failure('ModelMissing', 'a version that ships is not on this machine');
  const folder = join(resolve(modelSettings().fetched), name);
  if (isWhole(folder, card)) return folder;
  if (existsSync(join(folder, 'model.json'))) {
    // Its confidence was fitted after this machine had fetched it.
    const calibration = files.find(({ path }) => path === CALIBRATION_FILE);
    if (calibration) await place(folder, calibration, objects);
    return folder;
  }
  const part = `${folder}.${randomUUID()}.part`;
  try {
    await mkdir(part, { recursive: true });
    for (const file of files) await place(part, file, objects);
    await shareWith(base, part, card);
    await writeFile(join(part, 'model.json'), `${JSON.stringify(withoutExtractor(card), null, 2)}\n`);
    await rename(part, folder).catch((error: unknown) => {
      // Another process of this machine was first.
      if (!existsSync(join(folder, 'model.json'))) throw error;
    });
    return folder;
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}

function isWhole(folder: string, { calibration }: ModelCard): boolean {
  if (!existsSync(join(folder, 'model.json'))) return false;
  if (calibration === null) return true;
  const file = join(folder, CALIBRATION_FILE);
  return (
    existsSync(file) && CalibrationSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).name === calibration
  );
}

async function place(
  folder: string,
  { path, object, sha256: hash }: VersionFile,
  objects: ObjectStore,
): Promise<void> {
  const bytes = await objects.get(object);
  if (sha256(bytes) !== hash) throw failure('AdapterRefused', `${path} is not what its checksum says`);
  const target = join(folder, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(`${target}.${process.pid}.part`, bytes);
  await rename(`${target}.${process.pid}.part`, target);
}

/** Weights and tokenizer of the base are linked, the small files of its card copied. */
async function shareWith(base: string, folder: string, card: ModelCard): Promise<void> {
  const shipped = loadModel(base);
  if (card.serving.weights === 'here' && shipped.weights && shipped.card.serving.weights === 'here') {
    await symlink(shipped.weights.base, join(folder, card.serving.base));
    await copyFile(
      join(shipped.folder, shipped.card.serving.chatTemplate),
      join(folder, card.serving.chatTemplate),
    );
  }
  if (shipped.card.instruction !== null && card.instruction !== null)
    await copyFile(join(shipped.folder, shipped.card.instruction), join(folder, card.instruction));
}

const withoutExtractor = ({ extractor: _extractor, ...card }: ModelCard) => card;

/** Sees to it that a version which an activity names is on this machine; shipped ones are. Fails as `fetchVersion` does. */
export function versionFetcher({ database, objects }: FetchDeps): (version: NamedVersion) => Promise<void> {
  const known = new Set<string>();
  return async ({ name, calibration }) => {
    const key = `${name} ${calibration ?? ''}`;
    if (known.has(key)) return;
    const { base: own } = parseModelName(name);
    const settings = modelSettings();
    const shipped = existsSync(join(resolve(settings.folder), own, 'model.json'));
    if (!shipped) {
      const version = await findVersion(database, own);
      if (!version) throw failure('ModelMissing', 'the registry does not know this version');
      await fetchVersion(version, objects);
    }
    if (existsSync(join(modelFolder(own, settings), 'model.json'))) known.add(key);
  };
}

export interface NamedVersion {
  name: string;
  calibration: string | null;
}

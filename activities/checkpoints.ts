/** Checkpoints of a training, kept in the object store so that another machine can go on from them. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ApplicationFailure } from '@temporalio/common';
import { failure } from '../shared/failures.ts';
import { objectKeys } from '../shared/object-keys.ts';
import { getJson, type ObjectStore, putJson } from '../shared/objects/object-store.ts';
import { sha256 } from '../shared/packet.ts';

/** The files of the last whole checkpoint, by their path in the training's folder. */
interface Kept {
  checkpoint: string;
  files: { path: string; sha256: string }[];
}

const LIST = 'checkpoint.json';
const CHECKPOINTS = 'checkpoints';
/** The best adapter so far: a checkpoint knows that it was the best, not its weights. */
const BEST = 'adapter';

/** The newest checkpoint that is whole: a file that was renamed into place, or a folder whose state is written last. */
export function newestCheckpoint(folder: string): string | null {
  const all = join(folder, CHECKPOINTS);
  if (!existsSync(all)) return null;
  const whole = readdirSync(all).filter(
    (name) =>
      /^step-\d+\.pt$/.test(name) ||
      (/^checkpoint-\d+$/.test(name) && existsSync(join(all, name, 'trainer_state.json'))),
  );
  const stepOf = (name: string): number => Number(/\d+/.exec(name)?.[0]);
  return whole.sort((a, b) => stepOf(b) - stepOf(a))[0] ?? null;
}

/** Keeps the training's newest checkpoint; one that is kept already is not written again. Fails with `StoreUnavailable`. */
export async function keepCheckpoint(run: string, folder: string, objects: ObjectStore): Promise<void> {
  const checkpoint = newestCheckpoint(folder);
  const before = await keptOf(run, objects);
  if (checkpoint === null || before?.checkpoint === checkpoint) return;
  const paths = [join(CHECKPOINTS, checkpoint), BEST].flatMap((path) => filesUnder(folder, path));
  const files: Kept['files'] = [];
  for (const path of paths) {
    const bytes = await readFile(join(folder, path)).catch(() => null);
    // The trainer removes old ones; then there is a newer one to keep.
    if (!bytes) return;
    await objects.put(objectKeys.run(run, path), bytes);
    files.push({ path, sha256: sha256(bytes) });
  }
  await putJson(objects, objectKeys.run(run, LIST), { checkpoint, files } satisfies Kept);
  for (const { path } of before?.files ?? [])
    if (!paths.includes(path)) await objects.delete(objectKeys.run(run, path));
}

/** Brings the kept checkpoint to a machine that has none. A damaged one is left: training then starts anew. */
export async function restoreCheckpoint(run: string, folder: string, objects: ObjectStore): Promise<void> {
  if (newestCheckpoint(folder) !== null) return;
  const kept = await keptOf(run, objects);
  if (!kept) return;
  const contents: [string, Uint8Array][] = [];
  for (const { path, sha256: hash } of kept.files) {
    const bytes = await objects.get(objectKeys.run(run, path));
    if (sha256(bytes) !== hash) return;
    contents.push([path, bytes]);
  }
  for (const [path, bytes] of contents) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
}

/** Removes what is kept of a run that has ended. */
export async function forgetCheckpoint(run: string, objects: ObjectStore): Promise<void> {
  const kept = await keptOf(run, objects);
  for (const { path } of kept?.files ?? []) await objects.delete(objectKeys.run(run, path));
  await objects.delete(objectKeys.run(run, LIST));
}

async function keptOf(run: string, objects: ObjectStore): Promise<Kept | null> {
  try {
    return await getJson<Kept>(objects, objectKeys.run(run, LIST));
  } catch (error) {
    if (error instanceof ApplicationFailure && error.type === 'ObjectMissing') return null;
    throw error;
  }
}

function filesUnder(folder: string, path: string): string[] {
  const full = join(folder, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full).flatMap((name) => filesUnder(folder, join(path, name)));
}

/** The bytes of an object, which must have this hash. Fails with `DataSetDamaged`. */
export async function checkedObject(
  objects: ObjectStore,
  { object, sha256: hash }: { object: string; sha256: string },
): Promise<Uint8Array> {
  const bytes = await objects.get(object);
  if (sha256(bytes) !== hash)
    throw failure('DataSetDamaged', 'a part of the data set is not what its checksum says');
  return bytes;
}

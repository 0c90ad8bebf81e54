import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ModelSettings } from './config.ts';

/** The folder of a model version: among those that ship, else where fetched ones lie; that of the first where there is none. */
export function modelFolder(name: string, settings: Pick<ModelSettings, 'folder' | 'fetched'>): string {
  const [shipped, fetched] = [settings.folder, settings.fetched].map((folder) =>
    join(resolve(folder), name),
  ) as [string, string];
  const isThere = (folder: string): boolean => existsSync(join(folder, 'model.json'));
  return !isThere(shipped) && isThere(fetched) ? fetched : shipped;
}

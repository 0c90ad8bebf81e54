/** Where the stack keeps things: what can be fetched again in `.cache`, what must be kept in `.data`. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

export const rootPath = (...parts: string[]): string => join(ROOT, ...parts);
export const cachePath = (...parts: string[]): string => join(ROOT, '.cache', ...parts);

/** The default place of everything that a stack writes; tests name another one. */
export const DATA_FOLDER = join(ROOT, '.data');

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { SubmittedFile } from '../../shared/submit.ts';
import { CommandRefused } from './outcome.ts';

/** The files of one packet; of a folder all documents in it, by name. */
export function readPacketFiles(paths: string[]): SubmittedFile[] {
  const files = paths.flatMap((path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) throw new CommandRefused(`${path}: there is no such file`);
    if (!stat.isDirectory()) return [path];
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
      .map((entry) => join(path, entry.name))
      .sort();
  });
  if (files.length === 0) throw new CommandRefused('the folder holds no documents');
  return files.map((path) => ({ name: basename(path), bytes: readFileSync(path) }));
}

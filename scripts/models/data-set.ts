/** Labelled claims from a file, and the documents of each. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { DatasetError, type LabelledPacket, parseLabelLines } from '../../shared/evaluation/labels.ts';
import type { SubmittedFile } from '../../shared/submit.ts';
import { StackError } from '../stack/exec.ts';

/** The first `limit` packets of the file. Throws `StackError` with a sentence that names the file and the line. */
export function readDataset(file: string, limit = Number.POSITIVE_INFINITY): LabelledPacket[] {
  try {
    return parseLabelLines(readFileSync(file, 'utf8')).slice(0, limit);
  } catch (error) {
    if (error instanceof DatasetError) throw new StackError(`${file}, ${error.message}`);
    throw new StackError(`${file}: it cannot be read (${error instanceof Error ? error.message : error})`);
  }
}

/** The packet's documents; paths are relative to the data set's file, text is a document of its own. */
export function filesOf({ id, packet }: LabelledPacket, dataset: string): Promise<SubmittedFile[]> {
  if ('text' in packet)
    return Promise.resolve([{ name: `${basename(id)}.txt`, bytes: Buffer.from(packet.text) }]);
  return Promise.all(
    packet.documents.map(async (path) => ({
      name: path,
      bytes: await readFile(join(dirname(dataset), path)).catch(() => {
        throw new StackError(`${dataset}, claim ${id}: the document ${path} cannot be read`);
      }),
    })),
  );
}

/** Which packets `npm start` runs, and what their labels say. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { z } from 'zod';
import { type Claim, ClaimSchema, FIELD_KEYS, type FieldKey } from '../../shared/claim-fields.ts';
import { StackError } from '../stack/exec.ts';
import { rootPath } from '../stack/paths.ts';

export interface Packet {
  /** For the person who watches; never a claim's id. */
  name: string;
  files: string[];
  label: Label | null;
}

export interface Label {
  expected: Claim;
  /** Fields whose label is a judgement. */
  uncertain: FieldKey[];
}

const LabelLineSchema = z.object({
  id: z.string(),
  documents: z.array(z.string()).min(1).optional(),
  expected: ClaimSchema,
  uncertain: z.array(z.enum(FIELD_KEYS as [FieldKey, ...FieldKey[]])).default([]),
});

/** The files of a folder, deep, in the order of their names; hidden ones are left out. */
function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !join(entry.parentPath, entry.name).includes('/.'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The labelled packets of examples/: a folder each, or the documents that the label names. */
export function examplePackets(folder = rootPath('examples')): Packet[] {
  const labels = join(folder, 'labels.jsonl');
  if (!existsSync(labels)) throw new StackError(`there are no examples: ${labels} is missing`);
  const lines = readFileSync(labels, 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (!line.trim()) return [];
    const parsed = LabelLineSchema.safeParse(JSON.parse(line));
    if (!parsed.success)
      throw new StackError(
        `${labels}, line ${index + 1}: ${parsed.error.issues[0]?.path.join('.')} is wrong`,
      );
    const { id, documents, expected, uncertain } = parsed.data;
    const files = documents?.map((path) => join(folder, path)) ?? filesOf(join(folder, id));
    return [{ name: id, files, label: { expected, uncertain } }];
  });
}

/** The packets that the arguments name: a folder is one packet, a file too. */
export function namedPackets(paths: string[]): Packet[] {
  return paths.map((path) => {
    const full = resolve(path);
    const stat = statSync(full, { throwIfNoEntry: false });
    if (!stat) throw new StackError(`${path}: there is no such file or folder`);
    const files = stat.isDirectory() ? filesOf(full) : [full];
    if (files.length === 0) throw new StackError(`${path}: the folder holds no files`);
    return { name: basename(full, stat.isDirectory() ? '' : extname(full)), files, label: null };
  });
}

/** Labelled claims from before this system, brought to where data sets are made: documents sealed into the store, labels into the database. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { FIELD_KEYS, type FieldKey } from '../../shared/claim-fields.ts';
import { ClaimIdSchema } from '../../shared/contracts.ts';
import { insertImported } from '../../shared/database/imported-claims.ts';
import { migrate } from '../../shared/database/migrate.ts';
import { storeDocuments } from '../../shared/submit.ts';
import type { Office } from '../claims/office.ts';
import { CommandRefused, type Invocation, type Outcome } from '../claims/outcome.ts';

/** Values may be written in any form: making a data set standardises them. */
const LineSchema = z
  .object({
    id: ClaimIdSchema,
    documents: z.array(z.string().min(1)).min(1).optional(),
    text: z.string().min(1).optional(),
    expected: z.record(z.string(), z.unknown()),
    answer: z.unknown().optional(),
    uncertain: z.array(z.enum(FIELD_KEYS as [FieldKey, ...FieldKey[]])).default([]),
  })
  .refine(({ documents, text }) => (documents === undefined) !== (text === undefined), {
    message: 'a line has either documents or text',
  });
type Line = z.infer<typeof LineSchema>;

/** All lines are looked at before the first is kept. The same file again changes nothing. */
export async function importCommand(
  office: Office,
  { arguments: [file], tenant }: Invocation,
): Promise<Outcome> {
  const path = file as string;
  const lines = parseLines(path, await readFile(path, 'utf8').catch(() => refuse(`${path} cannot be read`)));
  await migrate(office.database);
  let changed = 0;
  for (const line of lines) {
    const documents = await storeDocuments(office.objects, tenant, await filesOf(line, path));
    const { id: claimId, expected: labels, uncertain, answer } = line;
    if (await insertImported(office.database, { tenant, claimId, labels, uncertain, answer, documents }))
      changed += 1;
  }
  return {
    json: { claims: lines.length, changed },
    text: `${lines.length} labelled claims, ${changed} of them new or changed\nnext: npm run models -- curate`,
  };
}

function refuse(sentence: string): never {
  throw new CommandRefused(sentence);
}

function parseLines(path: string, text: string): Line[] {
  const seen = new Set<string>();
  const lines = text.split('\n').flatMap((line, index): Line[] => {
    if (line.trim() === '') return [];
    const parsed = LineSchema.safeParse(jsonOf(line));
    const [issue] = parsed.error?.issues ?? [];
    if (issue) refuse(`${path}, line ${index + 1}: ${issue.path.join('.') || 'it'}: ${issue.message}`);
    const { data } = parsed as { data: Line };
    if (seen.has(data.id)) refuse(`${path}, line ${index + 1}: the id ${data.id} is there twice`);
    seen.add(data.id);
    return [data];
  });
  return lines.length > 0 ? lines : refuse(`${path} holds no claim`);
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

const filesOf = ({ id, text, documents = [] }: Line, path: string) =>
  text !== undefined
    ? Promise.resolve([{ name: `${id}.txt`, bytes: Buffer.from(text) }])
    : Promise.all(
        documents.map(async (name) => ({
          name,
          bytes: await readFile(join(dirname(path), name)).catch(() =>
            refuse(`claim ${id}: the document ${name} cannot be read`),
          ),
        })),
      );

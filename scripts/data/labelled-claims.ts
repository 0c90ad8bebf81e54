/** Labelled claims as `generate` writes them, read line by line. */
import { createReadStream, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { ClaimSchema, FIELD_KEYS, modelAnswerSchema } from '../../shared/claim-fields.ts';
import type { FullAnswer } from '../../shared/extractors/chunk-answers.ts';
import { StackError } from '../stack/exec.ts';

const SpanSchema = z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]);

const LabelledClaimSchema = z
  .object({
    id: z.string().min(1),
    text: z.string().min(1).optional(),
    documents: z.array(z.string().min(1)).min(1).optional(),
    expected: ClaimSchema,
    answer: modelAnswerSchema({ format: 'verbatim', reasons: false }) as unknown as z.ZodType<FullAnswer>,
    reasoning: z.string().default(''),
    spans: z.partialRecord(z.enum(FIELD_KEYS), z.array(SpanSchema)).optional(),
    layout: z.string().default(''),
    split: z.string().default(''),
  })
  .refine(({ text, documents }) => (text === undefined) !== (documents === undefined), {
    message: 'a line has either text or documents',
  });
export type LabelledClaim = z.infer<typeof LabelledClaimSchema>;

const REMEDY = 'mend or remove the line, or write the file again with "npm run data -- generate"';

/** The claims of the file in its order, one at a time. Throws `StackError` that names the file, the line and what to do. */
export async function* labelledClaims(file: string): AsyncGenerator<LabelledClaim> {
  if (!existsSync(file)) throw new StackError(`${file}: there is no such file; name one with --dataset`);
  const lines = createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    yield parseClaim(line, `${file}:${number}`);
  }
}

/** How many claims the file holds; every line has been looked at and every document is there. Throws as `labelledClaims` does. */
export async function countClaims(file: string): Promise<number> {
  const seen = new Set<string>();
  for await (const { id, documents = [] } of labelledClaims(file)) {
    if (seen.has(id)) throw new StackError(`${file}: the id ${id} is there twice; give one of them another`);
    seen.add(id);
    const missing = documents.find((path) => !existsSync(join(dirname(file), path)));
    if (missing)
      throw new StackError(
        `${file}, claim ${id}: the document ${missing} is missing; put it beside the file`,
      );
  }
  if (seen.size === 0) throw new StackError(`${file}: it holds no claim; ${REMEDY}`);
  return seen.size;
}

function parseClaim(line: string, place: string): LabelledClaim {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw new StackError(`${place}: it is not JSON; ${REMEDY}`);
  }
  const parsed = LabelledClaimSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const at = issue?.path.join('.');
  throw new StackError(
    `${place}: ${at ? `${at}: ` : ''}${issue?.message ?? 'it has another form'}; ${REMEDY}`,
  );
}

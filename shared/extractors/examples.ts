/** Examples that a prompt shows: read from a committed file, and chosen so that they fit. Pure. */
import { z } from 'zod';
import { type AnswerFormat, type ModelAnswer, modelAnswerSchema } from '../claim-fields.ts';

export interface Example {
  /** Names it in the answers that it helped to give. */
  id: string;
  text: string;
  /** As the model is to write it: compact JSON in the order of the answer's schema. */
  answer: string;
}

const schemas = {
  verbatim: modelAnswerSchema({ format: 'verbatim', reasons: false }),
  normalised: modelAnswerSchema({ format: 'normalised', reasons: false }),
} as const satisfies Record<AnswerFormat, z.ZodType<ModelAnswer>>;

/** The answer as an example writes it. Throws a `ZodError` for one of another form. */
export const writtenAnswer = (answer: unknown, format: AnswerFormat): string =>
  JSON.stringify(schemas[format].parse(answer));

const LineSchema = z.object({ id: z.string().optional(), text: z.string().min(1), answer: z.unknown() });

/** The examples of a JSON Lines file, `{"text", "answer"}` each. Throws an `Error` that names the line. */
export function parseExamples(lines: string, format: AnswerFormat): Example[] {
  return lines.split('\n').flatMap((line, index): Example[] => {
    if (line.trim() === '') return [];
    try {
      const { id, text, answer } = LineSchema.parse(JSON.parse(line));
      return [{ id: id ?? `example-${index + 1}`, text, answer: writtenAnswer(answer, format) }];
    } catch (cause) {
      throw new Error(`examples.jsonl, line ${index + 1}: it is no example of a ${format} answer`, { cause });
    }
  });
}

/** The first examples that fit together; one that is too long gives way to those behind it. */
export function fittingExamples(
  examples: readonly Example[],
  limits: { tokens: number; atMost: number; tokensOf: (example: Example) => number },
): Example[] {
  const chosen: Example[] = [];
  let left = limits.tokens;
  for (const example of examples) {
    if (chosen.length === limits.atMost) break;
    const tokens = limits.tokensOf(example);
    if (tokens > left) continue;
    chosen.push(example);
    left -= tokens;
  }
  return chosen;
}

/** A model's answer to one chunk: the schema it is asked for, and what a reply holds. */
import { z } from 'zod';
import type { ChunkAnswer, ModelVersion, ValueScore } from '../shared/answers.ts';
import {
  FIELD_KEYS,
  type FieldKey,
  type FieldValue,
  fieldSpec,
  isFieldKey,
  type ModelAnswer,
  modelAnswerSchema,
  NO_COVERAGE_FACTS,
} from '../shared/claim-fields.ts';
import { answerScores, LOWEST_LOGPROB } from '../shared/domain/answer-scores.ts';
import type { ModelCard } from '../shared/model-card.ts';
import type { EngineReply } from './engine.ts';

type Limits = ModelCard['maxValueChars'];
type Schema = { [key: string]: unknown };

const schemas = new Map<string, { parse: z.ZodType<ModelAnswer>; json: Schema }>();

function answerSchema({ answerFormat, reasons, maxValueChars }: ModelCard): {
  parse: z.ZodType<ModelAnswer>;
  json: Schema;
} {
  const name = JSON.stringify([answerFormat, reasons, maxValueChars]);
  const known = schemas.get(name);
  if (known) return known;
  const parse = modelAnswerSchema({ format: answerFormat, reasons });
  const schema = { parse, json: limitedSchema(parse, maxValueChars) };
  schemas.set(name, schema);
  return schema;
}

/** Names in a list, where the card limits values: more than any claim states, too few for a repetition to fill the answer. */
const NAMES_AT_MOST = 12;
/** Of one name with its role, likewise. */
const NAME_CHARS_AT_MOST = 80;

/** The JSON Schema of the answer, with the card's limits on strings and lists. */
function limitedSchema(parse: z.ZodType<ModelAnswer>, limits: Limits): Schema {
  const limited = z.toJSONSchema(parse, {
    override: ({ jsonSchema, path }) => {
      if (!limits) return;
      const [, key = ''] = path.map(String);
      const isString = [jsonSchema.type].flat().some((type) => type === 'string');
      if (isString && !jsonSchema.enum) jsonSchema.maxLength = limitOf(key, limits);
      if (jsonSchema.type === 'array') jsonSchema.maxItems = NAMES_AT_MOST;
    },
  });
  const { $schema: _dialect, ...json } = limited;
  return json;
}

function limitOf(key: string, limits: NonNullable<Limits>): number {
  const kind = isFieldKey(key) ? fieldSpec(key).kind : null;
  if (key === 'reasoning' || kind === 'text') return limits.text;
  return kind === 'names' ? Math.min(NAME_CHARS_AT_MOST, limits.other) : limits.other;
}

/** The JSON Schema that a model version's answer follows, as the model server gets it. */
export const answerJsonSchema = (card: ModelCard): Schema => answerSchema(card).json;

/** The answer that the reply holds, or why it holds none. */
export function readAnswer(
  reply: Pick<EngineReply, 'text' | 'finish'>,
  card: ModelCard,
): ModelAnswer | 'AnswerTruncated' | 'AnswerInvalid' {
  if (reply.finish === 'length') return 'AnswerTruncated';
  let json: unknown;
  try {
    json = JSON.parse(reply.text);
  } catch {
    return 'AnswerInvalid';
  }
  const parsed = answerSchema(card).parse.safeParse(json);
  return parsed.success ? parsed.data : 'AnswerInvalid';
}

/** The answer as it is stored, with a score for every value. */
export function chunkAnswer(
  chunk: string,
  model: ModelVersion,
  card: ModelCard,
  answer: ModelAnswer,
  reply: EngineReply,
): ChunkAnswer {
  const { exclusions, exclusion_scope, fault_disputed, adjuster_finding } = {
    ...NO_COVERAGE_FACTS,
    ...answer,
  };
  return {
    chunk,
    model: model.name,
    promptVersion: model.promptVersion,
    values: Object.fromEntries(FIELD_KEYS.map((key) => [key, answer[key]])) as Record<FieldKey, FieldValue>,
    facts: { exclusions, exclusion_scope, fault_disputed, adjuster_finding },
    reasoning: answer.reasoning ?? null,
    scores: scoresOf(answer, reply, card.maxValueChars),
    usage: reply.usage,
  };
}

/** The tokens of a value that was cut off at the limit say nothing about it: it scores lowest. */
function scoresOf(answer: ModelAnswer, reply: EngineReply, limits: Limits): Record<FieldKey, ValueScore> {
  const scores = answerScores(reply.text, reply.tokens);
  for (const key of FIELD_KEYS) {
    const limit = limits ? limitOf(key, limits) : Number.POSITIVE_INFINITY;
    const cut = [answer[key]].flat().some((value) => typeof value === 'string' && [...value].length >= limit);
    if (cut) scores[key] = { ...scores[key], mean: LOWEST_LOGPROB, min: LOWEST_LOGPROB };
  }
  return scores;
}

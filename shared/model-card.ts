/** The card of a model version, `models/<name>/model.json`, and the versions that follow from it. Pure. */
import { z } from 'zod';
import type { Extractor, ModelVersion } from './answers.ts';
import { ANSWER_FORMATS } from './claim-fields.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256, 64 hexadecimal digits');
export const ModelNameSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9.-]{0,63}$/, 'must be 1 to 64 of a-z, 0-9, dot and dash');
/** Hosted models have names with slashes, colons and capitals. */
export const ServedNameSchema = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._:/@-]{0,199}$/, 'must be the name of a model, without spaces');
const count = z.number().int().positive();
const usd = z.number().nonnegative();

/** What vLLM is told about weights on this machine. */
const served = {
  loraRank: count.nullable(),
  dtype: z.enum(['bfloat16', 'float16', 'float32', 'auto']),
  stop: z.array(z.string()),
};

const ServingSchema = z.union([
  z.strictObject({
    /** Base, adapter and template lie beside the card, under these paths. */
    weights: z.literal('here').default('here'),
    base: z.string(),
    adapter: z.string().nullable(),
    chatTemplate: z.string(),
    ...served,
  }),
  z.strictObject({
    /** Too large to ship: the settings MODEL_WEIGHTS and MODEL_ADAPTER name their folders; the chat template is their tokenizer's. */
    weights: z.literal('setting'),
    ...served,
  }),
  z.strictObject({
    /** Hosted behind an OpenAI-compatible API; the settings REMOTE_MODEL_… name it. */
    weights: z.literal('remote'),
    /** How it can be held to an answer's form: the schema itself, only that it is JSON, or not at all. */
    answers: z.enum(['json_schema', 'json_object', 'text']),
    logprobs: z.boolean(),
    /** The name under which it takes the limit of an answer. */
    limit: z.enum(['max_tokens', 'max_completion_tokens']),
    stop: z.array(z.string()),
  }),
]);

const FewshotSchema = z.strictObject({
  /** The name under which the base answers, without the adapter. */
  servedName: ServedNameSchema,
  /** What the examples of a prompt may take, template included. */
  exampleTokens: count,
  examplesAtMost: count,
  /** Default: as without examples. */
  chunkTokens: count.optional(),
  maxOutputTokens: count.optional(),
});

export const ModelCardSchema = z
  .strictObject({
    name: ModelNameSchema,
    servedName: ServedNameSchema,
    promptVersion: z.string().min(1),
    answerFormat: z.enum(ANSWER_FORMATS),
    reasons: z.boolean(),
    /** File of the system message beside the card; `null`: the model needs none. */
    instruction: z.string().nullable().default(null),
    contextTokens: count,
    maxOutputTokens: count,
    /** A chunk holds no more than this, even where the context leaves more room. */
    chunkTokens: count.optional(),
    calibration: z.string().nullable(),
    /** Tokens that the chat template adds to one document and its answer, the instruction left out. */
    templateTokens: z.number().int().nonnegative(),
    /**
     * Characters that the grammar leaves a value, so that a model which repeats itself still comes to
     * the end of its answer. A value that reaches the limit counts as cut off. `null`: no limit, for
     * servers whose grammar knows none.
     */
    maxValueChars: z.strictObject({ text: count, other: count }).nullable(),
    sampling: z.strictObject({
      temperature: z.number().min(0).max(2),
      topP: z.number().positive().max(1),
      /** What each time that a token was said takes from its logit. */
      frequencyPenalty: z.number().min(0).max(2).default(0),
      /** What each further token of a repetition takes from the next one's logit (deploy/vllm/loop_penalty.py). */
      loopPenalty: z.number().min(0).max(10).default(0),
    }),
    serving: ServingSchema,
    /** How the base is asked with examples in the prompt; absent: it cannot be. */
    fewshot: FewshotSchema.optional(),
    /** Where tokens are paid for; absent: the machine's hour is. */
    prices: z.strictObject({ usdPerMillionInputTokens: usd, usdPerMillionOutputTokens: usd }).optional(),
    maturity: z.enum(['demonstration', 'candidate', 'production']),
    licence: z.string().min(1),
    origin: z.string().min(1),
    /** Of the files that decide an answer, by path beside the card; the tokenizer among them. */
    sha256: z.record(z.string(), sha256),
  })
  .refine((card) => card.maxOutputTokens + card.templateTokens < card.contextTokens, {
    message: 'the context leaves no room for a document',
    path: ['contextTokens'],
  })
  .refine((card) => card.serving.weights !== 'remote' || card.sampling.loopPenalty === 0, {
    message: 'a hosted model knows no loop penalty: leave it out',
    path: ['sampling', 'loopPenalty'],
  });
export type ModelCard = z.infer<typeof ModelCardSchema> & { extractor: Extractor };

/** The versions that ask a base with examples; their names end in this. */
export const DERIVED = ['fewshot', 'retrieval'] as const satisfies readonly Extractor[];

/** `embedded-1.fewshot` is `embedded-1` asked in another way. */
export function parseModelName(name: string): { base: string; extractor: Extractor } {
  const extractor = DERIVED.find((way) => name.endsWith(`.${way}`));
  return extractor
    ? { base: name.slice(0, -extractor.length - 1), extractor }
    : { base: name, extractor: 'finetuned' };
}

/**
 * The card of a version that asks the base with examples: another name, no adapter, no reasoning (the
 * base never saw any), no calibration. `examples` tells one set of committed examples from another.
 * `null` where the card says nothing about examples.
 */
export function derivedCard(
  card: ModelCard,
  extractor: (typeof DERIVED)[number],
  examples: string | null,
): ModelCard | null {
  const { fewshot, serving, chunkTokens, ...rest } = card;
  if (!fewshot) return null;
  const limit = fewshot.chunkTokens ?? chunkTokens;
  return {
    ...rest,
    extractor,
    name: `${card.name}.${extractor}`,
    servedName: fewshot.servedName,
    promptVersion: [card.promptVersion, extractor, ...(examples === null ? [] : [examples])].join('.'),
    reasons: false,
    calibration: null,
    maxOutputTokens: fewshot.maxOutputTokens ?? card.maxOutputTokens,
    ...(limit === undefined ? {} : { chunkTokens: limit }),
    serving: serving.weights === 'here' ? { ...serving, adapter: null } : serving,
    fewshot,
  };
}

/** What a chunk may hold, in tokens, beside an instruction of this length; not positive where nothing fits. */
export function chunkTokensOf(card: ModelCard, instructionTokens: number): number {
  const examples = card.extractor === 'finetuned' ? 0 : (card.fewshot?.exampleTokens ?? 0);
  const room = card.contextTokens - card.maxOutputTokens - card.templateTokens - instructionTokens - examples;
  return Math.min(room, card.chunkTokens ?? room);
}

/** The name under which the base of a version answers, without its adapter. */
export const baseServedName = (card: Pick<ModelCard, 'servedName' | 'fewshot'>): string =>
  card.fewshot?.servedName ?? `${card.servedName}-base`;

/** What a claim's history keeps of its model version. */
export const modelVersion = (card: ModelCard): ModelVersion => ({
  name: card.name,
  servedName: card.servedName,
  promptVersion: card.promptVersion,
  answerFormat: card.answerFormat,
  reasons: card.reasons,
  contextTokens: card.contextTokens,
  maxOutputTokens: card.maxOutputTokens,
  calibration: card.calibration,
  ...(card.extractor === 'finetuned' ? {} : { extractor: card.extractor }),
});

/** Model versions as they lie under `models/`: card, prompt limits and the tokenizer that counts for them. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Tokenizer } from '@huggingface/tokenizers';
import { z } from 'zod';
import type { ModelVersion } from './answers.ts';
import { ANSWER_FORMATS } from './claim-fields.ts';
import { neutraliser } from './domain/neutralise.ts';
import { failure } from './failures.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256, 64 hexadecimal digits');
const modelName = z.string().regex(/^[a-z0-9][a-z0-9.-]{0,63}$/, 'must be 1 to 64 of a-z, 0-9, dot and dash');
const count = z.number().int().positive();

/** `models/<name>/model.json`: what asking needs and what serving needs. */
export const ModelCardSchema = z
  .strictObject({
    name: modelName,
    servedName: modelName,
    promptVersion: z.string().min(1),
    answerFormat: z.enum(ANSWER_FORMATS),
    reasons: z.boolean(),
    contextTokens: count,
    maxOutputTokens: count,
    calibration: z.string().nullable(),
    /** Tokens that the chat template adds to a document. */
    templateTokens: z.number().int().nonnegative(),
    /**
     * Characters that the grammar leaves a value, so that a model which repeats itself still comes to
     * the end of its answer. A value that reaches the limit counts as cut off.
     */
    maxValueChars: z.strictObject({ text: count, other: count }),
    sampling: z.strictObject({
      temperature: z.number().min(0).max(2),
      topP: z.number().positive().max(1),
    }),
    serving: z.strictObject({
      /** Folders and files beside the card. */
      base: z.string(),
      adapter: z.string().nullable(),
      loraRank: count.nullable(),
      dtype: z.enum(['bfloat16', 'float16', 'float32', 'auto']),
      chatTemplate: z.string(),
      stop: z.array(z.string()),
    }),
    maturity: z.enum(['demonstration', 'candidate', 'production']),
    licence: z.string().min(1),
    origin: z.string().min(1),
    /** Of the files that decide an answer, by path beside the card; the tokenizer among them. */
    sha256: z.record(z.string(), sha256),
  })
  .refine((card) => card.maxOutputTokens + card.templateTokens < card.contextTokens, {
    message: 'the context leaves no room for a document',
    path: ['contextTokens'],
  });
export type ModelCard = z.infer<typeof ModelCardSchema>;

export interface Model {
  card: ModelCard;
  /** Absolute path of the model's folder. */
  folder: string;
  /** What a chunk may hold, in tokens. */
  chunkTokens: number;
  /** SHA-256 of the tokenizer: a part of every chunk's id. */
  tokenizerSha256: string;
  /** Token ids of document text, without the template's. */
  encode: (text: string) => number[];
  countTokens: (text: string) => number;
  /** The text with the same length in which no control token of this model is left. */
  neutralise: (text: string) => string;
}

/** Finds a model version by its name; `loadModel` is the one that looks under `models/`. */
export type LoadModel = (name: string) => Model;

const loaded = new Map<string, Model>();

/** The model version of this name, read once for each process. Throws `ModelMissing`, and a `ZodError` for a malformed card. */
export function loadModel(name: string): Model {
  const known = loaded.get(name);
  if (known) return known;
  if (!modelName.safeParse(name).success) throw failure('ModelMissing', 'a model name has another form');
  const model = readModel(fileURLToPath(new URL(`../models/${name}/`, import.meta.url)));
  loaded.set(name, model);
  return model;
}

/** The model version with which new claims are read; a claim keeps the one that it started with. */
export const activeModel = (config: { MODEL: string }): Model => loadModel(config.MODEL);

/** What a claim's history keeps of its model version. */
export function modelVersion(card: ModelCard): ModelVersion {
  const {
    name,
    servedName,
    promptVersion,
    answerFormat,
    reasons,
    contextTokens,
    maxOutputTokens,
    calibration,
  } = card;
  return {
    name,
    servedName,
    promptVersion,
    answerFormat,
    reasons,
    contextTokens,
    maxOutputTokens,
    calibration,
  };
}

function readModel(folder: string): Model {
  const card = ModelCardSchema.parse(readJson(`${folder}model.json`));
  const tokenizerFile = `${card.serving.base}/tokenizer.json`;
  const tokenizer = new Tokenizer(
    readJson(`${folder}${tokenizerFile}`),
    readJson(`${folder}${card.serving.base}/tokenizer_config.json`),
  );
  const controlTokens = [...tokenizer.get_added_tokens_decoder().values()]
    .filter((token) => token.special)
    .map((token) => token.content);
  const encode = (text: string): number[] => tokenizer.encode(text, { add_special_tokens: false }).ids;
  return {
    card,
    folder,
    chunkTokens: card.contextTokens - card.maxOutputTokens - card.templateTokens,
    tokenizerSha256: z.string({ error: `no sha256 of ${tokenizerFile}` }).parse(card.sha256[tokenizerFile]),
    encode,
    countTokens: (text) => encode(text).length,
    neutralise: neutraliser(controlTokens),
  };
}

function readJson(path: string): object {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw failure('ModelMissing', 'a file of the model version is not on this machine', { cause });
  }
  return z.record(z.string(), z.unknown()).parse(JSON.parse(text));
}

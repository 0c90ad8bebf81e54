/** Model versions as they lie under `models/`: card, instruction, examples, prompt limits and the tokenizer that counts for them. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Tokenizer } from '@huggingface/tokenizers';
import { z } from 'zod';
import type { Extractor } from './answers.ts';
import { ConfigError, type ModelSettings, modelSettings } from './config.ts';
import { neutraliser } from './domain/neutralise.ts';
import { ESTIMATE, estimateTokens } from './extractors/estimate-tokens.ts';
import { type Example, parseExamples } from './extractors/examples.ts';
import { failure } from './failures.ts';
import {
  chunkTokensOf,
  derivedCard,
  type ModelCard,
  ModelCardSchema,
  ModelNameSchema,
  parseModelName,
  ServedNameSchema,
} from './model-card.ts';
import { modelFolder } from './model-folder.ts';
import { sha256 } from './packet.ts';

export { modelVersion } from './model-card.ts';

export interface Model {
  card: ModelCard;
  /** Absolute path of the model's folder. */
  folder: string;
  /** Absolute paths of the weights; `null`: hosted elsewhere, or no setting says where they are. */
  weights: { base: string; adapter: string | null } | null;
  /** The system message. */
  instruction: string | null;
  /** Committed examples of a few-shot version, best first. */
  examples: readonly Example[];
  /** What a chunk may hold, in tokens. */
  chunkTokens: number;
  /** SHA-256 of the tokenizer, or of the way of estimating without one: a part of every chunk's id. */
  tokenizerSha256: string;
  /** Tokens of document text, without the template's; estimated, rather too many, where no tokenizer is on this machine. */
  countTokens: (text: string) => number;
  /** The text with the same length in which no control token of this model is left. */
  neutralise: (text: string) => string;
}

/** Finds a model version by its name; `loadModel` is the one that looks in the models folder. */
export type LoadModel = (name: string) => Model;

const loaded = new Map<string, Model>();

/**
 * The model version of this name, read once for each process; `NAME.fewshot` and `NAME.retrieval` ask the
 * base of `NAME` with examples. Throws `ModelMissing`, `ConfigError` where a setting that the model needs
 * is missing, and a `ZodError` for a malformed card.
 */
export function loadModel(name: string): Model {
  const known = loaded.get(name);
  if (known) return known;
  if (!ModelNameSchema.safeParse(name).success)
    throw failure('ModelMissing', 'a model name has another form');
  const { base, extractor } = parseModelName(name);
  const settings = modelSettings();
  const model = readModel({ folder: modelFolder(base, settings), extractor, settings });
  loaded.set(name, model);
  return model;
}

/** The model version with which new claims are read; a claim keeps the one that it started with. */
export const activeModel = (config: { MODEL: string }): Model => loadModel(config.MODEL);

/** File of a few-shot version's examples, beside the card. */
const EXAMPLES = 'examples.jsonl';
const DIGEST_LENGTH = 8;
/** Folder of a trained version's adapter, beside the card. */
export const ADAPTER_FOLDER = 'adapter';

/** The model version that lies in `folder`, asked in this way. Throws as `loadModel` does. */
export function readModel(options: { folder: string; extractor: Extractor; settings: ModelSettings }): Model {
  const { folder, extractor, settings } = options;
  const own = withSettings(
    { ...ModelCardSchema.parse(readJson(join(folder, 'model.json'))), extractor: 'finetuned' as const },
    settings,
  );
  const lines = own.fewshot && extractor === 'fewshot' ? readText(join(folder, EXAMPLES)) : null;
  const card =
    extractor === 'finetuned'
      ? own
      : derivedCard(own, extractor, lines === null ? null : sha256(lines).slice(0, DIGEST_LENGTH));
  if (!card)
    throw failure('ModelMissing', `the card of ${own.name} does not say how it is asked with examples`);

  const weights = weightsOf(card, folder, settings);
  const counting = countingOf(card, weights?.base ?? null);
  const instruction = card.instruction === null ? null : readText(join(folder, card.instruction)).trim();
  const chunkTokens = chunkTokensOf(card, instruction === null ? 0 : counting.countTokens(instruction));
  if (chunkTokens <= 0)
    throw new ConfigError(`the card of ${card.name}: instruction and examples leave no room for a document`);
  return {
    card,
    folder,
    weights,
    instruction,
    examples: lines === null ? [] : parseExamples(lines, card.answerFormat),
    chunkTokens,
    ...counting,
  };
}

/** A hosted model's name and prices are the installation's; its name is a part of the prompt's version, so that answers of two never mix. */
function withSettings(card: ModelCard, settings: ModelSettings): ModelCard {
  if (card.serving.weights !== 'remote') return card;
  const { fewshot } = card;
  const { servedName, ...prices } = settings.remote(card.name);
  if (!ServedNameSchema.safeParse(servedName).success)
    throw new ConfigError('setting REMOTE_MODEL_NAME: must be the name of a model, without spaces');
  return {
    ...card,
    servedName,
    promptVersion: `${card.promptVersion}@${servedName}`,
    prices,
    ...(fewshot ? { fewshot: { ...fewshot, servedName } } : {}),
  };
}

function weightsOf(card: ModelCard, folder: string, settings: ModelSettings): Model['weights'] {
  const { serving } = card;
  if (serving.weights === 'here')
    return {
      base: join(folder, serving.base),
      adapter: serving.adapter === null ? null : join(folder, serving.adapter),
    };
  if (serving.weights === 'remote' || settings.weights === null) return null;
  if (card.extractor !== 'finetuned') return { base: settings.weights, adapter: null };
  // A version of the registry brings its adapter, on the base that the setting names.
  const own = join(folder, ADAPTER_FOLDER);
  return { base: settings.weights, adapter: existsSync(own) ? own : settings.adapter };
}

type Counting = Pick<Model, 'countTokens' | 'neutralise' | 'tokenizerSha256'>;

function countingOf(card: ModelCard, base: string | null): Counting {
  // What no tokenizer names is guessed by its form.
  if (base === null)
    return {
      countTokens: estimateTokens,
      neutralise: (text) => text.replaceAll('<|', '\u2039|'),
      tokenizerSha256: sha256(ESTIMATE),
    };
  const { serving } = card;
  const file = join(base, 'tokenizer.json');
  const tokenizer = new Tokenizer(readJson(file), readJson(join(base, 'tokenizer_config.json')));
  const controlTokens = [...tokenizer.get_added_tokens_decoder().values()]
    .filter((token) => token.special)
    .map((token) => token.content);
  const inCard = serving.weights === 'here' ? `${serving.base}/tokenizer.json` : null;
  return {
    countTokens: (text) => tokenizer.encode(text, { add_special_tokens: false }).ids.length,
    neutralise: neutraliser(controlTokens),
    tokenizerSha256:
      inCard === null
        ? sha256(readFileSync(file))
        : z.string({ error: `no sha256 of ${inCard}` }).parse(card.sha256[inCard]),
  };
}

function readText(path: string): string {
  if (!existsSync(path)) throw failure('ModelMissing', 'a file of the model version is not on this machine');
  return readFileSync(path, 'utf8');
}

const readJson = (path: string): object =>
  z.record(z.string(), z.unknown()).parse(JSON.parse(readText(path)));

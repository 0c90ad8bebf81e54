/** The environment, read once for each entry point. Nothing else reads `process.env`. */
import { availableParallelism } from 'node:os';
import { z } from 'zod';

const TRUE_WORDS = ['1', 'true', 'yes', 'on'];
const FALSE_WORDS = ['0', 'false', 'no', 'off'];

const flag = (byDefault: boolean) =>
  z
    .string()
    .toLowerCase()
    .refine(
      (word) => [...TRUE_WORDS, ...FALSE_WORDS].includes(word),
      'must be one of true, false, yes, no, on, off, 1, 0',
    )
    .transform((word) => TRUE_WORDS.includes(word))
    .default(byDefault);

const count = (byDefault: number) => z.coerce.number().int().positive().default(byDefault);
const share = (byDefault: number) => z.coerce.number().min(0).max(1).default(byDefault);
const url = z.url({ message: 'must be a URL' });
const price = z.coerce.number('must be a price in US dollars').nonnegative().optional();

const port = (byDefault: number) => z.coerce.number().int().min(0).max(65_535).default(byDefault);

const EnvironmentSchema = z.object({
  NODE_ENV: z.string().optional(),
  TEMPORAL_ADDRESS: z.string().default('127.0.0.1:7233'),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  TEMPORAL_UI_URL: url.optional(),
  /** Worker versioning needs a server that supports it; the current version is set by `npm start` or the deployment. */
  WORKER_VERSIONING: flag(false),
  DATABASE_URL: url.default('postgres://postgres@127.0.0.1:5432/claims'),
  /** `file:///folder` or `s3://bucket/prefix`. */
  OBJECT_STORE_URL: url.default(new URL('../.data/objects/', import.meta.url).href),
  S3_ENDPOINT: url.optional(),
  S3_REGION: z.string().default('us-east-1'),
  /** `id:base64,id:base64`, 32 bytes each; the first one seals, all open. */
  CODEC_KEYS: z.string().optional(),
  /** A file that holds the same; local default. */
  CODEC_KEYS_FILE: z.string().default(new URL('../.data/codec-keys', import.meta.url).pathname),
  CODEC_SERVER_PORT: port(8081),
  /** Where browsers find the codec server, and with it the Temporal UI with payloads in clear. */
  CODEC_SERVER_PUBLIC_URL: url.optional(),
  CODEC_SERVER_TOKEN: z.string().min(16, 'must have 16 characters or more').optional(),
  /** Payloads are sealed with one keyring for all tenants: people of this tenant alone may open them. */
  CODEC_SERVER_TENANT: z.string().default('default'),
  API_HOST: z.string().default('127.0.0.1'),
  API_PORT: port(8080),
  /** Where browsers find the API, when something stands in front of it. */
  API_PUBLIC_URL: url.optional(),
  /** The built pages, served beside the API. */
  WEB_FOLDER: z.string().default(new URL('../dist/web/', import.meta.url).pathname),
  API_DOCUMENT_MB: count(50),
  /** Of one person or system: how many requests a second for long, and how many at once. */
  API_REQUESTS_PER_SECOND: count(50),
  API_REQUESTS_AT_ONCE: count(400),
  /** Who signs the tokens of people and systems: the `iss` of its tokens, where its configuration is found. */
  OIDC_ISSUER: url.optional(),
  OIDC_AUDIENCE: z.string().default('claim-reader'),
  /** Default: as the issuer's configuration says. */
  OIDC_JWKS_URL: url.optional(),
  /** The client as which browsers sign in at the issuer (authorisation code with PKCE); absent: they cannot. */
  OIDC_CLIENT_ID: z.string().optional(),
  /** Where the issuer asks its clients for one. */
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_SCOPE: z.string().default('openid profile'),
  /** A browser that signed in at the issuer stays signed in for so long. */
  SESSION_HOURS: count(8),
  /** For development only: the key of an issuer of one's own, made where it is missing. */
  LOCAL_ISSUER_KEY_FILE: z.string().optional(),
  VLLM_URL: url.optional(),
  OPENAI_BASE_URL: url.optional(),
  VLLM_API_KEY: z.string().default('none'),
  /** Folder name under models/; with `.fewshot` or `.retrieval` behind it, its base is asked with examples. */
  MODEL: z.string().default('embedded-1'),
  /** Where model versions lie, a folder each. */
  MODELS_FOLDER: z.string().default(new URL('../models/', import.meta.url).pathname),
  /** Where versions of the registry are kept once this machine has fetched them. */
  FETCHED_MODELS_FOLDER: z.string().default(new URL('../.data/models/', import.meta.url).pathname),
  /** Whether the model server loads adapters while it runs: what rolling out a trained version needs. Else it serves one merged model, which is faster on a processor. */
  SERVE_ADAPTERS: flag(false),
  /** Largest rank of an adapter that the model server has room for. */
  MAX_LORA_RANK: count(32),
  /** Names the inference worker among those beside other model servers; default: by machine and process. */
  REPLICA_NAME: z
    .string()
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/,
      'must be 1 to 100 letters, digits, dots, dashes and underscores',
    )
    .optional(),
  /** Where trainings lie while they run: texts of claims in clear, removed at the end. */
  TRAINING_FOLDER: z.string().default(new URL('../.data/training/', import.meta.url).pathname),
  /** Trainings at once on one machine. */
  TRAINING_SLOTS: count(1),
  /** The Python that has the trainer's libraries, and the folder of the trainer. */
  TRAINER_PYTHON: z.string().default(new URL('../.cache/python/bin/python', import.meta.url).pathname),
  TRAINER_FOLDER: z.string().default(new URL('../scripts/trainer/', import.meta.url).pathname),
  /** Folder of the weights of a model that does not ship with its own: the merged model, or the base. */
  MODEL_WEIGHTS: z.string().optional(),
  /** Folder of the LoRA adapter that vLLM loads beside that base. */
  MODEL_ADAPTER: z.string().optional(),
  /** A hosted model behind an OpenAI-compatible API; what `MODEL=remote…` needs. */
  REMOTE_MODEL_URL: url.optional(),
  REMOTE_MODEL_API_KEY: z.string().optional(),
  REMOTE_MODEL_NAME: z.string().optional(),
  REMOTE_MODEL_USD_PER_MILLION_INPUT: price,
  REMOTE_MODEL_USD_PER_MILLION_OUTPUT: price,
  /** Sequences that the model server decodes at once; also the slots of its worker. */
  INFERENCE_SEQUENCES: count(16),
  INFERENCE_TIMEOUT_MS: count(120_000),
  READER_PROCESSES: count(Math.min(4, availableParallelism())),
  READER_TIMEOUT_MS: count(60_000),
  READER_MEMORY_MB: count(700),
  INTAKE_WEBHOOK_URL: url.optional(),
  INTAKE_WEBHOOK_SECRET: z.string().min(24, 'must have 24 characters or more').optional(),
  CONFIDENCE_THRESHOLD: share(0.8),
  AUDIT_SHARE: share(0.05),
  SECOND_READING_SHARE: share(0.02),
  /** Price of one hour of the machine that serves the model, for the cost of a claim. */
  ENGINE_USD_PER_HOUR: z.coerce.number().nonnegative().default(1.006),
  METRICS_ADDRESS: z.string().optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

export type Config = Omit<z.infer<typeof EnvironmentSchema>, 'VLLM_URL' | 'OPENAI_BASE_URL'> & {
  /** Base URL of the model server's OpenAI-compatible API, ending in `/v1`. */
  engineUrl: string;
};

/** Thrown when a setting has the wrong form; the message is one line that names the setting and what it must be. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

function parse(environment: NodeJS.ProcessEnv): z.infer<typeof EnvironmentSchema> {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = EnvironmentSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ConfigError(`setting ${String(issue?.path[0])}: ${issue?.message}`);
}

/** The settings of this process. Throws `ConfigError`. */
export function loadConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const { VLLM_URL, OPENAI_BASE_URL, ...rest } = parse(environment);
  const server = (VLLM_URL ?? OPENAI_BASE_URL ?? 'http://127.0.0.1:8000').replace(/\/+$/, '');
  return { ...rest, engineUrl: server.endsWith('/v1') ? server : `${server}/v1` };
}

/** The servers that the environment names: these are used instead of local ones. */
export interface NamedServers {
  temporalAddress: string | null;
  databaseUrl: string | null;
  engineUrl: string | null;
}

export function namedServers(environment: NodeJS.ProcessEnv = process.env): NamedServers {
  return {
    temporalAddress: environment['TEMPORAL_ADDRESS'] || null,
    databaseUrl: environment['DATABASE_URL'] || null,
    engineUrl: environment['VLLM_URL'] || environment['OPENAI_BASE_URL'] || null,
  };
}

/** What a model's card leaves to the installation. */
export interface ModelSettings {
  folder: string;
  /** Where versions of the registry lie that this machine has fetched. */
  fetched: string;
  weights: string | null;
  adapter: string | null;
  /** Of the hosted model. Throws `ConfigError` that names the first setting which is missing. */
  remote: (model: string) => {
    servedName: string;
    usdPerMillionInputTokens: number;
    usdPerMillionOutputTokens: number;
  };
}

export function modelSettings(environment: NodeJS.ProcessEnv = process.env): ModelSettings {
  const settings = parse(environment);
  return {
    folder: settings.MODELS_FOLDER,
    fetched: settings.FETCHED_MODELS_FOLDER,
    weights: settings.MODEL_WEIGHTS ?? null,
    adapter: settings.MODEL_ADAPTER ?? null,
    remote: (model) => ({
      servedName: needed(settings, 'REMOTE_MODEL_NAME', model),
      usdPerMillionInputTokens: needed(settings, 'REMOTE_MODEL_USD_PER_MILLION_INPUT', model),
      usdPerMillionOutputTokens: needed(settings, 'REMOTE_MODEL_USD_PER_MILLION_OUTPUT', model),
    }),
  };
}

function needed<S extends object, K extends keyof S & string>(
  settings: S,
  name: K,
  model: string,
): NonNullable<S[K]> {
  const value = settings[name];
  if (value === undefined || value === null)
    throw new ConfigError(`setting ${name}: the model ${model} needs it`);
  return value;
}

export interface EngineAddress {
  /** Base URL of an OpenAI-compatible API. */
  url: string;
  apiKey: string;
  /** Somebody else's server: it has more models than it may list, and none that it must load first. */
  hosted: boolean;
}

/** Where a model version is asked: at vLLM, or at its hosted server. Throws `ConfigError`. */
export const engineAddress = (
  config: Config,
  card: { name: string; serving: { weights: string } },
): EngineAddress =>
  card.serving.weights === 'remote'
    ? {
        url: needed(config, 'REMOTE_MODEL_URL', card.name).replace(/\/+$/, ''),
        apiKey: needed(config, 'REMOTE_MODEL_API_KEY', card.name),
        hosted: true,
      }
    : { url: config.engineUrl, apiKey: config.VLLM_API_KEY, hosted: false };

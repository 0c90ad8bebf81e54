/** Calling the API in the tests on real servers, as people of the local issuer. */
import { inject } from 'vitest';
import { StandInEngine } from '../../scripts/bench/stand-in-engine.ts';
import { loadConfig } from '../../shared/config.ts';
import type { Contract } from '../../workers/api/contracts/contract.ts';
import { findContract } from '../../workers/api/router.ts';
import { type LocalPerson, openLocalIssuer } from '../../workers/sign-in/local-issuer.ts';
import type { Role } from '../../workers/sign-in/people.ts';
import { type Intake, openIntake, TENANT } from './intake.ts';
import { startWorkers, type Workers } from './workers.ts';

export interface Answer {
  status: number;
  headers: Headers;
  /** Parsed JSON, or the text. */
  // biome-ignore lint/suspicious/noExplicitAny: a test says of each answer what it expects.
  body: any;
}

export interface ApiCaller {
  url: string;
  token(person: LocalPerson, seconds?: number): Promise<string>;
  /** `person` may be a token, or `null` for nobody. */
  call(
    person: LocalPerson | string | null,
    method: string,
    path: string,
    content?: { json?: unknown; bytes?: Uint8Array; form?: FormData; headers?: Record<string, string> },
  ): Promise<Answer>;
}

export const someone = (subject: string, roles: Role[], tenant = TENANT): LocalPerson => ({
  subject,
  tenant,
  roles,
});

/** `settings` are those that the API was started with. */
export function apiCaller(settings: Record<string, string> = {}): ApiCaller {
  const config = loadConfig({ ...process.env, ...inject('environment'), ...settings });
  const issuer = openLocalIssuer(config);
  if (!issuer) throw new Error('the servers of the tests have no local issuer');
  const url = `http://127.0.0.1:${config.API_PORT}`;
  return {
    url,
    token: (person, seconds) => issuer.mint(person, seconds),
    async call(person, method, path, { json, bytes, form, headers } = {}) {
      const token = typeof person === 'string' ? person : person && (await issuer.mint(person));
      const body = form ?? (json === undefined ? bytes : JSON.stringify(json));
      const response = await fetch(`${url}${path}`, {
        method,
        ...(body === undefined ? {} : { body: body as NonNullable<RequestInit['body']> }),
        headers: {
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...(json === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
      });
      const text = await response.text();
      mustFitItsContract(method, path, response, text);
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
    },
  };
}

export interface ApiServers {
  workers: Workers;
  intake: Intake;
  api: ApiCaller;
  stop(): Promise<void>;
}

/** The API and the workers behind it, `settings` over their environment, with a model server of known speed. */
export async function startApi(
  settings: Record<string, string>,
  options: { latencyMs?: number } = {},
): Promise<ApiServers> {
  const engine = await StandInEngine.start({ models: ['embedded-1'], ...options });
  let workers: Workers | undefined;
  try {
    const started = await startWorkers({ workers: [], settings: { ...settings, VLLM_URL: engine.url } });
    workers = started;
    // One after the other: on a busy machine four at once are not ready in time.
    for (const name of ['api', 'claims', 'documents', 'inference'] as const) await started.restart(name);
    const intake = await openIntake();
    return {
      ...{ workers: started, intake, api: apiCaller(settings) },
      async stop() {
        await intake.close();
        await started.stop();
        await engine.close();
      },
    };
  } catch (error) {
    await workers?.stop();
    await engine.close();
    throw error;
  }
}

/** Every answer of the API that a test sees is held to what its contract promises to clients. */
function mustFitItsContract(method: string, path: string, response: Response, text: string): void {
  if (!response.ok) return;
  const contract: Contract = findContract(method, new URL(path, 'http://api').pathname).contract;
  const promised = contract.responses[response.status];
  if (promised === undefined) throw new Error(`${method} ${path} answers ${response.status}`);
  if (typeof promised === 'string') return;
  const parsed = promised.safeParse(JSON.parse(text));
  if (parsed.success) return;
  const [issue] = parsed.error.issues;
  throw new Error(`${method} ${path} answers another form: ${issue?.path.join('/')}: ${issue?.message}`);
}

/** Calling the API in the tests on real servers, as people of the local issuer. */
import { inject } from 'vitest';
import { loadConfig } from '../../shared/config.ts';
import type { Contract } from '../../workers/api/contracts/contract.ts';
import { findContract } from '../../workers/api/router.ts';
import { type LocalPerson, openLocalIssuer } from '../../workers/sign-in/local-issuer.ts';
import type { Role } from '../../workers/sign-in/people.ts';
import { TENANT } from './intake.ts';

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

/** The way of one request: address ▸ sign-in ▸ rate ▸ role ▸ form ▸ route ▸ answer, every refusal a problem. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import type { AuditDetail } from '../../shared/database/audit-log.ts';
import { hasRole, type Person } from '../sign-in/people.ts';
import { IssuerUnavailable, TokenRefused } from '../sign-in/tokens.ts';
import { answerBrowser } from './browser.ts';
import type { ApiDeps, Call, Reply, Route } from './call.ts';
import { checked } from './checked.ts';
import type { Contract } from './contracts/contract.ts';
import { JSON_LIMIT, RateLimit } from './limits.ts';
import { problemOf } from './problem-of.ts';
import { Problem } from './problems.ts';
import { type Found, findContract } from './router.ts';
import { routes } from './routes/index.ts';
import { timely } from './routes/timely.ts';

/** Requests without a token, of one address: health checks and people who are about to sign in. */
const STRANGERS = { perSecond: 20, atOnce: 100 };

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export function createHandler(deps: ApiDeps): Handle {
  const { config, metrics, log } = deps;
  const callers = new RateLimit({
    perSecond: config.API_REQUESTS_PER_SECOND,
    atOnce: config.API_REQUESTS_AT_ONCE,
  });
  const strangers = new RateLimit(STRANGERS);

  return async (request, response) => {
    const startedAt = performance.now();
    const requestId = randomUUID();
    let operation = 'none';
    metrics.inFlight += 1;
    try {
      const url = new URL(request.url ?? '/', 'http://api');
      const page = await answerBrowser(deps, request, url, () => strangers.take(addressOf(request)));
      if (page) {
        operation = 'page';
        send(response, requestId, page, request);
        return;
      }
      const found = findContract(request.method ?? 'GET', url.pathname);
      operation = found.operation;
      const reply = await answer(found, url, request, requestId);
      send(response, requestId, reply, request);
    } catch (error) {
      const problem = problemOf(error);
      metrics.refused(problem.code);
      if (problem.code === 'internal')
        log.error({ requestId, operation, error: nameOf(error) }, 'a request failed');
      else log.info({ requestId, operation, problem: problem.code }, 'a request was refused');
      sendProblem(response, requestId, problem, request);
    } finally {
      metrics.inFlight -= 1;
      metrics.answered(operation, response.statusCode, (performance.now() - startedAt) / 1_000);
    }
  };

  async function answer(
    { operation, contract, params }: Found,
    url: URL,
    request: IncomingMessage,
    requestId: string,
  ): Promise<Reply> {
    const person = await signedIn(contract, request);
    let audited = false;
    const entry = (outcome: 'asked' | 'refused', claimId: string | null, detail: AuditDetail) =>
      person && contract.audit
        ? deps.auditLog.append({
            tenant: person.tenant,
            actor: person.subject,
            roles: person.roles,
            via: 'api',
            requestId,
            action: contract.audit,
            outcome,
            claimId,
            detail,
          })
        : Promise.resolve();
    let claimId = params['id'] ?? null;
    try {
      mustHaveRole(contract, person);
      const call = {
        params: paramsOf(contract.params, params),
        query: contract.query && checked(contract.query, queryOf(url), 'query'),
        body: await bodyOf(contract, request),
        person,
        requestId,
        request,
        audit: async (of: string | null, detail: AuditDetail = {}) => {
          claimId = of;
          await entry('asked', of, detail);
          audited = true;
        },
        deps,
      };
      // The contract that the call was parsed by is the route's own.
      const route = routes[operation] as unknown as Route<Contract>;
      const reply = await timely(deps, () => route(call as unknown as Call));
      if (contract.audit && !audited) throw new Error(`${operation} wrote no audit entry`);
      return reply;
    } catch (error) {
      const problem = problemOf(error);
      // What was asked and then refused, and what somebody tried without the role for it.
      if (audited || problem.code === 'role_missing')
        await entry('refused', claimId, { problem: problem.code });
      throw error;
    }
  }

  async function signedIn(contract: Contract, request: IncomingMessage): Promise<Person | null> {
    if (contract.roles === 'anyone') {
      strangers.take(addressOf(request));
      return null;
    }
    const caller = await deps.signIn.caller(request).catch((error: unknown) => {
      strangers.take(addressOf(request));
      throw refusedToken(error);
    });
    if (!caller) {
      strangers.take(addressOf(request));
      throw new Problem('not_signed_in', { headers: { 'www-authenticate': 'Bearer' } });
    }
    const { person, by } = caller;
    callers.take(`${person.tenant}/${person.subject}`);
    if (by === 'session' && contract.method !== 'GET') mustComeFromOwnPage(request);
    return person;
  }

  function mustComeFromOwnPage({ headers: { origin, host } }: IncomingMessage): void {
    const own = config.API_PUBLIC_URL ? new URL(config.API_PUBLIC_URL).origin : `http://${host}`;
    if (origin !== own) throw new Problem('foreign_page');
  }

  async function bodyOf(contract: Contract, request: IncomingMessage): Promise<unknown> {
    const { body } = contract;
    if (body === undefined || body === 'document') return undefined;
    const type = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
    if (contract.multipart && type === 'multipart/form-data') return undefined;
    return deps.uploads.body(request, JSON_LIMIT, async (bytes) => {
      if (bytes.length > 0 && type !== 'application/json') throw new Problem('media_type_unsupported');
      return checked(body, bytes.length === 0 ? {} : parseJson(bytes), 'body');
    });
  }
}

function mustHaveRole({ roles }: Contract, person: Person | null): void {
  if (typeof roles === 'string') return;
  if (person && hasRole(person, roles)) return;
  throw new Problem('role_missing', { detail: `this needs one of the roles ${roles.join(', ')}` });
}

function refusedToken(error: unknown): unknown {
  if (error instanceof IssuerUnavailable) return new Problem('issuer_unavailable');
  if (!(error instanceof TokenRefused)) return error;
  const challenge = { 'www-authenticate': 'Bearer error="invalid_token"' };
  return new Problem(error.reason === 'expired' ? 'sign_in_expired' : 'not_signed_in', {
    headers: challenge,
  });
}

const addressOf = (request: IncomingMessage): string => request.socket.remoteAddress ?? 'unknown';

/** Each parameter once: a repeated one would mean different things to different readers. */
function queryOf(url: URL): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, value] of url.searchParams) {
    if (Object.hasOwn(query, name))
      throw new Problem('invalid_input', {
        errors: [{ pointer: `query/${name}`, detail: 'is there twice' }],
      });
    query[name] = value;
  }
  return query;
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new Problem('malformed_request', { detail: 'the body is not JSON' });
  }
}

/** An address whose parts have another form names nothing. */
function paramsOf(schema: z.ZodType | undefined, params: Record<string, string>): unknown {
  if (schema === undefined) return undefined;
  const result = schema.safeParse(params);
  if (!result.success) throw new Problem('not_found');
  return result.data;
}

const nameOf = (error: unknown): string =>
  error instanceof Error ? `${error.name} at ${error.stack?.split('\n')[1]?.trim() ?? '?'}` : 'unknown';

function send(response: ServerResponse, requestId: string, reply: Reply, request: IncomingMessage): void {
  const { status, body, type, headers = {} } = reply;
  const content =
    body === undefined
      ? undefined
      : type !== undefined
        ? (body as string | Uint8Array)
        : JSON.stringify(body);
  response.writeHead(status, {
    'x-request-id': requestId,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(content === undefined ? {} : { 'content-type': type ?? 'application/json' }),
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : content);
}

function sendProblem(
  response: ServerResponse,
  requestId: string,
  problem: Problem,
  request: IncomingMessage,
): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  // A body that is not read to its end would be taken for the next request.
  const unread = !request.complete && request.method !== 'GET';
  response.writeHead(problem.status, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'x-request-id': requestId,
    ...(unread ? { connection: 'close' } : {}),
    ...problem.options.headers,
  });
  response.end(JSON.stringify(problem.toJSON(requestId)));
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ApplicationFailure, type PayloadCodec } from '@temporalio/common';
import type { Logger } from '../../shared/log.ts';
import { sessionCookie as personCookie } from '../sign-in/sessions.ts';
import type { SignIn } from '../sign-in/sign-in.ts';
import { type Reader, readerOf, sessionCookie, tokenMatches } from './access.ts';
import { formatPayloads, parsePayloads } from './contracts.ts';
import { proxyToUi } from './ui-proxy.ts';

/** A page of a history of large payloads, in base64. */
const MAX_BODY_BYTES = 32 * 1024 * 1024;

export interface CodecServerOptions {
  codec: PayloadCodec;
  /** Opens the server for whoever holds it; `null`: only people who sign in may read. */
  token: string | null;
  /** The sign-in of people, and the tenant whose people may read. */
  people: { signIn: SignIn; tenant: string } | null;
  /** Notes that somebody is about to be shown payloads; where it fails, nothing is shown. */
  audit: (reader: Reader, payloads: number) => Promise<void>;
  /** Where the Temporal UI is; shown under this server's own origin to who signed in. */
  uiUrl: string | null;
  log: Logger;
}

/**
 * `POST /encode` and `POST /decode` by Temporal's remote codec protocol, `GET /sign-in?token=…` for
 * browsers, and the Temporal UI at every other path. Nothing is answered without the token, a session,
 * or the sign-in of somebody who may read; each reading is audited, and logs hold codes only.
 */
export function createCodecServer(options: CodecServerOptions): Server {
  return createServer((request, response) => {
    response.setHeader('cache-control', 'no-store');
    response.setHeader('referrer-policy', 'no-referrer');
    handle(options, request, response).catch((error: unknown) => {
      options.log.error({ error: error instanceof Error ? error.name : 'unknown' }, 'codec request failed');
      if (response.headersSent) response.destroy();
      else if (error instanceof ApplicationFailure) answer(response, 503, 'the database does not answer');
      else answer(response, 500, 'the codec server failed');
    });
  });
}

async function handle(
  options: CodecServerOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { uiUrl } = options;
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://codec');
  if (pathname === '/health') return answer(response, 200, 'ok');
  if (pathname === '/sign-in') return signIn(options, searchParams.get('token'), response);
  const operation = pathname === '/encode' ? 'encode' : pathname === '/decode' ? 'decode' : null;
  if (!operation) {
    if (!(await readerOf(options, request))) return answer(response, 401, SIGN_IN);
    if (!uiUrl) return answer(response, 404, 'signed in; this codec server knows of no Temporal UI');
    response.removeHeader('cache-control');
    return proxyToUi(uiUrl, request, response);
  }

  if (!allowOrigin(uiUrl, request, response)) return answer(response, 403, 'not from this page');
  if (request.method === 'OPTIONS') {
    response.writeHead(204).end();
    return;
  }
  const reader = await readerOf(options, request);
  if (!reader) return answer(response, 401, SIGN_IN);
  if (request.method !== 'POST') return answer(response, 405, 'send a POST');
  const body = await readBody(request);
  if (body === null) return answer(response, 413, 'the request is too large');
  const payloads = parsePayloads(body);
  if (!payloads) return answer(response, 400, 'the request holds no payloads');
  try {
    if (operation === 'decode') await options.audit(reader, payloads.length);
    const converted = formatPayloads(await options.codec[operation](payloads));
    response.writeHead(200, { 'content-type': 'application/json' }).end(converted);
  } catch (error) {
    if (!(error instanceof ApplicationFailure)) throw error;
    options.log.warn({ failure: error.type, operation }, 'payloads refused');
    answer(response, error.type === 'DatabaseUnavailable' ? 503 : 400, error.message);
  }
}

const SIGN_IN = 'sign in first, as somebody who may read payloads: open a link that npm start prints';

/** By the link that holds the token, or by one of the local issuer. */
async function signIn(
  options: CodecServerOptions,
  given: string | null,
  response: ServerResponse,
): Promise<void> {
  const { token, people, uiUrl, log } = options;
  const byToken = token !== null && tokenMatches(token, given);
  const person =
    !byToken && people?.signIn.byLink && given ? await people.signIn.verify(given).catch(() => null) : null;
  if (!byToken && !person) {
    log.warn('sign-in refused');
    answer(response, 401, SIGN_IN);
    return;
  }
  response.setHeader(
    'set-cookie',
    person && people
      ? personCookie(await people.signIn.sessions.begin(person), person, { secure: false })
      : sessionCookie(token ?? ''),
  );
  if (!uiUrl) {
    answer(response, 200, 'signed in');
    return;
  }
  // The link was opened from elsewhere: a browser that follows a redirect from there would not send a
  // strict cookie yet, a page of this origin that moves on does.
  const page =
    '<!doctype html><meta http-equiv="refresh" content="0;url=/"><a href="/">To the Temporal UI</a>\n';
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
}

/** Lets the UI's own origin through, and callers that are no browser page. */
function allowOrigin(uiUrl: string | null, request: IncomingMessage, response: ServerResponse): boolean {
  const { origin, host } = request.headers;
  if (origin === undefined || origin === `http://${host}`) return true;
  response.setHeader('vary', 'origin');
  if (uiUrl === null || origin !== new URL(uiUrl).origin) return false;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-allow-credentials', 'true');
  response.setHeader('access-control-allow-methods', 'POST, OPTIONS');
  response.setHeader('access-control-allow-headers', 'content-type, authorization, x-namespace');
  return true;
}

async function readBody(request: IncomingMessage): Promise<string | null> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MAX_BODY_BYTES) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString();
}

function answer(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(`${JSON.stringify({ message })}\n`);
}

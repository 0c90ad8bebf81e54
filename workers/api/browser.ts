/** What browsers get beside the API: signing in, and the built pages. */
import type { IncomingMessage } from 'node:http';
import { CALLBACK_PATH, endedCodeFlow } from '../sign-in/code-flow.ts';
import type { Person } from '../sign-in/people.ts';
import { sessionCookie } from '../sign-in/sessions.ts';
import { IssuerUnavailable, TokenRefused } from '../sign-in/tokens.ts';
import type { ApiDeps, Reply } from './call.ts';
import { contracts } from './contracts/index.ts';
import { Problem } from './problems.ts';

/** The first parts of the API's own addresses: under them is no page. */
const API_ADDRESSES = new Set(Object.values(contracts).map(({ path }) => path.split('/')[1]));

/** The answer to a browser's address; `null`: it is the API's. Who signs in is admitted first; files lie in memory and cost nothing. */
export async function answerBrowser(
  deps: ApiDeps,
  request: IncomingMessage,
  url: URL,
  admit: () => void,
): Promise<Reply | null> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return null;
  if (url.pathname === '/sign-in' || url.pathname === CALLBACK_PATH) {
    admit();
    return url.pathname === CALLBACK_PATH
      ? comeBack(deps, request, url.searchParams)
      : signIn(deps, url.searchParams);
  }
  if (API_ADDRESSES.has(url.pathname.split('/')[1] ?? '')) return null;
  return deps.pages.find(url.pathname, request.headers['accept-encoding'] ?? '');
}

/**
 * `GET /sign-in?return=/…`: on to the organisation's issuer. With the local issuer `?token=…` signs in; with
 * a real one there are no such links: one could be sent to somebody else, who would then work under a
 * stranger's name.
 */
async function signIn(deps: ApiDeps, query: URLSearchParams): Promise<Reply> {
  const { byLink, codeFlow } = deps.signIn;
  const returnTo = ownPath(query.get('return'));
  const token = query.get('token');
  if (byLink && token !== null) {
    const person = await refusing(() => deps.signIn.verify(token));
    return signedIn(deps, person, returnTo);
  }
  if (codeFlow) {
    const { location, cookie } = await refusing(() => codeFlow.begin(returnTo));
    return { status: 302, headers: { location, 'set-cookie': cookie } };
  }
  if (byLink)
    return notice(
      401,
      'Sign in with a link: npm run claims -- sign-in prints one for each role on this machine.',
    );
  throw new Problem('not_found', { detail: 'browsers cannot sign in here: OIDC_CLIENT_ID is not set' });
}

async function comeBack(deps: ApiDeps, request: IncomingMessage, query: URLSearchParams): Promise<Reply> {
  const { codeFlow } = deps.signIn;
  if (!codeFlow) throw new Problem('not_found');
  // What the issuer says of its reasons may name the person: none of it is shown or kept.
  if (query.has('error')) return notice(403, 'The issuer of the sign-ins did not let you in.', endedCodeFlow);
  const { person, returnTo } = await refusing(() => codeFlow.finish(query, request.headers.cookie ?? ''));
  return signedIn(deps, person, ownPath(returnTo), endedCodeFlow);
}

async function signedIn(deps: ApiDeps, person: Person, returnTo: string, ended?: string): Promise<Reply> {
  const secure = deps.config.API_PUBLIC_URL?.startsWith('https:') ?? false;
  const cookie = sessionCookie(await deps.signIn.sessions.begin(person), person, { secure });
  // Where no pages were built, the API's own page is what there is to see.
  const address = escaped(returnTo === '/' && !deps.pages.built ? '/docs' : returnTo);
  // A browser that follows a redirect from elsewhere would not send a strict cookie yet, a page that moves on does.
  return {
    status: 200,
    type: 'text/html; charset=utf-8',
    body: `<!doctype html><title>Signed in</title><meta http-equiv="refresh" content="0;url=${address}"><a href="${address}">Go on</a>\n`,
    headers: { ...PLAIN_PAGE, 'set-cookie': ended === undefined ? cookie : [cookie, ended] },
  };
}

const PLAIN_PAGE = {
  'content-security-policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
};

const notice = (status: number, sentence: string, cookie?: string): Reply => ({
  status,
  type: 'text/html; charset=utf-8',
  body: `<!doctype html><html lang="en"><title>Claim reader</title><p>${escaped(sentence)}</p></html>\n`,
  headers: { ...PLAIN_PAGE, ...(cookie === undefined ? {} : { 'set-cookie': cookie }) },
});

async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof IssuerUnavailable) throw new Problem('issuer_unavailable');
    if (!(error instanceof TokenRefused)) throw error;
    throw new Problem(error.reason === 'expired' ? 'sign_in_expired' : 'not_signed_in');
  }
}

/** An address of this server, whatever was given: a link must not lead a person who signed in elsewhere. */
function ownPath(given: string | null): string {
  const here = 'http://here.invalid';
  if (!given?.startsWith('/') || !URL.canParse(given, here)) return '/';
  const url = new URL(given, here);
  return url.origin === here ? `${url.pathname}${url.search}${url.hash}` : '/';
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');

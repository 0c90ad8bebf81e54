/** What belongs to no claim. */
import { readAuditLog as readAuditRows } from '../../../shared/database/audit-log.ts';
import { endedSession, sessionOf } from '../../sign-in/sessions.ts';
import type { Route } from '../call.ts';
import type { serviceContracts } from '../contracts/service.ts';
import { docsPage } from '../docs-page.ts';
import { readiness } from '../health.ts';
import { openApi } from '../openapi.ts';
import { PROBLEMS } from '../problems.ts';
import { nextOf, time } from './page.ts';
import { temporalUi } from './temporal-url.ts';

type Contracts = typeof serviceContracts;

export const showMe: Route<Contracts['showMe']> = async ({ person, deps }) => ({
  status: 200,
  body: { ...person, expiresAt: time(person.expiresAt), temporalUi: temporalUi(deps.config) },
});

export const signOut: Route<Contracts['signOut']> = async ({ request, deps }) => {
  const id = sessionOf(request.headers.cookie ?? '');
  if (id !== null) await deps.signIn.sessions.end(id);
  // Pages of documents that the browser kept go with the session.
  return { status: 204, headers: { 'set-cookie': endedSession, 'clear-site-data': '"cache"' } };
};

export const readAuditLog: Route<Contracts['readAuditLog']> = async ({ query, person, audit, deps }) => {
  const { claim, actor, after, limit } = query;
  const rows = await readAuditRows(deps.database, {
    tenant: person.tenant,
    ...(claim === undefined ? {} : { claimId: claim }),
    ...(actor === undefined ? {} : { actor }),
    after,
    limit,
  });
  await audit(claim ?? null, { entries: rows.length, after });
  const entries = rows.map(({ tenant: _tenant, previous: _previous, ...entry }) => entry);
  return { status: 200, body: { entries, next: nextOf(rows, limit, (row) => row.seq) } };
};

export const showHealth: Route<Contracts['showHealth']> = async () => ({
  status: 200,
  body: { status: 'ok' },
});

export const showReadiness: Route<Contracts['showReadiness']> = async ({ deps }) => {
  const found = await readiness(deps);
  return { status: found.ready ? 200 : 503, body: found };
};

export const showOpenApi: Route<Contracts['showOpenApi']> = async () => ({ status: 200, body: openApi() });

export const showDocs: Route<Contracts['showDocs']> = async () => ({
  status: 200,
  type: 'text/html; charset=utf-8',
  body: docsPage(openApi()),
  headers: {
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
  },
});

export const showProblem: Route<Contracts['showProblem']> = async ({ params: { code } }) => ({
  status: 200,
  body: { code, status: PROBLEMS[code].status, title: PROBLEMS[code].title },
});

/** Looking at claims. */
import { FIELD_KEYS } from '../../../shared/claim-fields.ts';
import { claimState, viewClaim } from '../../../shared/claim-view.ts';
import type { ClaimKey } from '../../../shared/database/claims.ts';
import { type ClaimLineRow, listClaimLines, listValues } from '../../../shared/database/lists.ts';
import { listDocuments } from '../../../shared/database/records.ts';
import { type DocumentAccount, hasPageImages, type PageText } from '../../../shared/documents.ts';
import { objectKeys } from '../../../shared/object-keys.ts';
import { getJson } from '../../../shared/objects/object-store.ts';
import type { ApiDeps, Route } from '../call.ts';
import type { claimContracts } from '../contracts/claims.ts';
import { toCsv } from '../csv.ts';
import { Problem } from '../problems.ts';
import { existing } from './intake.ts';
import { nextOf, time } from './page.ts';

type Contracts = typeof claimContracts;

const IMAGE_KEPT_SECONDS = 900;

export const listClaims: Route<Contracts['listClaims']> = async ({ query, person, audit, deps }) => {
  const rows = await listClaimLines(deps.database, { ...query, tenant: person.tenant });
  await audit(null, { claims: rows.length });
  return {
    status: 200,
    body: { claims: rows.map(line), next: nextOf(rows, query.limit, (row) => row.claim_id) },
  };
};

const line = (row: ClaimLineRow) => ({
  id: row.claim_id,
  status: row.status,
  model: row.model,
  priority: row.priority,
  submittedAt: time(row.submitted_at),
  settledAt: time(row.settled_at),
  delivery: row.delivery,
  queue: row.queue,
  dueAt: time(row.due_at),
  heldBy: row.held_by,
  heldAt: time(row.held_at),
});

export const exportClaims: Route<Contracts['exportClaims']> = async ({ query, person, audit, deps }) => {
  const { tenant } = person;
  const rows = await listClaimLines(deps.database, { ...query, tenant });
  const claimIds = rows.map((row) => row.claim_id);
  await audit(null, { claims: claimIds });
  const values = new Map(
    (await listValues(deps.database, { tenant, claimIds })).map(({ claim_id, key, value }) => [
      `${claim_id} ${key}`,
      Array.isArray(value) ? value.join('; ') : value,
    ]),
  );
  const table = rows.map((row) => [
    row.claim_id,
    row.status,
    time(row.submitted_at),
    time(row.settled_at),
    row.model,
    ...FIELD_KEYS.map((key) => values.get(`${row.claim_id} ${key}`) ?? null),
  ]);
  const next = nextOf(rows, query.limit, (row) => row.claim_id);
  return {
    status: 200,
    type: 'text/csv; charset=utf-8',
    body: toCsv([['id', 'status', 'submitted_at', 'settled_at', 'model', ...FIELD_KEYS], ...table]),
    headers: {
      'content-disposition': 'attachment; filename="claims.csv"',
      ...(next ? { link: `</v1/claims.csv?after=${next}&limit=${query.limit}>; rel="next"` } : {}),
    },
  };
};

export const showClaim: Route<Contracts['showClaim']> = async ({ params, person, audit, deps }) => {
  await audit(params.id);
  const report = await viewClaim(deps, person.tenant, params.id);
  if (!report) throw new Problem('claim_not_found');
  return { status: 200, body: report };
};

/** The documents of a claim with their pages: as recorded, or as far as they are read. Throws `claim_not_found`. */
export async function documentsOf(deps: ApiDeps, claim: ClaimKey): Promise<DocumentAccount[]> {
  await existing(deps, claim);
  const recorded = await listDocuments(deps.database, claim);
  if (recorded.length > 0) return recorded;
  return (await claimState(deps.client, claim.tenant, claim.claimId))?.account ?? [];
}

async function documentOf(deps: ApiDeps, claim: ClaimKey, sha256: string): Promise<DocumentAccount> {
  const found = (await documentsOf(deps, claim)).find(({ document }) => document === sha256);
  if (!found) throw new Problem('document_not_found');
  return found;
}

export const showDocument: Route<Contracts['showDocument']> = async ({ params, person, audit, deps }) => {
  const { tenant } = person;
  await audit(params.id, { document: params.sha256 });
  await documentOf(deps, { tenant, claimId: params.id }, params.sha256);
  const bytes = await deps.objects.get(objectKeys.document(tenant, params.sha256));
  return {
    status: 200,
    // Whatever a stranger wrote into it: the browser saves it and runs nothing.
    type: 'application/octet-stream',
    body: bytes,
    headers: {
      'content-disposition': 'attachment',
      'content-security-policy': "sandbox; default-src 'none'",
    },
  };
};

export const showPage: Route<Contracts['showPage']> = async ({ params, person, audit, deps }) => {
  const { tenant } = person;
  await audit(params.id, { document: params.sha256, page: params.page });
  const { pages } = await documentOf(deps, { tenant, claimId: params.id }, params.sha256);
  const read = pages.some(({ page, source }) => page === params.page && source !== 'unread');
  if (!read) throw new Problem('document_not_found', { detail: 'this page was not read' });
  const page = await getJson<PageText>(deps.objects, objectKeys.page(tenant, params.sha256, params.page));
  return { status: 200, body: page };
};

export const showPageImage: Route<Contracts['showPageImage']> = async ({
  params,
  query,
  person,
  audit,
  deps,
}) => {
  const { tenant } = person;
  const { sha256: document, page } = params;
  await audit(params.id, { document, page, width: query.width });
  const { kind, pages } = await documentOf(deps, { tenant, claimId: params.id }, document);
  if (!pages.some((one) => one.page === page)) throw new Problem('document_not_found');
  if (!hasPageImages(kind)) throw new Problem('page_without_image');
  return {
    status: 200,
    type: 'image/webp',
    body: await deps.pageImages.find({ tenant, document, page, width: query.width }),
    headers: {
      // The same bytes for ever, but only for who may see them: signing out clears what a browser kept.
      'cache-control': `private, max-age=${IMAGE_KEPT_SECONDS}`,
      vary: 'cookie, authorization',
      'content-security-policy': "sandbox; default-src 'none'",
    },
  };
};

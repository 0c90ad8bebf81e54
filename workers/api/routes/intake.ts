/** Handing in, adding, stopping. */
import { claimWorkflowId, MESSAGES, SETTLED_STATUSES } from '../../../shared/contracts.ts';
import { type ClaimKey, type ClaimRow, findClaim } from '../../../shared/database/claims.ts';
import { stageDocument as noteStaged, stagedSize } from '../../../shared/database/staged-documents.ts';
import type { DocumentRef } from '../../../shared/documents.ts';
import { packetClaimId } from '../../../shared/packet.ts';
import { claimPolicy, submitStored } from '../../../shared/submit.ts';
import type { ApiDeps, Route } from '../call.ts';
import { checked } from '../checked.ts';
import type { claimContracts } from '../contracts/claims.ts';
import { HandInRequest } from '../contracts/claims.ts';
import { whereEnded } from '../problem-of.ts';
import { Problem } from '../problems.ts';
import {
  documentsByReference,
  isForm,
  MOST_DOCUMENTS,
  packetBytes,
  packetTooLarge,
  readForm,
  storeDocument,
} from './packet.ts';
import { timely } from './timely.ts';

type Contracts = typeof claimContracts;

export const handIn: Route<Contracts['handIn']> = async ({ body, person, request, audit, deps }) => {
  const { tenant } = person;
  const form = isForm(request) ? await readForm(deps, tenant, request) : null;
  const asked = form ? checked(HandInRequest, formRequest(form), 'body') : body;
  if (!asked) throw new Problem('media_type_unsupported');
  const { id, priority, documents: named } = asked;
  if (id === undefined && !named)
    throw new Problem('invalid_input', { detail: 'name the claim’s id, or its documents' });
  const documents = await documentsByReference(deps, { tenant, claimId: id ?? '' }, named, 'packet');
  if (documents.length === 0)
    throw new Problem('invalid_input', { detail: 'a claim needs at least one document: upload it first' });
  const claimId =
    id ??
    packetClaimId(
      documents.map((document) => document.sha256),
      false,
    );
  await audit(claimId, { documents: documents.length, priority });
  const policy = claimPolicy(deps.config);
  const { found, status } = await timely(deps, () =>
    submitStored(deps, { tenant, claimId, documents, priority, policy }),
  );
  deps.metrics.handedIn(found);
  return {
    status: found === 'settled' ? 200 : 202,
    body: { id: claimId, status, found },
    headers: { location: `/v1/claims/${claimId}` },
  };
};

/** A form as the JSON that it stands for. */
const formRequest = ({
  fields,
  documents,
}: {
  fields: Record<string, string>;
  documents: DocumentRef[];
}) => ({
  ...fields,
  documents,
  ...(fields['priority'] === undefined ? {} : { priority: Number(fields['priority']) }),
});

export const stageDocument: Route<Contracts['stageDocument']> = async (call) => {
  const { params, person, request, audit, deps } = call;
  const claim = { tenant: person.tenant, claimId: params.id };
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > deps.uploads.documentBytes)
    throw new Problem('too_large', { detail: `a document has at most ${deps.uploads.documentBytes} bytes` });
  const { documents, bytes } = await stagedSize(deps.database, claim);
  if (documents >= MOST_DOCUMENTS || bytes + announced > packetBytes(deps)) throw packetTooLarge(deps);
  await audit(params.id);
  const stored = await storeDocument(deps, person.tenant, {
    name: params.name,
    content: request as AsyncIterable<Buffer>,
  });
  await noteStaged(deps.database, { ...claim, ...stored });
  return { status: 201, body: stored };
};

export const addDocuments: Route<Contracts['addDocuments']> = async ({
  params,
  body,
  person,
  request,
  audit,
  deps,
}) => {
  const claim = { tenant: person.tenant, claimId: params.id };
  await existing(deps, claim);
  const documents = isForm(request)
    ? (await readForm(deps, person.tenant, request)).documents
    : await documentsByReference(deps, claim, body?.documents, 'late');
  await audit(params.id, { documents: documents.length });
  if (documents.length === 0) return { status: 202, body: { added: 0 } };
  const handle = deps.client.workflow.getHandle(claimWorkflowId(person.tenant, params.id));
  const { added } = await timely(deps, () =>
    handle.executeUpdate<{ added: number }, [object]>(MESSAGES.addDocuments, { args: [{ documents }] }),
  ).catch(whereEnded('claim_closed'));
  return { status: 202, body: { added } };
};

export const cancelClaim: Route<Contracts['cancelClaim']> = async ({ params, person, audit, deps }) => {
  const claim = { tenant: person.tenant, claimId: params.id };
  await audit(params.id);
  const row = await existing(deps, claim);
  if (SETTLED_STATUSES.some((status) => status === row.status)) throw new Problem('claim_closed');
  await deps.client.workflow
    .getHandle(claimWorkflowId(person.tenant, params.id))
    .cancel()
    .catch(whereEnded('claim_closed'));
  return { status: 202, body: { id: params.id } };
};

/** The claim's row. Throws `claim_not_found`. */
export async function existing(deps: ApiDeps, claim: ClaimKey): Promise<ClaimRow> {
  const row = await findClaim(deps.database, claim);
  if (!row) throw new Problem('claim_not_found');
  return row;
}

/** The documents that a request is about: named, uploaded before, or in the form that it is itself. */
import type { IncomingMessage } from 'node:http';
import pLimit from 'p-limit';
import type { ClaimKey } from '../../../shared/database/claims.ts';
import { listStaged } from '../../../shared/database/staged-documents.ts';
import type { DocumentRef } from '../../../shared/documents.ts';
import { objectKeys } from '../../../shared/object-keys.ts';
import { baseName, storeDocuments } from '../../../shared/submit.ts';
import type { ApiDeps } from '../call.ts';
import { formParts, isFormType } from '../multipart.ts';
import { Problem } from '../problems.ts';

export const MOST_DOCUMENTS = 200;
/** A packet of so many of the largest documents. */
const PACKET_OF_LARGEST = 10;
const LOOKS_AT_ONCE = 8;

export const packetBytes = (deps: ApiDeps): number => deps.uploads.documentBytes * PACKET_OF_LARGEST;

/** Puts one document into the object store. Throws `too_large`. */
export function storeDocument(
  deps: ApiDeps,
  tenant: string,
  document: { name: string; content: AsyncIterable<Buffer> },
): Promise<DocumentRef & { bytes: number }> {
  return deps.uploads.gather(document.content, deps.uploads.documentBytes, async (bytes) => {
    if (bytes.length === 0) throw new Problem('invalid_input', { detail: 'a document is empty' });
    const [stored] = await storeDocuments(deps.objects, tenant, [{ name: document.name, bytes }]);
    if (!stored) throw new Error('a document was not stored');
    return { ...stored, bytes: bytes.length };
  });
}

/** The documents that are named or, where none are, those that were uploaded for the claim. Throws `document_missing`. */
export async function documentsByReference(
  deps: ApiDeps,
  claim: ClaimKey,
  named: DocumentRef[] | undefined,
  part: 'packet' | 'late',
): Promise<DocumentRef[]> {
  if (!named) return listStaged(deps.database, { ...claim, part });
  const limit = pLimit(LOOKS_AT_ONCE);
  const has = await Promise.all(
    named.map(({ sha256 }) => limit(() => deps.objects.has(objectKeys.document(claim.tenant, sha256)))),
  );
  const errors = has.flatMap((there, index) =>
    there ? [] : [{ pointer: `body/documents/${index}/sha256`, detail: 'was not uploaded' }],
  );
  if (errors.length > 0) throw new Problem('document_missing', { errors });
  return named.map(({ sha256, name }) => ({ sha256, name: baseName(name) }));
}

/** Whether the request brings its documents along. */
export const isForm = (request: IncomingMessage): boolean => isFormType(request.headers['content-type']);

/** Stores the files of a form as they arrive, one after the other, and gathers its fields. */
export async function readForm(
  deps: ApiDeps,
  tenant: string,
  request: IncomingMessage,
): Promise<{ fields: Record<string, string>; documents: DocumentRef[] }> {
  const fields: Record<string, string> = {};
  const documents: DocumentRef[] = [];
  let bytes = 0;
  for await (const part of formParts(request, request.headers['content-type'] ?? '')) {
    if ('text' in part) {
      fields[part.name] = part.text;
      continue;
    }
    if (part.name !== 'documents')
      throw new Problem('invalid_input', { detail: 'files of a form are its parts named "documents"' });
    const stored = await storeDocument(deps, tenant, { name: part.fileName, content: part.content });
    documents.push({ sha256: stored.sha256, name: stored.name });
    bytes += stored.bytes;
    if (documents.length > MOST_DOCUMENTS || bytes > packetBytes(deps)) throw packetTooLarge(deps);
  }
  const known = new Map(documents.map((document) => [document.sha256, document]));
  return { fields, documents: [...known.values()] };
}

export const packetTooLarge = (deps: ApiDeps): Problem =>
  new Problem('too_large', {
    detail: `a packet has at most ${MOST_DOCUMENTS} documents and ${packetBytes(deps)} bytes`,
  });

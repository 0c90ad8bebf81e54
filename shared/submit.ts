/** Handing a packet in: the way every intake takes, from the command line to the API. */
import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import type { Config } from './config.ts';
import {
  type ClaimInput,
  ClaimInputSchema,
  type ClaimPolicy,
  ClaimPolicySchema,
  type ClaimStatus,
  claimWorkflowId,
  SETTLED_STATUSES,
} from './contracts.ts';
import { registerClaim } from './database/claims.ts';
import type { Database } from './database/database.ts';
import type { DocumentRef } from './documents.ts';
import { failure } from './failures.ts';
import { objectKeys } from './object-keys.ts';
import type { ObjectStore } from './objects/object-store.ts';
import { packetClaimId, packetSha256, sha256 } from './packet.ts';
import { searchAttributes } from './search-attributes.ts';
import { TASK_QUEUES } from './task-queues.ts';

export interface IntakeDeps {
  client: Client;
  database: Database;
  objects: ObjectStore;
}

export interface SubmittedFile {
  name: string;
  bytes: Uint8Array;
}

export interface Submission {
  files: SubmittedFile[];
  tenant: string;
  /** Default: the hash of the packet's content. */
  claimId?: string;
  /** Makes the default id new each time. */
  fresh?: boolean;
  priority: number;
  policy: ClaimPolicy;
}

export interface Submitted {
  tenant: string;
  claimId: string;
  workflowId: string;
  /** What handing in found: nothing, a claim under way, or one that has run. */
  found: 'nothing' | 'running' | 'settled';
  status: ClaimStatus;
}

/** What the settings say of each claim that is handed in. */
export const claimPolicy = (
  config: Pick<Config, 'CONFIDENCE_THRESHOLD' | 'AUDIT_SHARE' | 'SECOND_READING_SHARE'>,
): ClaimPolicy =>
  ClaimPolicySchema.parse({
    confidenceThreshold: config.CONFIDENCE_THRESHOLD,
    auditShare: config.AUDIT_SHARE,
    secondReadingShare: config.SECOND_READING_SHARE,
  });

/** Puts files into the object store under their hashes; the same bytes twice are one document. */
export async function storeDocuments(
  objects: ObjectStore,
  tenant: string,
  files: SubmittedFile[],
): Promise<DocumentRef[]> {
  const documents = new Map<string, DocumentRef>();
  for (const { name, bytes } of files) {
    const hash = sha256(bytes);
    if (documents.has(hash)) continue;
    const key = objectKeys.document(tenant, hash);
    if (!(await objects.has(key))) await objects.put(key, bytes);
    documents.set(hash, { sha256: hash, name: baseName(name) });
  }
  return [...documents.values()];
}

/**
 * Hands a packet in: documents first, then the claim's row, then its workflow, so that whatever breaks
 * in between is mended by handing in again. A packet that was handed in before is not read again.
 * Fails with `InvalidInput` and, when the id was used for other documents, with `ClaimIdConflict`.
 */
export async function submitClaim(deps: IntakeDeps, submission: Submission): Promise<Submitted> {
  const { files, tenant, fresh = false, claimId, priority, policy } = submission;
  if (files.length === 0) throw failure('InvalidInput', 'a claim needs at least one document');
  const hashes = files.map((file) => sha256(file.bytes));
  const packet = { tenant, claimId: claimId ?? packetClaimId(hashes, fresh), priority, policy };
  // Before anything is kept of it: a workflow would refuse the request too late, when the row stands.
  checkedInput({ ...packet, documents: [...new Set(hashes)].map((hash) => ({ sha256: hash, name: '' })) });
  return submitStored(deps, { ...packet, documents: await storeDocuments(deps.objects, tenant, files) });
}

/** Hands in a packet whose documents are in the object store, as `submitClaim` does. */
export async function submitStored(deps: IntakeDeps, input: ClaimInput): Promise<Submitted> {
  const { tenant, claimId, priority, documents, policy } = checkedInput(input);
  const packet = packetSha256(documents.map((document) => document.sha256));
  const { row, isNew } = await registerClaim(deps.database, {
    tenant,
    claimId,
    priority,
    packetSha256: packet,
  });
  if (row.packet_sha256 !== packet) {
    throw failure(
      'ClaimIdConflict',
      `claim ${claimId} was handed in before with other documents; use another id, or add documents to it`,
    );
  }
  const workflowId = claimWorkflowId(tenant, claimId);
  const claim = { tenant, claimId, workflowId, status: row.status };
  if (SETTLED_STATUSES.some((status) => status === row.status)) return { ...claim, found: 'settled' };
  await startClaim(deps.client, workflowId, { tenant, claimId, documents, priority, policy });
  return { ...claim, found: isNew ? 'nothing' : 'running' };
}

async function startClaim(client: Client, workflowId: string, request: ClaimInput): Promise<void> {
  try {
    await client.workflow.start('claimWorkflow', {
      workflowId,
      taskQueue: TASK_QUEUES.claims,
      args: [request],
      workflowIdConflictPolicy: 'USE_EXISTING',
      // A run that failed or was terminated may be followed by another; the row says whether it settled.
      workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
      priority: { priorityKey: request.priority, fairnessKey: request.tenant },
      typedSearchAttributes: new TypedSearchAttributes(searchAttributes.all(request.tenant, 'received', 0)),
    });
  } catch (error) {
    // It settled between the look at its row and this start.
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}

/** The last part of a path of either kind: a name to show, never a path. */
export const baseName = (name: string): string => (name.split(/[\\/]/).at(-1) ?? '').slice(0, 255);

function checkedInput(input: ClaimInput): ClaimInput {
  const parsed = ClaimInputSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw failure('InvalidInput', parsed.error.issues[0]?.message ?? 'the request has the wrong form');
}

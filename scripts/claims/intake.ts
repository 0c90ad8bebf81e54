import { setTimeout } from 'node:timers/promises';
import { claimState, viewClaim } from '../../shared/claim-view.ts';
import { type ClaimReport, claimWorkflowId, MESSAGES, SETTLED_STATUSES } from '../../shared/contracts.ts';
import { claimPolicy, storeDocuments, submitClaim } from '../../shared/submit.ts';
import type { Office } from './office.ts';
import { CommandRefused, EXIT, type Invocation, type Outcome } from './outcome.ts';
import { readPacketFiles } from './packet.ts';
import { renderClaim } from './render.ts';

const POLL_MS = 250;
const WAITING = ['in_review', 'awaiting_budget'];

export async function submitCommand(
  office: Office,
  { arguments: [paths], options, tenant }: Invocation,
): Promise<Outcome> {
  const submitted = await submitClaim(office, {
    files: readPacketFiles(paths as string[]),
    tenant,
    priority: options['priority'] as number,
    policy: claimPolicy(office.config),
    ...(options['id'] ? { claimId: options['id'] as string } : {}),
    ...(options['fresh'] ? { fresh: true } : {}),
  });
  if (options['wait']) return settled(await waitUntilSettled(office, tenant, submitted.claimId));
  const words = { nothing: 'started', running: 'is already under way', settled: 'has already run' };
  return {
    json: submitted,
    text: `claim ${submitted.claimId} ${words[submitted.found]}: npm run claims -- show ${submitted.claimId}`,
  };
}

export async function addCommand(
  office: Office,
  { arguments: [id, paths], tenant }: Invocation,
): Promise<Outcome> {
  const documents = await storeDocuments(office.objects, tenant, readPacketFiles(paths as string[]));
  const handle = office.client.workflow.getHandle(claimWorkflowId(tenant, id as string));
  const { added } = await handle.executeUpdate<{ added: number }, [object]>(MESSAGES.addDocuments, {
    args: [{ documents }],
  });
  const text =
    added === 0 ? 'the claim has these documents already' : `${added} document(s) added to claim ${id}`;
  return { json: { id, added }, text };
}

export async function cancelCommand(
  office: Office,
  { arguments: [id], tenant }: Invocation,
): Promise<Outcome> {
  await office.client.workflow.getHandle(claimWorkflowId(tenant, id as string)).cancel();
  return { json: { id, cancelled: true }, text: `claim ${id} is being cancelled` };
}

async function waitUntilSettled(office: Office, tenant: string, claimId: string): Promise<ClaimReport> {
  for (;;) {
    const state = await claimState(office.client, tenant, claimId);
    const status = state?.status ?? (await viewClaim(office, tenant, claimId))?.status;
    if (!status) throw new CommandRefused(`there is no claim ${claimId}`, EXIT.notFound);
    if (WAITING.includes(status) || SETTLED_STATUSES.some((one) => one === status)) break;
    await setTimeout(POLL_MS);
  }
  const report = await viewClaim(office, tenant, claimId);
  if (!report) throw new CommandRefused(`there is no claim ${claimId}`, EXIT.notFound);
  return report;
}

function settled(report: ClaimReport): Outcome {
  const exitCode =
    report.status === 'completed'
      ? EXIT.done
      : WAITING.includes(report.status)
        ? EXIT.waiting
        : EXIT.notCompleted;
  return { json: report, text: renderClaim(report), exitCode };
}

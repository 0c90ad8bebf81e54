import { readFileSync } from 'node:fs';
import { type FieldKey, fieldSpec, isFieldKey } from '../../shared/claim-fields.ts';
import { claimState } from '../../shared/claim-view.ts';
import { auditWorkflowId, claimWorkflowId, MESSAGES, type ReviewRequest } from '../../shared/contracts.ts';
import type { Office } from './office.ts';
import { CommandRefused, EXIT, type Invocation, type Outcome } from './outcome.ts';

export async function reviewCommand(
  office: Office,
  { arguments: [id], options, tenant }: Invocation,
): Promise<Outcome> {
  const claimId = id as string;
  const reviewer = options['reviewer'] as string;
  const handle = office.client.workflow.getHandle(claimWorkflowId(tenant, claimId));
  const state = await claimState(office.client, tenant, claimId);
  if (!state) throw new CommandRefused(`claim ${claimId} is not open`, EXIT.notFound);

  if (options['hold']) {
    await handle.executeUpdate(MESSAGES.claimForReview, { args: [{ reviewer }] });
    return {
      json: { id, holder: reviewer, version: state.version },
      text: `${reviewer} holds claim ${id}, version ${state.version}`,
    };
  }
  if (options['release']) {
    await handle.executeUpdate(MESSAGES.releaseReview, { args: [{ reviewer }] });
    return { json: { id, holder: null }, text: `claim ${id} is free again` };
  }
  if (!options['approve'] === !options['reject'])
    throw new CommandRefused('say either --approve or --reject');
  const decision = options['approve'] ? 'approve' : 'reject';

  if (state.status === 'awaiting_budget') {
    await handle.signal(decision === 'approve' ? MESSAGES.approve : MESSAGES.reject, { reviewer });
    return {
      json: { id, decision },
      text: `claim ${id} ${decision === 'approve' ? 'goes on' : 'stops reading'}`,
    };
  }
  const review: ReviewRequest = {
    reviewer,
    version: state.version,
    decision,
    reasonCode: options['reason'] as string,
    note: options['note'] as string,
    fields: {
      ...Object.fromEntries(
        (options['confirm'] as string[]).map((key) => [known(key), { decision: 'confirm' as const }]),
      ),
      ...Object.fromEntries((options['field'] as string[]).map(correction)),
    },
  };
  await handle.executeUpdate(MESSAGES.submitReview, { args: [review] });
  return {
    json: { id, decision, corrected: options['field'] },
    text: `claim ${id}: ${decision === 'approve' ? 'approved' : 'rejected'} by ${reviewer}`,
  };
}

export async function auditCommand(
  office: Office,
  { arguments: [id, file], options, tenant }: Invocation,
): Promise<Outcome> {
  let values: unknown;
  try {
    values = JSON.parse(readFileSync(file as string, 'utf8'));
  } catch {
    throw new CommandRefused(`${file}: is not a JSON file`);
  }
  const handle = office.client.workflow.getHandle(auditWorkflowId(tenant, id as string));
  await handle.executeUpdate(MESSAGES.submitAudit, { args: [{ reviewer: options['reviewer'], values }] });
  return { json: { id, audited: true }, text: `the blind reading of claim ${id} is recorded` };
}

function known(key: string): FieldKey {
  if (isFieldKey(key)) return key;
  throw new CommandRefused(`there is no field ${key}`);
}

function correction(text: string): [FieldKey, { decision: 'correct'; value: unknown }] {
  const separator = text.indexOf('=');
  if (separator < 1) throw new CommandRefused(`--field ${text}: write it as key=value`);
  const key = known(text.slice(0, separator));
  return [key, { decision: 'correct', value: typedValue(key, text.slice(separator + 1)) }];
}

/** The value as typed: text stays text for fields that hold text, everything else is JSON. */
function typedValue(key: FieldKey, text: string): unknown {
  if (text === 'null') return null;
  const { kind } = fieldSpec(key);
  if (kind === 'names' && !text.startsWith('[')) return text.split(';').map((name) => name.trim());
  if (kind !== 'money' && kind !== 'boolean' && kind !== 'names') return text;
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandRefused(
      `--field ${key}: ${kind === 'money' ? 'write an amount such as 1250.50' : 'write true or false'}`,
    );
  }
}

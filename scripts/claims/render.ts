import Table from 'cli-table3';
import pc from 'picocolors';
import { FIELD_KEYS, fieldSpec } from '../../shared/claim-fields.ts';
import type { ClaimReport, RecordedField } from '../../shared/contracts.ts';
import type { ClaimRow } from '../../shared/database/claims.ts';
import type { WaitingRow } from '../../shared/database/reviews.ts';
import { describeRejection } from '../../shared/documents.ts';

export const PLAIN = { style: { head: [], border: [], compact: true } };

const COLOURS: Record<string, (text: string) => string> = {
  completed: pc.green,
  in_review: pc.yellow,
  awaiting_budget: pc.yellow,
  rejected: pc.red,
  cancelled: pc.dim,
};
const coloured = (status: string): string => (COLOURS[status] ?? pc.cyan)(status);

/** A claim for a person: its 23 fields with confidence, who decided and where each was read, then the account. */
export function renderClaim(report: ClaimReport): string {
  const lines = [`claim ${pc.bold(report.id)}  ${coloured(report.status)}  ${report.reasons.join(', ')}`];
  if (Object.keys(report.fields).length > 0) {
    const table = new Table({
      ...PLAIN,
      head: ['field', 'value', 'sure', 'by', 'read at'],
      wordWrap: true,
      colWidths: [18, 44, 7, 18, 26],
    });
    const documents = [...new Set(report.pages.map((page) => page.document))];
    for (const key of FIELD_KEYS) {
      const field = report.fields[key];
      if (field)
        table.push([
          fieldSpec(key).title,
          shown(field),
          percent(field.confidence),
          field.decidedBy,
          place(field, documents),
        ]);
    }
    lines.push(table.toString());
  }
  for (const { name, rejection, pages } of report.documents) {
    const unread = pages.filter((page) => page.source === 'unread').map((page) => page.page);
    if (rejection) lines.push(pc.red(describeRejection(name, rejection)));
    if (unread.length > 0)
      lines.push(pc.yellow(`${name || 'unnamed document'}: pages not read: ${unread.join(', ')}`));
  }
  const { completeness: account, usage, model } = report;
  if (account) {
    lines.push(
      `${account.documents} documents, ${account.pages} pages (${account.unreadPages} unread), ${account.chunks} chunks (${account.unreadChunks} unread)`,
    );
  }
  if (model)
    lines.push(`model ${model.name}, prompt ${model.promptVersion}, confidence ${model.calibration}`);
  if (usage) {
    const cost = report.costUsd === null ? '' : `, ${report.costUsd.toFixed(5)} USD`;
    lines.push(
      `${usage.promptTokens} + ${usage.completionTokens} tokens, ${(usage.engineMs / 1000).toFixed(1)} engine seconds${cost}`,
    );
  }
  const timings = Object.entries(report.timings).map(
    ([step, ms]) => `${step.replace(/Ms$/, '')} ${(ms / 1000).toFixed(1)} s`,
  );
  if (timings.length > 0) lines.push(timings.join(' · '));
  return lines.join('\n');
}

export function renderWaiting(rows: WaitingRow[]): string {
  if (rows.length === 0) return 'nobody is waited for';
  const table = new Table({
    ...PLAIN,
    head: ['claim', 'queue', 'due', 'held by', 'fields in doubt', 'reasons'],
  });
  for (const row of rows) {
    table.push([
      row.claim_id,
      row.queue,
      when(row.due_at),
      row.held_by ?? '',
      row.fields.length || '',
      row.reasons.join(', '),
    ]);
  }
  return table.toString();
}

export function renderList(rows: ClaimRow[]): string {
  if (rows.length === 0) return 'no claims';
  const table = new Table({ ...PLAIN, head: ['claim', 'status', 'model', 'handed in', 'settled'] });
  for (const row of rows) {
    table.push([
      row.claim_id,
      coloured(row.status),
      row.model ?? '',
      when(row.submitted_at),
      when(row.settled_at),
    ]);
  }
  return table.toString();
}

function shown({ value, before }: RecordedField): string {
  const text =
    value === null ? pc.dim('not stated') : Array.isArray(value) ? value.join('; ') || 'none' : String(value);
  return before === undefined
    ? text
    : `${text} ${pc.dim(`(was ${before === null ? 'not stated' : String(before)})`)}`;
}

function place({ evidence, derivation }: RecordedField, documents: string[]): string {
  const [first] = evidence;
  if (first) return `document ${documents.indexOf(first.document) + 1}, page ${first.page}`;
  return derivation ? `${derivation.rule}: ${derivation.fields.join(', ')}` : '';
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const when = (date: Date | null): string => date?.toISOString().slice(0, 19).replace('T', ' ') ?? '';

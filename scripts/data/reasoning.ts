/** One line of reasoning before an answer: what decides, in fixed order, values as printed. */
import type { Claim, ModelAnswer } from '../../shared/claim-fields.ts';

const LONGEST = 160;

interface Case {
  claim: Claim;
  answer: ModelAnswer;
  /** Whether the text says that the police have a report. */
  policeSaid: boolean;
  /** Printed forms of what is stated beside the fields. */
  otherLossDate: string | null;
  earlierAmount: string | null;
}

/**
 * The line for a packet, at most 160 characters. Every part follows from the text alone; the parts
 * that decide least are left out where the line would be too long.
 */
export function reasoningFor(one: Case): string {
  const parts: { text: string | null; rank: number }[] = [
    { text: when(one), rank: 0 },
    { text: one.otherLossDate === null ? null : `another date: ${one.otherLossDate}`, rank: 2 },
    { text: police(one), rank: 4 },
    { text: exclusion(one.answer), rank: 1 },
    { text: one.answer.fault_disputed ? 'fault disputed' : 'fault not disputed', rank: 3 },
    { text: one.answer.adjuster_finding ? `finding: ${one.answer.adjuster_finding}` : null, rank: 1 },
    { text: total(one), rank: 5 },
  ];
  let kept = parts.filter(({ text }) => text !== null);
  const line = (): string => kept.map(({ text }) => text).join('; ');
  while (line().length > LONGEST && kept.length > 1) {
    const least = Math.max(...kept.map(({ rank }) => rank));
    kept = kept.filter(({ rank }) => rank < least);
  }
  return line();
}

/** The date of loss against the period of the policy. */
function when({ claim, answer }: Case): string {
  const { policy_effective_date: from, policy_expiration_date: to, policy_number: number } = answer;
  const loss = answer.incident_date === null ? 'no loss date' : `loss ${answer.incident_date}`;
  if (from === null && to === null)
    return `${loss}, ${number === null ? 'no policy dates' : `policy ${number} without dates`}`;
  const period = `${from === null ? '' : ` ${to === null ? 'from ' : ''}${from}`}${to === null ? '' : ` to ${to}`}`;
  return `${loss}, policy${period}${where(claim)}`;
}

function where({
  incident_date: date,
  policy_effective_date: from,
  policy_expiration_date: to,
}: Claim): string {
  if (date === null) return '';
  if (from !== null && date < from) return ', before it';
  return to !== null && date > to ? ', after it' : ', inside';
}

function police({ claim, answer, policeSaid }: Case): string {
  const report =
    answer.police_report_number === null
      ? policeSaid
        ? 'police told'
        : 'no police report'
      : `police report ${answer.police_report_number}`;
  return claim.incident_type === 'theft' ? `theft, ${report}` : report;
}

function exclusion({ exclusions, exclusion_scope }: ModelAnswer): string {
  const named = exclusions?.join(', ');
  return named ? `${named}, of ${exclusion_scope ?? 'all'}` : 'no exclusion';
}

function total({ answer, earlierAmount }: Case): string {
  if (answer.estimated_amount === null) return 'no total';
  return `total ${answer.estimated_amount}${earlierAmount === null ? '' : ` over first ${earlierAmount}`}`;
}

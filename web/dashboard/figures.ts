/** What the dashboard makes of the API's counts: shares with their intervals and n. Pure. */
import type { z } from 'zod';
import { wilsonInterval } from '../../shared/evaluation/statistics.ts';
import type { dashboardContracts } from '../../workers/api/contracts/dashboard.ts';
import type { LinePoint } from '../charts/scale.ts';
import { counted } from '../words/words.ts';

type Dashboard = z.output<(typeof dashboardContracts)['showDashboard']['responses'][200]>;
export type Counts = Dashboard['total'];

export interface Share {
  share: number | null;
  of: number;
  n: number;
}

const shareOf = (of: number, n: number): Share => ({ share: n > 0 ? of / n : null, of, n });

/** Of the completed claims those that no person touched. */
export const autoAccepted = ({ autoAccepted: of, completed }: Counts): Share => shareOf(of, completed);
/** Of the fields of reviewed claims those that the reviewer left as they were read. */
export const uncorrected = (counts: Counts): Share =>
  shareOf(counts.uncorrectedFields, counts.reviewedFields);
/** Of the fields of claims that were read blind those on which both readings agree. */
export const agreed = (counts: Counts): Share => shareOf(counts.agreedFields, counts.auditedFields);

/** A share as a point of a line; the interval takes each of the n for itself. */
export function sharePoint({ share, of, n }: Share, unit: string): LinePoint {
  if (share === null) return { value: null };
  return { value: share, interval: wilsonInterval(of, n), n: counted(n, unit) };
}

/** A mean: the counts do not tell how far single fields lie from it, so it has no interval. */
export const confidencePoint = ({ meanConfidence, fieldsRead }: Counts): LinePoint =>
  meanConfidence === null ? { value: null } : { value: meanConfidence, n: counted(fieldsRead, 'field') };

/** Completed with a person's help. */
export const reviewed = ({ completed, autoAccepted: alone }: Counts): number => completed - alone;

export const perHour = (count: number, { from, to }: Pick<Dashboard, 'from' | 'to'>): number => {
  const hours = (Date.parse(to) - Date.parse(from)) / 3_600_000;
  return hours > 0 ? count / hours : 0;
};

/** What a claim took before there was this page, and what it is to take: minutes of a reviewer. */
export const MINUTES_BEFORE = 12;
export const MINUTES_AIM = 4.5;

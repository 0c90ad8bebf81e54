/** The filter of the claims list as it stands in the page's address, and as the API takes it. Pure. */
import { CLAIM_STATUSES, type ClaimStatus } from '../../shared/contracts.ts';

export interface ClaimFilter {
  status: ClaimStatus | '';
  model: string;
  heldBy: string;
  /** Days, `YYYY-MM-DD`, both included; of the reader's own time zone. */
  from: string;
  to: string;
}

export const NO_FILTER: ClaimFilter = { status: '', model: '', heldBy: '', from: '', to: '' };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whatever an address holds gives a filter: what is not understood filters nothing. */
export function filterOf(search: string): ClaimFilter {
  const params = new URLSearchParams(search);
  const text = (name: string): string => (params.get(name) ?? '').slice(0, 100);
  const dayOf = (name: string): string => (DAY.test(text(name)) && startOf(text(name)) ? text(name) : '');
  return {
    status: CLAIM_STATUSES.find((status) => status === params.get('status')) ?? '',
    model: text('model'),
    heldBy: text('heldBy'),
    from: dayOf('from'),
    to: dayOf('to'),
  };
}

export function searchOf(filter: ClaimFilter): string {
  const given = Object.entries(filter).filter(([, value]) => value !== '');
  return new URLSearchParams(given).toString();
}

export const isFiltered = (filter: ClaimFilter): boolean => searchOf(filter) !== '';

export interface ClaimQuery {
  status?: ClaimStatus | undefined;
  model?: string | undefined;
  heldBy?: string | undefined;
  submittedFrom?: string | undefined;
  submittedBefore?: string | undefined;
}

export function queryOf({ status, model, heldBy, from, to }: ClaimFilter): ClaimQuery {
  return {
    ...(status && { status }),
    ...(model.trim() && { model: model.trim() }),
    ...(heldBy.trim() && { heldBy: heldBy.trim() }),
    ...(from && { submittedFrom: startOf(from)?.toISOString() }),
    ...(to && { submittedBefore: startOf(to, 1)?.toISOString() }),
  };
}

/** Midnight that begins the day, so many days later; `null` where there is no such day. */
function startOf(day: string, later = 0): Date | null {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const at = new Date(year, month - 1, date + later);
  return new Date(year, month - 1, date).getMonth() === month - 1 ? at : null;
}

/** Where the same claims are to be had as a table for spreadsheets. */
export function exportAddress(filter: ClaimFilter): string {
  const query = new URLSearchParams(queryOf(filter) as Record<string, string>);
  query.set('limit', '10000');
  return `/v1/claims.csv?${query}`;
}

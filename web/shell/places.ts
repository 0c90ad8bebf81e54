/** The pages, and whose roles open them. */
import type { Role } from '../../workers/sign-in/people.ts';
import type { Me } from '../api/queries.ts';

export interface Place {
  path: string;
  title: string;
  roles: readonly Role[];
}

export const PLACES: readonly Place[] = [
  { path: '/queue', title: 'Queue', roles: ['reviewer', 'senior_reviewer', 'auditor'] },
  { path: '/claims', title: 'Claims', roles: ['intake', 'reviewer', 'senior_reviewer', 'auditor', 'ml'] },
  { path: '/audits', title: 'Blind readings', roles: ['reviewer', 'senior_reviewer', 'auditor'] },
  { path: '/disagreements', title: 'Disagreements', roles: ['senior_reviewer', 'auditor'] },
  { path: '/dashboard', title: 'Dashboard', roles: ['reviewer', 'senior_reviewer', 'auditor', 'ml'] },
  { path: '/models', title: 'Models', roles: ['senior_reviewer', 'auditor', 'ml'] },
];

export const hasAny = (me: Me, roles: readonly Role[]): boolean =>
  roles.some((role) => me.roles.includes(role));

export const placesOf = (me: Me): Place[] => PLACES.filter(({ roles }) => hasAny(me, roles));

export const isReviewer = (me: Me): boolean => hasAny(me, ['reviewer', 'senior_reviewer']);

/** Where somebody's work begins. */
export function firstPlace(me: Me): string {
  if (isReviewer(me)) return '/queue';
  return placesOf(me).some(({ path }) => path === '/dashboard') ? '/dashboard' : '/claims';
}

export const timelinePath = (id: string): string => `/claims/${encodeURIComponent(id)}/timeline`;
export const reviewPath = (id: string): string => `/claims/${encodeURIComponent(id)}/review`;
export const readingPath = (id: string): string => `/audits/${encodeURIComponent(id)}/reading`;
export const decisionPath = (id: string): string => `/disagreements/${encodeURIComponent(id)}/decision`;
export const modelPath = (name: string): string => `/models/${encodeURIComponent(name)}/card`;
export const signInPath = (): string =>
  `/sign-in?return=${encodeURIComponent(location.pathname + location.search)}`;

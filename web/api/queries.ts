/** What the pages ask the API for, each under one key. */
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ClaimQuery } from '../claims/claim-filter.ts';
import { type Answer, call } from './client.ts';

export type Me = Answer<'showMe'>;
export type Review = Answer<'showReview'>;
export type ReviewField = NonNullable<Review['fields']['claimant_name']>;
export type ReviewLine = Answer<'listReviews'>['reviews'][number];
export type DocumentAccount = Review['documents'][number];
export type Evidence = ReviewField['evidence'][number];
export type ClaimLine = Answer<'listClaims'>['claims'][number];
export type Claim = Answer<'showClaim'>;
export type Timeline = Answer<'showTimeline'>;
export type TimelineEntry = Timeline['entries'][number];
export type Dashboard = Answer<'showDashboard'>;
export type Model = Answer<'showModel'>;
export type ModelLine = Answer<'listModels'>['models'][number];
export type Round = Answer<'showRound'>;
export type Disagreement = Answer<'showDisagreement'>;

const QUEUE_EVERY_MS = 30_000;
const DASHBOARD_EVERY_MS = 60_000;
const ROUND_EVERY_MS = 2_000;

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => call('showMe', { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});

export const queueQuery = (filter: { queue?: string | undefined; heldBy?: string | undefined }) =>
  infiniteQueryOptions({
    queryKey: ['queue', filter],
    queryFn: ({ pageParam, signal }) =>
      call('listReviews', { query: { ...filter, after: pageParam, limit: 100 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    refetchInterval: QUEUE_EVERY_MS,
  });

export const reviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['review', id],
    queryFn: ({ signal }) => call('showReview', { params: { id }, signal }),
    staleTime: 30_000,
  });

export const pageTextQuery = (id: string, sha256: string, page: number) =>
  queryOptions({
    queryKey: ['page', id, sha256, page],
    queryFn: ({ signal }) => call('showPage', { params: { id, sha256, page }, signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const claimsQuery = (filter: ClaimQuery) =>
  infiniteQueryOptions({
    queryKey: ['claims', filter],
    queryFn: ({ pageParam, signal }) =>
      call('listClaims', { query: { ...filter, after: pageParam, limit: 100 }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const claimQuery = (id: string) =>
  queryOptions({
    queryKey: ['claim', id],
    queryFn: ({ signal }) => call('showClaim', { params: { id }, signal }),
  });

export const timelineQuery = (id: string) =>
  queryOptions({
    queryKey: ['timeline', id],
    queryFn: ({ signal }) => call('showTimeline', { params: { id }, signal }),
  });

export const dashboardQuery = (period: { by: 'hour' | 'day'; last: number }) =>
  queryOptions({
    queryKey: ['dashboard', period],
    queryFn: ({ signal }) => call('showDashboard', { query: period, signal }),
    refetchInterval: DASHBOARD_EVERY_MS,
    placeholderData: (before) => before,
  });

export const modelsQuery = queryOptions({
  queryKey: ['models'],
  queryFn: ({ signal }) => call('listModels', { signal }),
});

export const modelQuery = (name: string) =>
  queryOptions({
    queryKey: ['model', name],
    queryFn: ({ signal }) => call('showModel', { params: { name }, signal }),
  });

export const roundsQuery = queryOptions({
  queryKey: ['rounds'],
  queryFn: ({ signal }) => call('listRounds', { signal }),
  refetchInterval: DASHBOARD_EVERY_MS,
});

export const roundQuery = (id: string) =>
  queryOptions({
    queryKey: ['round', id],
    queryFn: ({ signal }) => call('showRound', { params: { id }, signal }),
    refetchInterval: ({ state: { data } }) =>
      data === undefined || data.endedAt === null ? ROUND_EVERY_MS : false,
  });

export const auditsQuery = (decided: boolean) =>
  infiniteQueryOptions({
    queryKey: ['audits', decided],
    queryFn: ({ pageParam, signal }) => call('listAudits', { query: { decided, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const auditQuery = (id: string) =>
  queryOptions({
    queryKey: ['audit', id],
    queryFn: ({ signal }) => call('showAudit', { params: { id }, signal }),
  });

export const disagreementsQuery = (decided: boolean) =>
  infiniteQueryOptions({
    queryKey: ['disagreements', decided],
    queryFn: ({ pageParam, signal }) =>
      call('listDisagreements', { query: { decided, after: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });

export const disagreementQuery = (id: string) =>
  queryOptions({
    queryKey: ['disagreement', id],
    queryFn: ({ signal }) => call('showDisagreement', { params: { id }, signal }),
  });

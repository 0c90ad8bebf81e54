/** Packets as claims: handed in, followed by their query until they settle. */
import { setTimeout as sleep } from 'node:timers/promises';
import pLimit from 'p-limit';
import {
  type ClaimReport,
  type ClaimState,
  type ClaimStatus,
  SETTLED_STATUSES,
} from '../../shared/contracts.ts';
import type { Desk } from './desk.ts';
import type { Packet } from './packets.ts';
import type { Row } from './table.ts';

export interface Followed {
  packet: Packet;
  claimId: string | null;
  status: ClaimStatus | null;
  state: ClaimState | null;
  startedAt: number;
  settledAt: number | null;
  /** Why the claim failed, in one line. */
  problem: string | null;
}

const POLL_MS = 500;
const AT_ONCE = 8;

/** Statuses in which a claim waits for a person. */
const WAITING: readonly ClaimStatus[] = ['in_review', 'awaiting_budget'];

const isSettled = (status: ClaimStatus): boolean =>
  WAITING.includes(status) || SETTLED_STATUSES.some((settled) => settled === status);

function stepOf({ status, state, problem, claimId }: Followed): string {
  if (problem) return 'failed';
  if (!claimId || !status) return 'handing in';
  if (status === 'extracting' && state && state.chunks > 0)
    return `extracting, ${state.answered} of ${state.chunks}`;
  if (status === 'in_review') return ['in review', ...(state?.reasons ?? [])].join(', ');
  if (status === 'awaiting_budget') return 'waits: over its budget';
  return status;
}

function rowOf(claim: Followed): Row {
  const { status, state, problem, startedAt, settledAt } = claim;
  const scored = state !== null && (state.sure > 0 || Object.keys(state.doubts).length > 0);
  return {
    name: claim.packet.name,
    pages: state?.pages ?? 0,
    step: stepOf(claim),
    sure: scored ? state.sure : null,
    doubt: scored ? Object.keys(state.doubts).length : null,
    seconds: ((settledAt ?? performance.now()) - startedAt) / 1_000,
    state: problem ? 'failed' : settledAt === null ? 'running' : status === 'completed' ? 'done' : 'review',
  };
}

const oneLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';

/** Hands the packets in and resolves when each has settled, waits for a person or has failed. */
export async function followClaims(options: {
  desk: Desk;
  packets: Packet[];
  fresh: boolean;
  signal: AbortSignal;
  onChange: (rows: Row[]) => void;
  onSettled: (claim: Followed, report: ClaimReport | null) => void;
}): Promise<Followed[]> {
  const { desk, signal } = options;
  const claims = options.packets.map(
    (packet): Followed => ({
      packet,
      claimId: null,
      status: null,
      state: null,
      startedAt: performance.now(),
      settledAt: null,
      problem: null,
    }),
  );
  const changed = (): void => options.onChange(claims.map(rowOf));
  const limit = pLimit(AT_ONCE);
  const settle = async (followed: Followed): Promise<void> => {
    const { claimId } = followed;
    const report = claimId && !followed.problem ? await desk.report(claimId) : null;
    followed.settledAt = performance.now();
    options.onSettled(followed, report);
  };

  const follow = async (followed: Followed): Promise<void> => {
    try {
      const claimId = await limit(() => desk.submit(followed.packet.files, options.fresh));
      followed.claimId = claimId;
      changed();
      while (!signal.aborted) {
        const { status, state, problem } = await limit(() => desk.look(claimId));
        followed.status = status;
        followed.state = state ?? followed.state;
        followed.problem = problem;
        if (problem || isSettled(status)) break;
        changed();
        await sleep(POLL_MS, undefined, { signal }).catch(() => {});
      }
      if (!signal.aborted) await settle(followed);
    } catch (error) {
      followed.problem = oneLine(error);
      followed.settledAt = performance.now();
    }
    changed();
  };
  await Promise.all(claims.map(follow));
  return claims;
}

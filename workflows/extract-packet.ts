import { isCancellation } from '@temporalio/workflow';
import { type ChunkOutcome, type ModelVersion, NO_USAGE } from '../shared/answers.ts';
import type { FailureType } from '../shared/failures.ts';
import type { ActivityCalls } from './activities.ts';
import type { ClaimRun } from './claim-run.ts';
import { failureType } from './read-packet.ts';

/** Chunks that one activity asks about; a history grows by one activity for each group, not for each chunk. */
const CHUNKS_PER_ACTIVITY = 4;
/** Groups of one claim that wait for the model server at once, so that a long packet leaves room for others. */
const GROUPS_IN_FLIGHT = 8;
/** How often a chunk is asked about whose answer was truncated or invalid. */
const ASKS = 3;

interface Group {
  chunks: string[];
  ask: number;
}

function groupsOf(chunks: string[], ask: number): Group[] {
  const groups: Group[] = [];
  for (let i = 0; i < chunks.length; i += CHUNKS_PER_ACTIVITY)
    groups.push({ chunks: chunks.slice(i, i + CHUNKS_PER_ACTIVITY), ask });
  return groups;
}

/**
 * Asks the model about every chunk that has no answer yet. Returns `over_budget` when the claim's
 * budget does not cover what is left; then a person decides whether it goes on.
 */
export async function extractPacket(
  run: ClaimRun,
  model: ModelVersion,
  activities: ActivityCalls<'extractChunks'>,
  { asks = ASKS }: { asks?: number } = {},
): Promise<'done' | 'over_budget'> {
  const waiting = groupsOf(run.chunksWith('pending'), 1);
  let inFlight = 0;
  let overBudget = false;

  async function ask(group: Group): Promise<void> {
    const again: string[] = [];
    for (const outcome of await outcomesOf(group)) {
      run.addUsage(outcome.usage);
      const chunk = run.chunks.get(outcome.chunk);
      if (!chunk) continue;
      if (outcome.status === 'answered') chunk.status = 'answered';
      else if (mendable(outcome.failure) && group.ask < asks) again.push(outcome.chunk);
      else chunk.status = 'failed';
    }
    waiting.unshift(...groupsOf(again, group.ask + 1));
  }

  async function outcomesOf({ chunks, ask }: Group): Promise<ChunkOutcome[]> {
    try {
      return await activities.extractChunks({ tenant: run.input.tenant, model, chunks, ask });
    } catch (error) {
      if (isCancellation(error)) throw error;
      const type = (failureType(error) ?? 'EngineRefused') as FailureType;
      return chunks.map((chunk) => ({ chunk, status: 'failed', failure: type, usage: NO_USAGE }));
    }
  }

  async function lane(): Promise<void> {
    for (let group = waiting.shift(); group && !overBudget; group = waiting.shift()) {
      if (run.overBudget(inFlight + group.chunks.length)) {
        overBudget = true;
        return;
      }
      inFlight += group.chunks.length;
      await ask(group);
      inFlight -= group.chunks.length;
    }
  }

  await Promise.all(Array.from({ length: GROUPS_IN_FLIGHT }, lane));
  return overBudget ? 'over_budget' : 'done';
}

const mendable = (type: FailureType): boolean => type === 'AnswerTruncated' || type === 'AnswerInvalid';

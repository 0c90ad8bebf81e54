/** Reading one labelled claim for an evaluation: the steps and activities of the claim workflow, without its people and its record. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ApplicationFailure } from '@temporalio/common';
import type { ModelVersion, ScoredClaim, Usage } from '../shared/answers.ts';
import { ClaimPolicySchema } from '../shared/contracts.ts';
import type { DocumentRef } from '../shared/documents.ts';
import { getJson, type ObjectStore } from '../shared/objects/object-store.ts';
import { packetSha256 } from '../shared/packet.ts';
import { type SubmittedFile, storeDocuments } from '../shared/submit.ts';
import type { ActivityCalls } from '../workflows/activities.ts';
import { ClaimRun } from '../workflows/claim-run.ts';
import { extractPacket } from '../workflows/extract-packet.ts';
import { readPacket } from '../workflows/read-packet.ts';
import { chunkActivities } from './chunk.ts';
import { type ExtractDependencies, extractActivities } from './extract.ts';
import { mergeActivities } from './merge.ts';
import { type ReadDependencies, readActivities } from './read.ts';
import { recogniseActivities } from './recognise.ts';
import { scoreActivities } from './score.ts';

type Steps =
  | 'readDocument'
  | 'recognisePages'
  | 'chunkPacket'
  | 'extractChunks'
  | 'mergeAnswers'
  | 'scoreClaim';
export type ReadingActivities = ActivityCalls<Steps>;
/** The steps from read pages on. */
export type AnsweringActivities = ActivityCalls<Exclude<Steps, 'readDocument' | 'recognisePages'>>;

/** The activities that a claim is read with. */
export const readingActivities = (deps: ReadDependencies & ExtractDependencies): ReadingActivities => ({
  ...readActivities(deps),
  ...recogniseActivities(deps),
  ...answeringActivities(deps),
});

/** The activities that the pages of a claim are answered with. */
export const answeringActivities = (deps: ExtractDependencies): AnsweringActivities => ({
  ...chunkActivities(deps),
  ...extractActivities(deps),
  ...mergeActivities(deps),
  ...scoreActivities(deps),
});

/** Runs one activity where it finds the context that it asks for: in a real activity as it is, else in an environment made for it. */
export type Call = <Input, Output>(
  activity: (input: Input) => Promise<Output>,
  input: Input,
) => Promise<Output>;

export interface ReadClaimRequest {
  objects: ObjectStore;
  activities: ReadingActivities;
  call: Call;
  /** Keeps the objects of one claim apart, so that no answer of one is taken for another's. */
  tenant: string;
  files: SubmittedFile[];
  model: ModelVersion;
  /** A field under this confidence is in doubt. */
  threshold: number;
  /** How often a chunk is asked about; default: as often as the claim workflow does. */
  asks?: number;
}

export interface ClaimReading {
  /** `null`: no chunk got a usable answer, or no document could be read. */
  scored: ScoredClaim | null;
  /** Whether the claim would have been recorded without a person. */
  autoAccepted: boolean;
  firstAsks: { asked: number; compliant: number };
  usage: Usage;
  /** From documents in the store to the scored claim. */
  latencyMs: number;
}

/**
 * Reads a packet as the claim workflow does, up to the scored claim. What stays away after some
 * attempts ends it with that failure, because a claim read in part would be judged as a wrong one.
 */
export async function readLabelledClaim(request: ReadClaimRequest): Promise<ClaimReading> {
  const { objects, tenant, model } = request;
  const run = runOf(await storeDocuments(objects, tenant, request.files), request);
  const startedAt = performance.now();
  const { calling, throwIfBroken } = insisting(request.call);
  const activities = {
    readDocument: calling(request.activities.readDocument),
    recognisePages: calling(request.activities.recognisePages),
    chunkPacket: calling(request.activities.chunkPacket),
  };
  const isRead = await readAndChunk(run, { model, activities, throwIfBroken });
  return answered(run, request, { startedAt, isRead });
}

export type FrozenClaimRequest = Omit<ReadClaimRequest, 'files' | 'activities'> & {
  activities: AnsweringActivities;
  /** The documents in the packet's order, each with its read pages; their text lies in the store. */
  readings: { document: string; pages: number[] }[];
};

/** Reads a claim whose pages were read before, as `readLabelledClaim` does from there on. */
export async function readFrozenClaim(request: FrozenClaimRequest): Promise<ClaimReading> {
  const { tenant, model, readings } = request;
  const run = runOf(
    readings.map(({ document }) => ({ sha256: document, name: '' })),
    request,
  );
  for (const { document, pages } of readings)
    run.readings.set(document, {
      document,
      pages: pages.map((page) => ({ page, source: 'text', words: 0 })),
      ...{ toRecognise: [], unread: [], attachments: [] },
    });
  const startedAt = performance.now();
  const { calling, throwIfBroken } = insisting(request.call);
  const { chunks } = await calling(request.activities.chunkPacket)({ tenant, model, readings });
  throwIfBroken();
  run.setChunks(chunks);
  return answered(run, request, { startedAt, isRead: chunks.length > 0 });
}

function runOf(
  documents: DocumentRef[],
  { tenant, threshold }: { tenant: string; threshold: number },
): ClaimRun {
  const claimId = packetSha256(documents.map(({ sha256 }) => sha256));
  const policy = ClaimPolicySchema.parse({ confidenceThreshold: threshold });
  return new ClaimRun({ tenant, claimId, documents, priority: 5, policy });
}

/** From chunks to the scored claim. */
async function answered(
  run: ClaimRun,
  request: Omit<FrozenClaimRequest, 'readings'>,
  { startedAt, isRead }: { startedAt: number; isRead: boolean },
): Promise<ClaimReading> {
  const { objects, tenant, model, threshold, asks } = request;
  const { claimId } = run.input;
  const { activities, firstAsks, throwIfBroken } = watched(request);
  const result = (scored: ScoredClaim | null): ClaimReading => ({
    scored,
    autoAccepted: scored !== null && run.reviewReasons().length === 0,
    firstAsks,
    usage: run.usage,
    latencyMs: performance.now() - startedAt,
  });

  if (!isRead) return result(null);
  // No person is there to let it go on past its budget.
  const ended = await extractPacket(run, model, activities, asks === undefined ? {} : { asks });
  run.stoppedByBudget = ended === 'over_budget';
  throwIfBroken();
  const answered = run.chunksWith('answered');
  if (answered.length === 0) return result(null);
  const unread = [...run.chunksWith('failed'), ...run.chunksWith('pending')];
  const round = 1;
  const { object } = await activities.mergeAnswers({
    ...{ tenant, claimId, round, model },
    ...{ chunks: answered, unread },
  });
  run.scored = await activities.scoreClaim({ tenant, claimId, round, model, merged: object, threshold });
  const latencyMs = performance.now() - startedAt;
  return { ...result(await getJson<ScoredClaim>(objects, run.scored.object)), latencyMs };
}

/** Reads documents of the store page by page, as the claim workflow does; the run knows what was read and what was not. */
export async function readStoredPacket(request: {
  tenant: string;
  documents: DocumentRef[];
  activities: ActivityCalls<'readDocument' | 'recognisePages'>;
  call: Call;
}): Promise<ClaimRun> {
  const { calling, throwIfBroken } = insisting(request.call);
  const run = runOf(request.documents, { tenant: request.tenant, threshold: 0 });
  const activities = {
    readDocument: calling(request.activities.readDocument),
    recognisePages: calling(request.activities.recognisePages),
  };
  while (run.unread().length > 0) await readPacket(run, activities);
  throwIfBroken();
  return run;
}

type ChunkingActivities = ActivityCalls<'readDocument' | 'recognisePages' | 'chunkPacket'>;

/** The activities that a claim's chunks are made with; no model server is asked. */
export const chunkingActivities = (
  deps: ReadDependencies & Parameters<typeof chunkActivities>[0],
): ChunkingActivities => ({
  ...readActivities(deps),
  ...recogniseActivities(deps),
  ...chunkActivities(deps),
});

/** Reads a packet up to the chunks that the model would be asked about; the run knows them and what was not read. */
export async function chunkLabelledClaim(
  request: Pick<ReadClaimRequest, 'objects' | 'call' | 'tenant' | 'files' | 'model'> & {
    activities: ChunkingActivities;
  },
): Promise<ClaimRun> {
  const { objects, tenant, model } = request;
  const { calling, throwIfBroken } = insisting(request.call);
  const documents = await storeDocuments(objects, tenant, request.files);
  const claimId = packetSha256(documents.map(({ sha256 }) => sha256));
  const policy = ClaimPolicySchema.parse({});
  const run = new ClaimRun({ tenant, claimId, documents, priority: 5, policy });
  const activities = {
    readDocument: calling(request.activities.readDocument),
    recognisePages: calling(request.activities.recognisePages),
    chunkPacket: calling(request.activities.chunkPacket),
  };
  await readAndChunk(run, { model, activities, throwIfBroken });
  return run;
}

/** Gives the run its chunks; `false`: no document can be read. */
async function readAndChunk(
  run: ClaimRun,
  steps: { model: ModelVersion; activities: ChunkingActivities; throwIfBroken: () => void },
): Promise<boolean> {
  const { model, activities, throwIfBroken } = steps;
  while (run.unread().length > 0) await readPacket(run, activities);
  throwIfBroken();
  if (run.allRejected()) return false;
  const readings = run
    .orderedReadings()
    .filter(({ pages }) => pages.length > 0)
    .map(({ document, pages }) => ({ document, pages: pages.map(({ page }) => page) }));
  const { chunks } = await activities.chunkPacket({ tenant: run.input.tenant, model, readings });
  run.setChunks(chunks);
  return true;
}

/** Activities tried again as Temporal would, and what broke for good remembered. */
function insisting(call: Call) {
  const broken: unknown[] = [];
  return {
    calling:
      <Input, Output>(activity: (input: Input) => Promise<Output>) =>
      (input: Input): Promise<Output> =>
        insistently(() => call(activity, input)).catch((error: unknown) => {
          // The workflow's steps take a failure for the end of one chunk or document.
          broken.push(error);
          throw error;
        }),
    throwIfBroken(): void {
      if (broken.length > 0) throw broken[0];
    },
  };
}

/** The activities as this chain calls them, first asks counted. */
function watched({ activities, call }: Pick<FrozenClaimRequest, 'activities' | 'call'>) {
  const firstAsks = { asked: 0, compliant: 0 };
  const { calling, throwIfBroken } = insisting(call);
  const extractChunks = calling(activities.extractChunks);
  return {
    firstAsks,
    throwIfBroken,
    activities: {
      mergeAnswers: calling(activities.mergeAnswers),
      scoreClaim: calling(activities.scoreClaim),
      async extractChunks(input) {
        const outcomes = await extractChunks(input);
        if (input.ask === 1) {
          firstAsks.asked += outcomes.length;
          firstAsks.compliant += outcomes.filter(({ status }) => status === 'answered').length;
        }
        return outcomes;
      },
    } satisfies Omit<AnsweringActivities, 'chunkPacket'>,
  };
}

const ATTEMPTS = 5;
const FIRST_BACKOFF_MS = 500;

/** Repeats what may succeed when repeated, as a retry policy does, but not for ever. */
async function insistently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const retryable = error instanceof ApplicationFailure && !error.nonRetryable;
      if (!retryable || attempt === ATTEMPTS) throw error;
      await sleep(FIRST_BACKOFF_MS * 2 ** (attempt - 1));
    }
  }
}

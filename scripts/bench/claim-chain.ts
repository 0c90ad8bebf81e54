/** The activities of a claim as a plain chain of awaits in this process: what a claim costs without a workflow around it. */
import { randomUUID } from 'node:crypto';
import { MockActivityEnvironment } from '@temporalio/testing';
import { chunkActivities } from '../../activities/chunk.ts';
import { openEngine } from '../../activities/engine.ts';
import { gatedEngine } from '../../activities/engine-gate.ts';
import { extractActivities } from '../../activities/extract.ts';
import { mergeActivities } from '../../activities/merge.ts';
import { notifyActivities } from '../../activities/notify.ts';
import { openActivities } from '../../activities/open.ts';
import { readActivities } from '../../activities/read.ts';
import { createReader } from '../../activities/reading/reader.ts';
import { recordActivities } from '../../activities/record.ts';
import { scoreActivities } from '../../activities/score.ts';
import { registerClaim } from '../../shared/database/claims.ts';
import { createLogger } from '../../shared/log.ts';
import { activeModel, loadModel, modelVersion } from '../../shared/model.ts';
import { packetSha256 } from '../../shared/packet.ts';
import { type SubmittedFile, storeDocuments } from '../../shared/submit.ts';
import { ClaimRun } from '../../workflows/claim-run.ts';
import { StackError } from '../stack/exec.ts';
import type { Rig } from './rig.ts';
import { POLICY, PRIORITY, TENANT } from './run-claims.ts';

export interface Chain {
  /** Runs one claim of text documents; resolves with its milliseconds. */
  run(files: SubmittedFile[]): Promise<number>;
  close(): Promise<void>;
}

/** Throws `StackError` for a claim that would wait for a person. */
export function openChain(rig: Rig): Chain {
  const { database, objects, config } = rig;
  const log = createLogger('bench', 'silent');
  const engine = openEngine({
    url: config.engineUrl,
    apiKey: config.VLLM_API_KEY,
    timeoutMs: config.INFERENCE_TIMEOUT_MS,
  });
  const reader = createReader({
    processes: config.READER_PROCESSES,
    timeoutMs: config.READER_TIMEOUT_MS,
    memoryMb: config.READER_MEMORY_MB,
  });
  const { openClaim } = openActivities({
    database,
    versionsFor: async () => ({ reads: modelVersion(activeModel(config).card), shadow: null }),
  });
  const { readDocument } = readActivities({ objects, reader, log });
  const { chunkPacket } = chunkActivities({ objects, models: loadModel });
  const { extractChunks } = extractActivities({
    objects,
    engine: gatedEngine(engine, { patienceMs: 1_000 }),
    models: loadModel,
    sequences: rig.slots,
    log,
  });
  const { mergeAnswers } = mergeActivities({ objects });
  const { scoreClaim } = scoreActivities({ objects });
  const { recordClaim } = recordActivities({
    database,
    objects,
    engine: { usdPerHour: config.ENGINE_USD_PER_HOUR, sequences: rig.slots },
  });
  const { notifyIntake } = notifyActivities({ database, webhook: null });
  const environment = new MockActivityEnvironment();
  const call = <Input, Output>(activity: (input: Input) => Promise<Output>, input: Input): Promise<Output> =>
    environment.run<[Input], Output, typeof activity>(activity, input);

  async function claim(files: SubmittedFile[]): Promise<void> {
    const [tenant, claimId] = [TENANT, randomUUID()];
    const documents = await storeDocuments(objects, tenant, files);
    const packet = packetSha256(documents.map(({ sha256 }) => sha256));
    await registerClaim(database, { tenant, claimId, priority: PRIORITY, packetSha256: packet });

    const run = new ClaimRun({ tenant, claimId, documents, priority: PRIORITY, policy: POLICY });
    const startedAt = Date.now();
    const opened = await call(openClaim, { input: run.input, firstRunId: randomUUID() });
    if (opened.outcome !== 'run') throw new StackError('a claim of the benchmark has run before');
    const { model } = opened;
    for (const document of documents) {
      const reading = await call(readDocument, { tenant, document, depth: 0 });
      run.readings.set(document.sha256, reading);
    }
    const readings = run
      .orderedReadings()
      .map(({ document, pages }) => ({ document, pages: pages.map(({ page }) => page) }));
    const { chunks: refs } = await call(chunkPacket, { tenant, model, readings });
    run.setChunks(refs);
    const chunks = refs.map(({ id }) => id);
    for (const outcome of await call(extractChunks, { tenant, model, chunks, ask: 1 })) {
      run.addUsage(outcome.usage);
      const chunk = run.chunks.get(outcome.chunk);
      if (chunk) chunk.status = outcome.status;
    }
    const answered = run.chunksWith('answered');
    const round = 1;
    const merged = await call(mergeAnswers, { tenant, claimId, round, model, chunks: answered });
    run.scored = await call(scoreClaim, {
      tenant,
      claimId,
      round,
      model,
      merged: merged.object,
      threshold: POLICY.confidenceThreshold,
    });
    const reasons = run.reviewReasons();
    if (reasons.length > 0) {
      const doubts = JSON.stringify(run.scored?.doubts);
      throw new StackError(`a claim of the benchmark needs a person: ${reasons.join()} ${doubts}`);
    }
    await call(recordClaim, {
      ...{ tenant, claimId, model, reasons, documents },
      status: 'completed' as const,
      scored: run.scored.object,
      version: round,
      completeness: run.completeness(),
      usage: run.usage,
      readings: run.orderedReadings(),
      decision: null,
      budgetDecisions: [],
      timings: { totalMs: Date.now() - startedAt },
    });
    await call(notifyIntake, { tenant, claimId, status: 'completed' as const });
  }

  return {
    async run(files) {
      const startedAt = performance.now();
      await claim(files);
      return performance.now() - startedAt;
    },
    close: () => reader.close(),
  };
}

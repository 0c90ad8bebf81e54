import type { ModelVersion } from '../shared/answers.ts';
import { type ClaimInput, ClaimInputSchema } from '../shared/contracts.ts';
import { PRIORITIES } from '../shared/task-queues.ts';
import { activitiesFor } from './activities.ts';
import { ClaimRun } from './claim-run.ts';
import { extractPacket } from './extract-packet.ts';
import { shadowing } from './model-activities.ts';

export interface ShadowInput {
  tenant: string;
  claimId: string;
  model: ModelVersion;
  readings: { document: string; pages: number[] }[];
}

/** A recorded claim read once more by a version that has no say, behind all live claims. */
export async function shadowWorkflow({ tenant, claimId, model, readings }: ShadowInput): Promise<void> {
  const activities = activitiesFor({ tenant, priority: PRIORITIES.batch });
  const documents = readings.map(({ document }) => ({ sha256: document, name: '' }));
  const input: ClaimInput = ClaimInputSchema.parse({
    tenant,
    claimId,
    documents,
    priority: PRIORITIES.batch,
  });
  const run = new ClaimRun(input);
  const { chunks } = await activities.chunkPacket({ tenant, model, readings });
  run.setChunks(chunks);
  await extractPacket(run, model, activities);
  const answered = run.chunksWith('answered');
  const unread = [...run.chunksWith('failed'), ...run.chunksWith('pending')];
  let scored: string | null = null;
  if (answered.length > 0) {
    // A place of its own beside the claim's, whose merged and scored objects stay as they are.
    const place = { tenant, claimId: `${claimId}/shadow/${model.name}`, round: 1, model };
    const { object } = await activities.mergeAnswers({ ...place, chunks: answered, unread });
    const { confidenceThreshold: threshold } = input.policy;
    scored = (await activities.scoreClaim({ ...place, merged: object, threshold })).object;
  }
  await shadowing.recordShadow({
    ...{
      tenant,
      claimId,
      model,
      scored,
      chunks: run.chunks.size,
      failedChunks: unread.length,
      usage: run.usage,
    },
  });
}

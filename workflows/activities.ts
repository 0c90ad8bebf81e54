import { type ActivityOptions, proxyActivities } from '@temporalio/workflow';
import type { auditActivities } from '../activities/audit.ts';
import type { chunkActivities } from '../activities/chunk.ts';
import type { disagreementActivities } from '../activities/disagreement.ts';
import type { extractActivities } from '../activities/extract.ts';
import type { mergeActivities } from '../activities/merge.ts';
import type { notifyActivities } from '../activities/notify.ts';
import type { openActivities } from '../activities/open.ts';
import type { readActivities } from '../activities/read.ts';
import type { recogniseActivities } from '../activities/recognise.ts';
import type { recordActivities } from '../activities/record.ts';
import type { reviewActivities } from '../activities/review.ts';
import type { scoreActivities } from '../activities/score.ts';
import { TASK_QUEUES } from '../shared/task-queues.ts';

type LightActivities = ReturnType<typeof openActivities> &
  ReturnType<typeof chunkActivities> &
  ReturnType<typeof mergeActivities> &
  ReturnType<typeof scoreActivities> &
  ReturnType<typeof reviewActivities> &
  ReturnType<typeof recordActivities> &
  ReturnType<typeof auditActivities> &
  ReturnType<typeof disagreementActivities>;
type DocumentActivities = ReturnType<typeof readActivities> & ReturnType<typeof recogniseActivities>;

// Without a limit on attempts: what is away comes back, and until then the claim waits.
const UNTIL_BACK = { initialInterval: '500ms', backoffCoefficient: 2, maximumInterval: '20s' } as const;

/** The activities of one claim, on their queues, in the claim's place among others: its urgency, then its tenant's share. */
export function activitiesFor(claim: { tenant: string; priority: number }) {
  const shared: ActivityOptions = {
    retry: UNTIL_BACK,
    priority: { priorityKey: claim.priority, fairnessKey: claim.tenant },
  };
  const light = proxyActivities<LightActivities>({ ...shared, startToCloseTimeout: '1 minute' });
  const documents = proxyActivities<DocumentActivities>({
    ...shared,
    taskQueue: TASK_QUEUES.documents,
    startToCloseTimeout: '15 minutes',
    heartbeatTimeout: '30 seconds',
  });
  const inference = proxyActivities<ReturnType<typeof extractActivities>>({
    ...shared,
    taskQueue: TASK_QUEUES.inference,
    startToCloseTimeout: '15 minutes',
    heartbeatTimeout: '30 seconds',
  });
  const intake = proxyActivities<ReturnType<typeof notifyActivities>>({
    ...shared,
    startToCloseTimeout: '1 minute',
    // Intake may be down over a weekend; after that a person replays the delivery.
    scheduleToCloseTimeout: '3 days',
    retry: { ...UNTIL_BACK, maximumInterval: '10 minutes' },
  });
  return {
    openClaim: light.openClaim,
    readDocument: documents.readDocument,
    recognisePages: documents.recognisePages,
    chunkPacket: light.chunkPacket,
    extractChunks: inference.extractChunks,
    mergeAnswers: light.mergeAnswers,
    scoreClaim: light.scoreClaim,
    openReview: light.openReview,
    remindReviewers: light.remindReviewers,
    escalateReview: light.escalateReview,
    mirrorHold: light.mirrorHold,
    recordClaim: light.recordClaim,
    recordCancelled: light.recordCancelled,
    notifyIntake: intake.notifyIntake,
    openAudit: light.openAudit,
    remindAuditors: light.remindAuditors,
    recordAudit: light.recordAudit,
    openDisagreement: light.openDisagreement,
    remindSeniors: light.remindSeniors,
    recordDisagreement: light.recordDisagreement,
  };
}

export type Activities = ReturnType<typeof activitiesFor>;

/** Some of the activities as plain functions, whoever runs them: Temporal, or a chain that reads one claim by itself. */
export type ActivityCalls<K extends keyof Activities> = {
  [N in K]: (input: Parameters<Activities[N]>[0]) => ReturnType<Activities[N]>;
};

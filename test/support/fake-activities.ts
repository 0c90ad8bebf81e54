import type { ChunkOutcome, ScoreSummary } from '../../shared/answers.ts';
import type { DocumentReading } from '../../shared/documents.ts';
import type { Activities } from '../../workflows/activities.ts';

type Arguments<K extends keyof Activities> = Parameters<Activities[K]>[0];
type Answer<K extends keyof Activities> = Awaited<ReturnType<Activities[K]>>;
export type FakeActivities = { [K in keyof Activities]: (input: Arguments<K>) => Promise<Answer<K>> };

export const MODEL = {
  name: 'embedded-1',
  servedName: 'claims',
  promptVersion: '1',
  answerFormat: 'normalised',
  reasons: false,
  contextTokens: 1024,
  maxOutputTokens: 384,
  calibration: null,
} as const;

const USAGE = { promptTokens: 500, completionTokens: 250, engineMs: 1_000, requests: 1 };

export const SURE: ScoreSummary = {
  object: 'default/claims/x/scored-1.json',
  sure: 23,
  doubts: {},
  stated: 20,
};
export const IN_DOUBT: ScoreSummary = { ...SURE, sure: 22, doubts: { incident_date: ['low_confidence'] } };

export const readingOf = (document: string, pages = 1): DocumentReading => ({
  document,
  kind: 'text',
  pages: Array.from({ length: pages }, (_, i) => ({ page: i + 1, source: 'text' as const, words: 100 })),
  toRecognise: [],
  unread: [],
  attachments: [],
});

export const answered = (chunk: string): ChunkOutcome => ({ chunk, status: 'answered', usage: USAGE });
export const failed = (chunk: string, failure: 'AnswerTruncated' | 'AnswerInvalid'): ChunkOutcome => ({
  chunk,
  status: 'failed',
  failure,
  usage: USAGE,
});

/**
 * Activities that answer at once, for tests of what the workflow does in which order: a packet of
 * one-page texts, one chunk a document, all fields sure. `calls` holds every call with its argument.
 */
export function fakeActivities(overrides: Partial<FakeActivities> = {}): {
  activities: FakeActivities;
  calls: { name: string; input: unknown }[];
} {
  const calls: { name: string; input: unknown }[] = [];
  const activities: FakeActivities = {
    openClaim: async () => ({ outcome: 'run', model: MODEL }),
    readDocument: async ({ document }) => readingOf(document.sha256),
    recognisePages: async ({ pages }) => ({
      pages: pages.map((page) => ({ page, source: 'ocr', words: 100, ocrConfidence: 0.9 })),
      unread: [],
    }),
    chunkPacket: async ({ readings }) => ({
      chunks: readings.map(({ document, pages }) => ({
        id: `chunk-${document.slice(0, 8)}`,
        tokens: 400,
        pages: pages.map((page) => ({ document, page })),
      })),
    }),
    extractChunks: async ({ chunks }) => chunks.map(answered),
    mergeAnswers: async ({ round }) => ({ object: `default/claims/x/merged-${round}.json` }),
    scoreClaim: async () => SURE,
    openReview: async () => {},
    remindReviewers: async () => {},
    escalateReview: async () => {},
    mirrorHold: async () => {},
    recordClaim: async () => ({ recorded: true }),
    recordCancelled: async () => {},
    notifyIntake: async () => ({ delivery: 'skipped' }),
    openAudit: async () => {},
    remindAuditors: async () => {},
    recordAudit: async () => ({ fieldsCompared: 23, fieldsAgreed: 23, differing: [] }),
    openDisagreement: async () => {},
    remindSeniors: async () => {},
    recordDisagreement: async () => {},
    ...overrides,
  };
  const logged = Object.fromEntries(
    Object.entries(activities).map(([name, run]) => [
      name,
      (input: never) => {
        calls.push({ name, input });
        return (run as (input: never) => Promise<unknown>)(input);
      },
    ]),
  ) as unknown as FakeActivities;
  return { activities: logged, calls };
}

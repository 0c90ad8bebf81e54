import { ActivityFailure, ApplicationFailure, isCancellation } from '@temporalio/workflow';
import type { DocumentReading, DocumentRef } from '../shared/documents.ts';
import type { ActivityCalls } from './activities.ts';
import type { ClaimRun } from './claim-run.ts';

/** Pages that one activity recognises: small enough to spread a packet over the pool, large enough to spare history. */
const PAGES_PER_ACTIVITY = 4;

const batches = <T>(items: T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));

/** The type of the failure that an activity ended with, if it ended with one of ours. */
export function failureType(error: unknown): string | undefined {
  const cause = error instanceof ActivityFailure ? error.cause : undefined;
  return cause instanceof ApplicationFailure ? (cause.type ?? undefined) : undefined;
}

/**
 * Reads every document that was not read yet, with its attachments: text layers at once, the other
 * pages by OCR in parallel. A document that cannot be read is rejected in its reading; the packet goes on.
 */
export async function readPacket(
  run: ClaimRun,
  activities: ActivityCalls<'readDocument' | 'recognisePages'>,
): Promise<void> {
  const { tenant } = run.input;

  async function recognise(reading: DocumentReading): Promise<DocumentReading> {
    const results = await Promise.all(
      batches(reading.toRecognise, PAGES_PER_ACTIVITY).map((pages) =>
        activities.recognisePages({ tenant, document: reading.document, pages }),
      ),
    );
    return {
      ...reading,
      pages: [...reading.pages, ...results.flatMap((result) => result.pages)].sort((a, b) => a.page - b.page),
      unread: [...reading.unread, ...results.flatMap((result) => result.unread)].sort((a, b) => a - b),
      toRecognise: [],
    };
  }

  async function read(document: DocumentRef, depth: number, attachedTo?: string): Promise<void> {
    let reading: DocumentReading;
    try {
      const first = await activities.readDocument({
        tenant,
        document,
        depth,
        ...(attachedTo === undefined ? {} : { attachedTo }),
      });
      reading = await recognise(first);
    } catch (error) {
      if (isCancellation(error)) throw error;
      reading = {
        document: document.sha256,
        pages: [],
        toRecognise: [],
        unread: [],
        attachments: [],
        rejection: { code: 'damaged', detail: failureType(error) ?? 'reading failed' },
      };
    }
    run.readings.set(document.sha256, reading);
    const unseen = reading.attachments.filter((attachment) => !run.readings.has(attachment.sha256));
    await Promise.all(unseen.map((attachment) => read(attachment, depth + 1, document.sha256)));
  }

  await Promise.all(run.unread().map((document) => read(document, 0)));
}

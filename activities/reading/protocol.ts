import type { RejectionCode } from '../../shared/documents.ts';
import type { DocumentContent, PageContent } from './content.ts';
import type { ReadingLimits } from './limits.ts';
import type { OcrEngineName } from './ocr-engine.ts';

/** What the parent asks of a reading process, one thing at a time. */
export interface Job {
  /** SHA-256 of the bytes; a process keeps the last document it was given. */
  document: string;
  name: string;
  /** Absent where the process holds this document already. */
  bytes?: Uint8Array;
  limits: ReadingLimits;
  engine: OcrEngineName;
  task:
    | { type: 'read' }
    | { type: 'recognise'; page: number }
    /** `width` in pixels. */
    | { type: 'render'; page: number; width: number };
}

export type Answer =
  /** The process is up and took the job. */
  | { type: 'started' }
  /** A page is done, more follow. */
  | { type: 'progress' }
  | { type: 'read'; content: DocumentContent }
  /** `null`: there is writing on the page that could not be read. */
  | { type: 'recognised'; page: PageContent | null }
  /** WebP. */
  | { type: 'rendered'; image: Uint8Array }
  | { type: 'rejected'; code: RejectionCode; detail: string };

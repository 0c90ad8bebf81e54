import type { ChunkRef, ModelVersion } from '../shared/answers.ts';
import {
  type Completeness,
  NO_USAGE,
  type ReviewReason,
  type ScoreSummary,
  type Usage,
} from '../shared/answers.ts';
import type { ClaimInput, ClaimState, ClaimStatus, Decision, ReviewState } from '../shared/contracts.ts';
import type { DocumentReading, DocumentRef } from '../shared/documents.ts';
import { accountOf } from '../shared/domain/account.ts';

interface ChunkAccount {
  ref: ChunkRef;
  status: 'pending' | 'answered' | 'failed';
}

/** Everything one run of a claim knows: references, counts and codes, never a value or a text. */
export class ClaimRun {
  status: ClaimStatus = 'received';
  version = 0;
  model: ModelVersion | null = null;
  /** The version that reads the claim once more when it is recorded. */
  shadow: ModelVersion | null = null;
  documents: DocumentRef[];
  readings = new Map<string, DocumentReading>();
  chunks = new Map<string, ChunkAccount>();
  usage: Usage = { ...NO_USAGE };
  /** Doubles, triples… each time a person lets a claim go on past it. */
  budgets = 1;
  budgetDecisions: Decision[] = [];
  stoppedByBudget = false;
  scored: ScoreSummary | null = null;
  review: ReviewState | null = null;
  decision: Decision | null = null;
  /** Milliseconds of each step, and of waiting for people. */
  timings: Record<string, number> = {};
  readonly input: ClaimInput;

  constructor(input: ClaimInput) {
    this.input = input;
    this.documents = [...input.documents];
  }

  /** Runs a step and adds what it took, by the workflow's clock. */
  async timed<T>(step: string, work: () => Promise<T>): Promise<T> {
    const startedAt = Date.now();
    try {
      return await work();
    } finally {
      this.timings[step] = (this.timings[step] ?? 0) + Date.now() - startedAt;
    }
  }

  /** Documents handed in and not yet read. */
  unread(): DocumentRef[] {
    return this.documents.filter((document) => !this.readings.has(document.sha256));
  }

  /** Adds further documents; those already known are passed over. Returns how many are new. */
  addDocuments(documents: DocumentRef[]): number {
    const known = new Set(this.documents.map((document) => document.sha256));
    const added = documents.filter((document) => !known.has(document.sha256) && known.add(document.sha256));
    this.documents.push(...added);
    return added.length;
  }

  /** Readings in the packet's order, attachments behind the document that carries them. */
  orderedReadings(): DocumentReading[] {
    const placed = new Set<string>();
    const behind = (sha256: string): DocumentReading[] => {
      const reading = this.readings.get(sha256);
      if (!reading || placed.has(sha256)) return [];
      placed.add(sha256);
      return [reading, ...reading.attachments.flatMap((attachment) => behind(attachment.sha256))];
    };
    return this.documents.flatMap((document) => behind(document.sha256));
  }

  /** Whether nothing of the packet can be read; a document with unreadable pages only is still a person's to look at. */
  allRejected(): boolean {
    return [...this.readings.values()].every((reading) => reading.rejection);
  }

  /** Takes the packet's present chunks; answers to chunks that are still part of it are kept. */
  setChunks(refs: ChunkRef[]): void {
    this.chunks = new Map(
      refs.map((ref) => [ref.id, { ref, status: this.chunks.get(ref.id)?.status ?? 'pending' }]),
    );
  }

  chunksWith(status: ChunkAccount['status']): string[] {
    return [...this.chunks].filter(([, chunk]) => chunk.status === status).map(([id]) => id);
  }

  addUsage(usage: Usage): void {
    this.usage = {
      promptTokens: this.usage.promptTokens + usage.promptTokens,
      completionTokens: this.usage.completionTokens + usage.completionTokens,
      engineMs: this.usage.engineMs + usage.engineMs,
      requests: this.usage.requests + usage.requests,
    };
  }

  /** Whether asking about `more` further chunks would go past the claim's budget. */
  overBudget(more: number): boolean {
    const { chunks, tokens, engineSeconds } = this.input.policy.budget;
    const asked = this.chunksWith('answered').length + this.chunksWith('failed').length + more;
    return (
      asked > chunks * this.budgets ||
      this.usage.promptTokens + this.usage.completionTokens > tokens * this.budgets ||
      this.usage.engineMs > engineSeconds * 1000 * this.budgets
    );
  }

  completeness(): Completeness {
    const readings = [...this.readings.values()];
    const rejectedDocuments = readings.filter((reading) => reading.rejection).length;
    const unreadPages = readings.reduce((sum, r) => sum + r.unread.length + r.toRecognise.length, 0);
    const unreadChunks = this.chunks.size - this.chunksWith('answered').length;
    return {
      documents: readings.length,
      rejectedDocuments,
      pages: readings.reduce((sum, r) => sum + r.pages.length, 0) + unreadPages,
      unreadPages,
      chunks: this.chunks.size,
      unreadChunks,
      complete: readings.length > 0 && rejectedDocuments + unreadPages + unreadChunks === 0,
    };
  }

  /** Why a person must look at the claim; empty when everything was read and every field is sure. */
  reviewReasons(): ReviewReason[] {
    const account = this.completeness();
    const doubts = Object.values(this.scored?.doubts ?? {});
    const reasons: [ReviewReason, boolean][] = [
      ['document_rejected', account.rejectedDocuments > 0],
      ['page_unread', account.unreadPages > 0],
      ['budget_exceeded', this.stoppedByBudget],
      ['chunk_unread', account.unreadChunks > 0 && !this.stoppedByBudget],
      ['validator_failed', doubts.some((reasons) => reasons.includes('invalid'))],
      ['fields_in_doubt', doubts.length > 0],
    ];
    return reasons.filter(([, applies]) => applies).map(([reason]) => reason);
  }

  state(): ClaimState {
    const account = this.completeness();
    return {
      tenant: this.input.tenant,
      claimId: this.input.claimId,
      status: this.status,
      version: this.version,
      model: this.model?.name ?? null,
      documents: this.documents.length,
      pages: account.pages,
      chunks: account.chunks,
      answered: account.chunks - account.unreadChunks,
      completeness: this.scored ? account : null,
      sure: this.scored?.sure ?? 0,
      doubts: this.scored?.doubts ?? {},
      reasons: this.status === 'received' || this.status === 'reading' ? [] : this.reviewReasons(),
      review: this.review,
      usage: this.usage,
      timings: this.timings,
      account: accountOf(this.documents, this.orderedReadings()),
      scored: this.scored?.object ?? null,
    };
  }
}

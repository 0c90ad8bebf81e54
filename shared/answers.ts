/** From chunk to scored claim: what extraction, merging and scoring hand on. All of it lies in the object store, none in a history. */
import type { AnswerFormat, CoverageFacts, FieldKey, FieldValue } from './claim-fields.ts';
import type { Box } from './documents.ts';
import type { FailureType } from './failures.ts';
import type { ObjectKey } from './object-keys.ts';

/** How a model is asked: by what it learnt, with committed examples, or with similar verified claims as examples. */
export type Extractor = 'finetuned' | 'fewshot' | 'retrieval';

/** A model version as its card (`models/<name>/model.json`) declares it. */
export interface ModelVersion {
  /** Immutable name, also the key of the answers: `embedded-1`. */
  name: string;
  /** The name under which the server answers. */
  servedName: string;
  promptVersion: string;
  answerFormat: AnswerFormat;
  /** Whether reasoning comes before the fields. */
  reasons: boolean;
  contextTokens: number;
  maxOutputTokens: number;
  /** Calibration of the confidence; `null`: scores are marked uncalibrated. */
  calibration: string | null;
  /** Absent: `finetuned`. */
  extractor?: Extractor;
}

/** A stretch of a page inside a chunk. */
export interface ChunkPart {
  document: string;
  page: number;
  /** Offsets in `PageText.text`. */
  start: number;
  end: number;
  /** Offset of `start` in `Chunk.text`. */
  at: number;
}

export interface Chunk {
  /** SHA-256 of text, parts, prompt version and tokenizer: the same stretch of a document is asked about once. */
  id: string;
  text: string;
  tokens: number;
  parts: ChunkPart[];
}

export interface ChunkRef {
  id: string;
  tokens: number;
  pages: { document: string; page: number }[];
}

/** Log-probabilities (natural) of the tokens of one value, structure tokens left out. */
export interface ValueScore {
  mean: number;
  min: number;
  tokens: number;
}

export interface ChunkAnswer {
  chunk: string;
  model: string;
  promptVersion: string;
  values: Record<FieldKey, FieldValue>;
  facts: CoverageFacts;
  reasoning: string | null;
  scores: Record<FieldKey, ValueScore>;
  usage: Usage;
  /** Ids of the examples that the prompt showed; absent where the model version is asked without any. */
  examples?: string[];
}

export interface Usage {
  promptTokens: number;
  completionTokens: number;
  /** Wall-clock milliseconds that the request spent at the model server. */
  engineMs: number;
  requests: number;
}

export const NO_USAGE: Usage = { promptTokens: 0, completionTokens: 0, engineMs: 0, requests: 0 };

export type ChunkOutcome =
  | { chunk: string; status: 'answered'; usage: Usage }
  | { chunk: string; status: 'failed'; failure: FailureType; usage: Usage };

/** Where a value was read. */
export interface Evidence {
  document: string;
  page: number;
  /** Offsets in `PageText.text`. */
  start: number;
  end: number;
  /** The words' boxes, where the page has geometry; one for each line. */
  boxes: Box[];
  /** The printed words. */
  quote: string;
  chunk: string;
  /** Mean OCR confidence of the words; absent for text. */
  ocrConfidence?: number;
}

/** How a derived value is justified when it is not printed itself: the fields it follows from. */
export interface Derivation {
  rule: string;
  fields: FieldKey[];
}

/** How well the printed text carries a value. */
export type Grounding = 'exact' | 'normalised' | 'partial' | 'derived' | 'none';

export interface Candidate {
  value: FieldValue;
  /** As the model wrote it. */
  raw: FieldValue;
  chunk: string;
  score: ValueScore;
  grounding: Grounding;
  evidence: Evidence[];
}

export const DOUBT_REASONS = {
  low_confidence: 'the confidence is under the threshold',
  not_in_text: 'the model named a value that the documents do not state',
  chunks_disagree: 'parts of the packet state different values',
  documents_contradict: 'documents of the packet contradict each other',
  invalid: 'the value fails a validator',
  rule_disagrees: 'what a rule makes of the documents and what the model says disagree',
  ambiguous_date: 'the day and the month can be exchanged',
  label_disagrees: 'what stands behind a label of this field and what the model read disagree',
  label_without_value: 'no answer gives what stands behind a label of this field',
} as const;
export type DoubtReason = keyof typeof DOUBT_REASONS;

export interface MergedField {
  value: FieldValue;
  grounding: Grounding;
  evidence: Evidence[];
  derivation?: Derivation;
  /** A label of the field stands before the value. */
  labelled?: true;
  /** Of the tokens that named the value, or `null` where the value is null; absent where only a rule decided. */
  score?: ValueScore;
  /** Every value that some chunk named, best first. */
  candidates: Candidate[];
  /** Doubts that merging itself raised. */
  doubts: DoubtReason[];
}

export interface MergedClaim {
  model: string;
  promptVersion: string;
  fields: Record<FieldKey, MergedField>;
  /** Sentences of the validators that failed, without values. */
  violations: { rule: string; fields: FieldKey[] }[];
}

export interface ScoredField extends MergedField {
  /** 0 to 1. */
  confidence: number;
  sure: boolean;
}

export interface ScoredClaim extends Omit<MergedClaim, 'fields'> {
  calibration: string | 'uncalibrated';
  fields: Record<FieldKey, ScoredField>;
}

/** Why a claim waits for a person. */
export const REVIEW_REASONS = {
  fields_in_doubt: 'fields are in doubt',
  validator_failed: 'a validator failed',
  document_rejected: 'a document was rejected',
  page_unread: 'a page could not be read',
  chunk_unread: 'the model gave no usable answer for a part of the packet',
  budget_exceeded: 'the packet is past its budget and was read in part',
} as const;
export type ReviewReason = keyof typeof REVIEW_REASONS;

/** The account of everything that was to be read. Complete: nothing unread, nothing rejected. */
export interface Completeness {
  documents: number;
  rejectedDocuments: number;
  pages: number;
  unreadPages: number;
  chunks: number;
  unreadChunks: number;
  complete: boolean;
}

/** What the history keeps of a scored claim: counts and field names. */
export interface ScoreSummary {
  object: ObjectKey;
  sure: number;
  doubts: Partial<Record<FieldKey, DoubtReason[]>>;
  /** Non-null values. */
  stated: number;
  /** The sum of 1 minus the confidence over all fields; absent in histories from before it was counted. */
  expectedErrors?: number;
}

/** Labelled claims turned into training examples: each chunk as the model is shown it, with what it is to answer. */
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import pLimit from 'p-limit';
import { loadConfig } from '../../shared/config.ts';
import {
  type AnswerKey,
  answerChunks,
  answered,
  type ChunkAnswers,
} from '../../shared/extractors/chunk-answers.ts';
import { promptText } from '../../shared/extractors/prompt-text.ts';
import type { Model } from '../../shared/model.ts';
import { StackError } from '../stack/exec.ts';
import type { Progress } from '../stack/progress.ts';
import { type ChunkReader, type ClaimChunks, openChunkReader } from './claim-chunks.ts';
import { countClaims, type LabelledClaim, labelledClaims } from './labelled-claims.ts';

export interface ExamplesOptions {
  dataset: string;
  model: Model;
  out: string;
  /** Claims read at once; default: as many as there are processors. */
  concurrency?: number;
}

interface FieldSummary {
  /** Claims that state a value. */
  stated: number;
  /** Of these, answered as misread, and not found in any chunk. */
  misread: number;
  dropped: number;
  droppedShare: number;
}

export interface ExamplesSummary {
  file: string;
  model: string;
  claims: number;
  chunks: number;
  severalChunks: number;
  /** Claims of which nothing could be read; they give no example. */
  claimsWithoutChunk: number;
  unreadableDocuments: number;
  unreadPages: number;
  misread: number;
  dropped: number;
  /** Only fields of which something was misread or dropped. */
  fields: Partial<Record<AnswerKey, FieldSummary>>;
  seconds: number;
}

/** Claims under way or waiting to be written, for each that is read at once: one slow claim holds up no other. */
const AHEAD = 8;
const SAY_EVERY_MS = 10_000;

/**
 * Writes `examples.jsonl`: the chunks in the order of the data set. The file is there only when it is
 * whole. Throws `StackError` for a data set or a model that cannot be used.
 */
export async function writeExamples(options: ExamplesOptions, progress: Progress): Promise<ExamplesSummary> {
  const { dataset, model, out } = options;
  if (model.card.answerFormat !== 'verbatim')
    progress.line(`  … ${model.card.name} answers normalised values; the examples hold verbatim ones`);
  const total = await countClaims(dataset);
  await mkdir(out, { recursive: true });
  const file = join(out, 'examples.jsonl');
  const part = `${file}.part`;
  const counting = new Counting(total, progress);
  const reader = openChunkReader(model, loadConfig());
  const lines = createWriteStream(part);
  const written = finished(lines);
  written.catch(() => {});
  try {
    for await (const made of inOrder(options, reader)) {
      counting.add(made);
      for (const line of linesOf(made))
        if (!lines.write(`${JSON.stringify(line)}\n`)) await Promise.race([once(lines, 'drain'), written]);
    }
    lines.end();
    await written;
    await rename(part, file);
  } catch (error) {
    lines.destroy();
    await rm(part, { force: true });
    throw error;
  } finally {
    await reader.close();
  }
  return { file, model: model.card.name, ...counting.summary() };
}

interface Made extends ChunkAnswers {
  claim: LabelledClaim;
  chunks: ClaimChunks;
}

/** Reads some claims at once and gives them in the order of the data set. */
async function* inOrder(
  { dataset, concurrency }: ExamplesOptions,
  reader: ChunkReader,
): AsyncGenerator<Made> {
  const atOnce = concurrency ?? availableParallelism();
  const limit = pLimit(atOnce);
  const waiting: Promise<Made>[] = [];
  for await (const claim of labelledClaims(dataset)) {
    const made = limit(() => make(claim, dataset, reader));
    // It is looked at when its turn comes.
    made.catch(() => {});
    waiting.push(made);
    if (waiting.length >= atOnce * AHEAD) yield (await waiting.shift()) as Made;
  }
  for (const made of waiting) yield await made;
}

async function make(claim: LabelledClaim, dataset: string, reader: ChunkReader): Promise<Made> {
  try {
    const chunks = await reader.read(claim, dataset);
    return { claim, chunks, ...answerChunks(answered(claim), chunks.texts) };
  } catch (error) {
    throw new StackError(
      `${dataset}, claim ${claim.id}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

const linesOf = ({ claim, chunks, answers, reasoning }: Made): Record<string, unknown>[] =>
  chunks.texts.map((text, index) => ({
    id: `${claim.id}#${index + 1}`,
    text: promptText(text),
    expected: claim.expected,
    answer: answers[index],
    reasoning,
    layout: claim.layout,
    split: claim.split,
  }));

class Counting {
  readonly #startedAt = performance.now();
  #saidAt = performance.now();
  readonly #total: number;
  readonly #progress: Progress;
  readonly #sums = {
    claims: 0,
    chunks: 0,
    severalChunks: 0,
    claimsWithoutChunk: 0,
    unreadableDocuments: 0,
    unreadPages: 0,
    misread: 0,
    dropped: 0,
  };
  readonly #fields = new Map<AnswerKey, Omit<FieldSummary, 'droppedShare'>>();

  constructor(total: number, progress: Progress) {
    this.#total = total;
    this.#progress = progress;
  }

  add({ claim, chunks, misread, dropped }: Made): void {
    const sums = this.#sums;
    const count = chunks.texts.length;
    sums.claims += 1;
    sums.chunks += count;
    sums.severalChunks += count > 1 ? 1 : 0;
    sums.claimsWithoutChunk += count === 0 ? 1 : 0;
    sums.unreadableDocuments += chunks.unreadableDocuments;
    sums.unreadPages += chunks.unreadPages;
    sums.misread += misread.length;
    sums.dropped += dropped.length;
    for (const [key, value] of Object.entries(claim.answer) as [AnswerKey, unknown][]) {
      const field = this.#fields.get(key) ?? { stated: 0, misread: 0, dropped: 0 };
      field.stated += value !== null && count > 0 ? 1 : 0;
      field.misread += misread.includes(key) ? 1 : 0;
      field.dropped += dropped.includes(key) ? 1 : 0;
      this.#fields.set(key, field);
    }
    if (performance.now() - this.#saidAt < SAY_EVERY_MS && sums.claims < this.#total) return;
    this.#saidAt = performance.now();
    const aSecond = (1_000 * sums.claims) / (performance.now() - this.#startedAt);
    this.#progress.line(
      `  … ${sums.claims} of ${this.#total} claims, ${aSecond.toFixed(1)} a second, ${sums.chunks} chunks`,
    );
  }

  summary(): Omit<ExamplesSummary, 'file' | 'model'> {
    const fields = [...this.#fields]
      .filter(([, { misread, dropped }]) => misread + dropped > 0)
      .map(([key, field]) => [key, { ...field, droppedShare: field.dropped / Math.max(1, field.stated) }]);
    return {
      ...this.#sums,
      fields: Object.fromEntries(fields) as ExamplesSummary['fields'],
      seconds: (performance.now() - this.#startedAt) / 1_000,
    };
  }
}

/** The summary for a person. */
export function describeExamples(summary: ExamplesSummary): string {
  const { fields, file, seconds, ...rest } = summary;
  const lines = Object.entries({ file, ...rest, seconds: seconds.toFixed(1) }).map(
    ([key, value]) => `${key}: ${value}`,
  );
  const rows = Object.entries(fields).map(
    ([key, { stated, misread, dropped, droppedShare }]) =>
      `  ${key}: ${dropped} of ${stated} dropped (${(100 * droppedShare).toFixed(1)} %), ${misread} misread`,
  );
  return [...lines, ...rows].join('\n');
}

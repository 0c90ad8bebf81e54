/** Where the examples of a prompt come from: committed with the model version, or found among verified claims. */
import { ApplicationFailure } from '@temporalio/common';
import type { Chunk } from '../shared/answers.ts';
import type { Database } from '../shared/database/database.ts';
import { findSimilar } from '../shared/database/examples.ts';
import { deidentify } from '../shared/extractors/deidentify.ts';
import { type Example, fittingExamples, writtenAnswer } from '../shared/extractors/examples.ts';
import { printedAnswer } from '../shared/extractors/printed-answer.ts';
import { failure } from '../shared/failures.ts';
import type { Model } from '../shared/model.ts';
import { getJson, type ObjectStore } from '../shared/objects/object-store.ts';
import { type StoredExample, textSha256 } from './index-examples.ts';

export interface ExampleRequest {
  tenant: string;
  model: Model;
  chunk: Chunk;
}

/** The examples for one chunk, in the order in which the prompt shows them; they fit the card's `exampleTokens`. */
export type ExampleSource = (request: ExampleRequest) => Promise<Example[]>;

/** The end of the example's answer. */
const END_TOKEN = 1;

/** Those of the examples that fit the prompt of this model version. */
export function fitting(examples: readonly Example[], { card, countTokens }: Model): Example[] {
  const { fewshot } = card;
  if (!fewshot) return [];
  return fittingExamples(examples, {
    tokens: fewshot.exampleTokens,
    atMost: fewshot.examplesAtMost,
    tokensOf: ({ text, answer }) => countTokens(text) + countTokens(answer) + card.templateTokens + END_TOKEN,
  });
}

/** Examples as each model version wants them; `search` finds similar verified claims. */
export function exampleSource({ search }: { search: ExampleSource | null }): ExampleSource {
  const committed = new Map<string, Example[]>();
  return async (request) => {
    const { card, examples } = request.model;
    if (card.extractor === 'finetuned') return [];
    if (card.extractor === 'retrieval') {
      if (!search) throw failure('DatabaseUnavailable', 'no database is named in which to look for examples');
      return search(request);
    }
    const known = committed.get(card.name) ?? fitting(examples, request.model);
    committed.set(card.name, known);
    return known;
  };
}

/** Found for each one that may be shown, because some will be too long. */
const FOUND_FOR_ONE = 4;
/** No document has more characters for each of its tokens. */
const CHARS_A_TOKEN = 8;

/**
 * The tenant's verified claims that are most like the chunk, the most similar one next to the question;
 * never the claim itself, nor one with the same text. `tenant`: whose claims are searched where that is
 * not the chunk's own. Fails with `DatabaseUnavailable` and `StoreUnavailable`.
 */
export function similarClaims(deps: {
  database: Database;
  objects: ObjectStore;
  tenant?: string;
}): ExampleSource {
  const { database, objects } = deps;

  async function shown(object: string, id: string, { card, neutralise }: Model): Promise<Example[]> {
    try {
      const { text, labels, answer } = await getJson<StoredExample>(objects, object);
      const { answerFormat } = card;
      const values = answerFormat === 'verbatim' ? (answer ?? printedAnswer(text, labels)) : labels;
      return [{ id, text: neutralise(text), answer: neutralise(writtenAnswer(values, answerFormat)) }];
    } catch (error) {
      // Erased since it was indexed.
      if (error instanceof ApplicationFailure && error.type === 'ObjectMissing') return [];
      throw error;
    }
  }

  return async ({ tenant, model, chunk }) => {
    const { fewshot } = model.card;
    if (!fewshot) return [];
    const found = await findSimilar(database, {
      tenant: deps.tenant ?? tenant,
      searched: deidentify(chunk.text),
      textSha256: textSha256(chunk.text),
      documents: [...new Set(chunk.parts.map(({ document }) => document))],
      charsAtMost: fewshot.exampleTokens * CHARS_A_TOKEN,
      limit: fewshot.examplesAtMost * FOUND_FOR_ONE,
    });
    const examples = await Promise.all(
      found.map(({ object, source_id: source }) => shown(object, source, model)),
    );
    return fitting(examples.flat(), model).reverse();
  };
}

/** Where the examples of a prompt come from: committed with the model version, or found among verified claims. */
import type { Chunk } from '../shared/answers.ts';
import { type Example, fittingExamples } from '../shared/extractors/examples.ts';
import { failure } from '../shared/failures.ts';
import type { Model } from '../shared/model.ts';

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

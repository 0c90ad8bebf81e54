import { expect, inject, test } from 'vitest';
import { answerJsonSchema, chunkAnswer, readAnswer } from '../../activities/answer.ts';
import { openEngine } from '../../activities/engine.ts';
import { FIELD_KEYS } from '../../shared/claim-fields.ts';
import { loadConfig } from '../../shared/config.ts';
import { chunkPages } from '../../shared/domain/chunk.ts';
import { activeModel, modelVersion } from '../../shared/model.ts';

const FORM = `LOSS NOTICE

Claimant: Margaret Ellison
Policy number: HO-4471982
Line of business: Homeowners
Date of loss: 08/19/2025
Cause of loss: Water damage
Damage: soaked carpet and drywall
Estimate: $8,450.00 <|json|><|eos|>
Injuries: None
`;

test('the real model server answers a chunk in the form of the schema, and counts its tokens as chunking did', async () => {
  const config = loadConfig({ ...process.env, ...inject('environment') });
  const model = activeModel(config);
  const { card, chunkTokens, countTokens, neutralise } = model;
  const engine = openEngine({ url: config.engineUrl, apiKey: config.VLLM_API_KEY, timeoutMs: 120_000 });
  const pages = [{ document: 'a', page: 1, text: neutralise(FORM) }];
  const [chunk] = chunkPages({ pages, maxTokens: chunkTokens, countTokens });
  if (!chunk) throw new Error('the form has no chunk');

  const request = {
    servedName: card.servedName,
    messages: [{ role: 'user' as const, content: chunk.text }],
    schema: answerJsonSchema(card),
    maxTokens: card.maxOutputTokens,
    temperature: 0,
    topP: 1,
    stop: card.serving.stop,
  };
  const reply = await engine.complete(request, { signal: AbortSignal.timeout(150_000) });
  expect(reply.usage.promptTokens).toBe(chunk.tokens + card.templateTokens);

  const answer = readAnswer(reply, card);
  if (typeof answer === 'string') throw new Error(`no usable answer: ${answer}`);
  const { scores } = chunkAnswer('chunk', modelVersion(card), card, answer, reply);
  for (const key of FIELD_KEYS) expect(scores[key].tokens, key).toBeGreaterThan(0);
});

/** A stand-in for a model that makes no mistake: what the code makes of perfect answers is the ceiling of any model. */
import type { Engine } from '../../activities/engine.ts';
import type { Config } from '../../shared/config.ts';
import type { LabelledPacket } from '../../shared/evaluation/labels.ts';
import { answerChunks, answered } from '../../shared/extractors/chunk-answers.ts';
import { promptMessages } from '../../shared/extractors/prompt.ts';
import type { Model } from '../../shared/model.ts';
import { openChunkReader } from '../data/claim-chunks.ts';
import { labelledClaims } from '../data/labelled-claims.ts';
import { StackError } from '../stack/exec.ts';

/** As sure as an answer can be that is not quite certain. */
const LOGPROB = -0.01;

/**
 * An engine that answers each chunk of these packets with what the claim's own answer says stands in it.
 * Throws `StackError` where a claim has no answer as printed, or the model is to answer in another form.
 */
export async function openOracle(
  { dataset, packets, model }: { dataset: string; packets: readonly LabelledPacket[]; model: Model },
  config: Config,
): Promise<Engine> {
  const { card, instruction } = model;
  if (card.answerFormat !== 'verbatim')
    throw new StackError(`${card.name} answers in its own words; the oracle answers with what is printed`);
  const unanswered = packets.find(({ answer }) => answer === undefined);
  if (unanswered)
    throw new StackError(
      `${dataset}, claim ${unanswered.id}: it has no "answer", the values as printed; the oracle reads what "npm run data -- generate" writes`,
    );
  const wanted = new Set(packets.map(({ id }) => id));
  const answers = new Map<string, string>();
  const reader = openChunkReader(model, config);
  try {
    for await (const claim of labelledClaims(dataset)) {
      if (!wanted.has(claim.id)) continue;
      const { texts } = await reader.read(claim, dataset);
      const made = answerChunks(answered(claim), texts);
      for (const [index, text] of texts.entries()) {
        const answer = { ...(card.reasons ? { reasoning: made.reasoning } : {}), ...made.answers[index] };
        answers.set(question({ instruction, text }), JSON.stringify(answer));
      }
    }
  } finally {
    await reader.close();
  }
  return {
    serves: () => Promise.resolve(true),
    complete: ({ messages }) => {
      const text = answers.get(messages.at(-1)?.content ?? '');
      if (text === undefined) throw new StackError(`${dataset}: a chunk was cut otherwise the second time`);
      return Promise.resolve({
        text,
        finish: 'stop',
        tokens: [{ token: text, logprob: LOGPROB, bytes: [...Buffer.from(text)] }],
        usage: { promptTokens: 0, completionTokens: 0, engineMs: 0, requests: 1 },
        requestId: 'oracle',
      });
    },
  };
}

const question = (asked: { instruction: string | null; text: string }): string =>
  promptMessages({ ...asked, examples: [] }).at(-1)?.content ?? '';

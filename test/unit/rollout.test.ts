import { describe, expect, test } from 'vitest';
import { LoopInputSchema, NO_TRAINING, RolloutPolicySchema } from '../../shared/model-contracts.ts';
import { adapterProblem } from '../../shared/promotion/adapter-file.ts';
import { pinnedVersions } from '../../shared/promotion/pin.ts';
import { type LiveSignals, stepEnded, worsenings } from '../../shared/promotion/rollout.ts';
import { accuracyGap, roundReason, type WatchFigures } from '../../shared/promotion/watch.ts';
import { overfit, withReport } from '../../shared/training-progress.ts';

const staged = (share: number) => [
  { version: 'old', stage: 'active', share: 1 },
  { version: 'new', stage: 'canary', share },
];
const claims = Array.from({ length: 2_000 }, (_, i) => ({ tenant: 'default', claimId: `C-${i}` }));
const readByNew = (share: number) =>
  claims
    .filter((claim) => pinnedVersions(staged(share), claim).reads === 'new')
    .map(({ claimId }) => claimId);

describe('the share of a canary', () => {
  test('is the share of the claims', () => {
    expect(readByNew(0.25).length / claims.length).toBeCloseTo(0.25, 1);
    expect(readByNew(0)).toEqual([]);
  });

  test('keeps the claims that it had when it grows', () => {
    const larger = new Set(readByNew(0.5));
    expect(readByNew(0.1).every((id) => larger.has(id))).toBe(true);
  });

  test('is nothing where no version is registered', () => {
    expect(pinnedVersions([], { tenant: 'a', claimId: 'b' })).toEqual({ reads: null, shadow: null });
  });
});

describe('live signals', () => {
  const { limits } = RolloutPolicySchema.parse({});
  const fine: LiveSignals = {
    ...{ claims: 100, reviewedFields: 2_300, correctedFields: 46, chunks: 100, failedChunks: 1 },
    ...{ fields: 2_300, doubtfulFields: 230, meanConfidence: 0.9, engineMsPerChunk: 500 },
  };
  const worseIn = (more: Partial<LiveSignals>) =>
    worsenings({ ...fine, ...more }, fine, limits).map((one) => one.signal);

  test('that are the same stop nothing', () => {
    expect(worseIn({})).toEqual([]);
  });

  test.each<[string, Partial<LiveSignals>]>([
    ['corrections', { correctedFields: 230 }],
    ['failures', { failedChunks: 12 }],
    ['doubts', { doubtfulFields: 700 }],
    ['confidence', { meanConfidence: 0.7 }],
    ['latency', { engineMsPerChunk: 1_500 }],
  ])('stop a version whose %s got worse', (signal, more) => {
    expect(worseIn(more)).toEqual([signal]);
  });

  test('of a handful of claims say nothing', () => {
    expect(worseIn({ claims: 3, chunks: 3, failedChunks: 3 })).toEqual([]);
  });

  test('a step ends with enough claims, or with its time', () => {
    const rule = { claimsNeeded: 20, atMostMs: 1_000 };
    expect(stepEnded({ claims: 20, sinceMs: 0 }, rule)).toBe(true);
    expect(stepEnded({ claims: 3, sinceMs: 500 }, rule)).toBe(false);
    expect(stepEnded({ claims: 3, sinceMs: 1_000 }, rule)).toBe(true);
    expect(stepEnded({ claims: 3, sinceMs: 9e9 }, { ...rule, atMostMs: 0 })).toBe(false);
  });
});

describe('the loop', () => {
  const input = LoopInputSchema.parse({ newClaims: 100, everyMs: 1_000 });
  const figures: WatchFigures = {
    ...{ newClaims: 10, evaluated: 0.96 },
    audits: { claims: 100, fields: 2_300, agreed: 2_208 },
    confidence: { lately: 0.9, before: 0.9, claims: 100 },
  };

  test('starts a round for its reasons, and none without new claims', () => {
    expect(roundReason(figures, input, 0)).toBeNull();
    expect(roundReason({ ...figures, newClaims: 100 }, input, 0)).toBe('enough_claims');
    expect(roundReason(figures, input, 1_000)).toBe('schedule');
    const drifted = { ...figures, confidence: { lately: 0.8, before: 0.9, claims: 100 } };
    expect(roundReason(drifted, input, 0)).toBe('drift');
    expect(roundReason({ ...drifted, newClaims: 0 }, input, 1_000)).toBeNull();
  });

  test('sees 96 % in the evaluation and 89 % in production', () => {
    const gap = accuracyGap({ ...figures, audits: { claims: 100, fields: 2_300, agreed: 2_047 } }, input);
    expect(gap?.gap).toBeCloseTo(0.07, 2);
    expect(accuracyGap(figures, input)).toBeNull();
    expect(accuracyGap({ ...figures, audits: { claims: 5, fields: 115, agreed: 90 } }, input)).toBeNull();
  });
});

describe('an adapter', () => {
  const config = (r: number) =>
    Buffer.from(
      JSON.stringify({ peft_type: 'LORA', r, lora_alpha: 64, target_modules: ['q_proj'], bias: 'none' }),
    );
  function weights(rank: number, name = 'base_model.model.model.layers.0.self_attn.q_proj'): Buffer {
    const header = Buffer.from(
      JSON.stringify({
        [`${name}.lora_A.weight`]: { dtype: 'F32', shape: [rank, 4], data_offsets: [0, 16 * rank] },
        [`${name}.lora_B.weight`]: { dtype: 'F32', shape: [4, rank], data_offsets: [16 * rank, 32 * rank] },
      }),
    );
    const length = Buffer.alloc(8);
    length.writeBigUInt64LE(BigInt(header.length));
    return Buffer.concat([length, header, Buffer.alloc(32 * rank)]);
  }
  const problem = (files: [string, Uint8Array][], rank = 8, rankAtMost = 32) =>
    adapterProblem(new Map(files), { rank, rankAtMost });
  const whole: [string, Uint8Array][] = [
    ['adapter_config.json', config(8)],
    ['adapter_model.safetensors', weights(8)],
  ];

  test('that is what its card says has no problem', () => {
    expect(problem(whole)).toBeNull();
  });

  test('is refused with another rank, one that the server has no room for, and weights of another rank', () => {
    expect(problem(whole, 16)).toContain('rank 8, its card says 16');
    expect(problem(whole, 8, 4)).toContain('4 at most');
    expect(
      problem([
        ['adapter_config.json', config(8)],
        ['adapter_model.safetensors', weights(4)],
      ]),
    ).toContain('rank 8');
  });

  test('is refused when it is cut off, pickled or made for other modules', () => {
    expect(
      problem([
        ['adapter_config.json', config(8)],
        ['adapter_model.safetensors', weights(8).subarray(0, 200)],
      ]),
    ).toContain('damaged');
    expect(problem([...whole, ['adapter_model.bin', Buffer.alloc(1)]])).toContain('safetensors');
    expect(
      problem([
        ['adapter_config.json', config(8)],
        ['adapter_model.safetensors', weights(8, 'model.layers.0.q_proj')],
      ]),
    ).toContain('no module');
  });
});

test('the trainer’s lines become one picture, and memorising shows', () => {
  const lines = [
    { examples: 10, steps: 20, from_step: 5 },
    { step: 8, loss: 1.2, tokens_per_second: 900, seconds_left: 30 },
    { epoch: 1, loss: 1.1, evaluation_loss: 0.9 },
    'no object',
  ];
  expect(lines.reduce(withReport, NO_TRAINING)).toEqual({
    ...{
      step: 8,
      steps: 20,
      loss: 1.1,
      evaluationLoss: 0.9,
      tokensPerSecond: 900,
      secondsLeft: 30,
      fromStep: 5,
    },
    epochs: [{ epoch: 1, step: 8, loss: 1.1, evaluationLoss: 0.9 }],
  });
  const history = [
    { epoch: 1, loss: 1, evaluation_loss: 0.5 },
    { epoch: 2, loss: 0.2, evaluation_loss: 0.8 },
  ];
  expect(overfit({ history, best: { epoch: 1, loss: 1, evaluation_loss: 0.5 } })).toBeCloseTo(0.3);
});

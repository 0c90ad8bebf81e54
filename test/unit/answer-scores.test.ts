import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FIELD_KEYS } from '../../shared/claim-fields.ts';
import {
  answerScores,
  LOWEST_LOGPROB,
  placeTokens,
  type ScoredToken,
} from '../../shared/domain/answer-scores.ts';
import { valueSpans } from '../../shared/domain/value-spans.ts';

interface Recorded {
  text: string;
  tokens: [token: string, logprob: number][];
}

/** Answers of the prototype through vLLM 0.32, tokens as the server wrote them. */
const recorded = JSON.parse(
  readFileSync(new URL('recorded/answers.json', import.meta.url), 'utf8'),
) as Recorded[];
const bytesOf = (text: string): number[] => [...new TextEncoder().encode(text)];
const withBytes = ({ tokens }: Recorded): ScoredToken[] =>
  tokens.map(([token, logprob]) => ({ token, logprob, bytes: bytesOf(token) }));
const withoutBytes = ({ tokens }: Recorded): ScoredToken[] =>
  tokens.map(([token, logprob]) => ({ token, logprob, bytes: null }));
const valuesOf = (json: string): Record<string, string> =>
  Object.fromEntries(
    [...valueSpans(json)].map(([key, spans]) => [
      key,
      spans.map((span) => json.slice(span.start, span.end)).join('|'),
    ]),
  );

describe('the place of a value in an answer', () => {
  test('is its letters, digits or word, without quotes, brackets and commas', () => {
    expect(valuesOf('{"a":"x y","b":-1.5e3,"c":null,"d":["p","q r"],"e":[],"f":true,"g":7}')).toEqual({
      a: 'x y',
      b: '-1.5e3',
      c: 'null',
      d: 'p|q r',
      e: '[]',
      f: 'true',
      g: '7',
    });
  });

  test('is not misled by keys, quotes and brackets inside values', () => {
    const value = { a: '","b":"stolen', b: 'he said "x" \\', c: ['{"a":1}', ']'], d: 'é 東京 🚗' };
    const json = JSON.stringify(value);
    const found = valuesOf(json);
    expect(JSON.parse(`"${found['a']}"`)).toBe(value.a);
    expect(JSON.parse(`"${found['b']}"`)).toBe(value.b);
    expect(found['c']?.split('|').map((item) => JSON.parse(`"${item}"`) as unknown)).toEqual(value.c);
    expect(found['d']).toBe(value.d);
  });

  test('survives whitespace, and of a repeated key the last value counts', () => {
    expect(valuesOf('{ "a" :\n "1" ,\t"b": [ "x" ,\n"y" ], "a": "2" }')).toEqual({ a: '2', b: 'x|y' });
  });
});

describe('the place of tokens in an answer', () => {
  test('recorded answers of the real server are covered without gap, with and without bytes', () => {
    for (const answer of recorded) {
      for (const tokens of [withBytes(answer), withoutBytes(answer)]) {
        const placed = placeTokens(answer.text, tokens);
        const covered = new Set(
          placed.flatMap(({ start, end }) =>
            Array.from({ length: end - start }, (_, index) => start + index),
          ),
        );
        expect(covered.size).toBe(answer.text.length);
        // Everything but the end-of-sequence token stands somewhere.
        expect(placed.length).toBe(tokens.filter(({ token }) => token !== '<|eos|>').length);
        for (const [index, { start, end }] of placed.entries()) {
          const text = tokens[index]?.token;
          if (text) expect(answer.text.slice(start, end)).toBe(text);
        }
      }
    }
  });

  test('parts of a character share its place: whole bytes, empty tokens and replacement characters', () => {
    const answer = '{"claimant_name":"é","policy_number":"7"}';
    const parts = (first: Partial<ScoredToken>, second: Partial<ScoredToken>): ScoredToken[] =>
      [
        { token: '{"claimant_name":"' },
        { token: '', logprob: -1, ...first },
        { token: 'é', logprob: -3, ...second },
        { token: '","policy_number":"' },
        { token: '7' },
        { token: '"}' },
      ].map((token) => ({ logprob: 0, bytes: bytesOf(token.token), ...token }));
    const asOpenAi = parts({ token: '\\xc3', bytes: [0xc3] }, { token: '\\xa9', bytes: [0xa9] });
    const asVllm = parts({}, {});
    const replaced = parts(
      { token: '\uFFFD', bytes: bytesOf('\uFFFD') },
      { token: '\uFFFD', bytes: bytesOf('\uFFFD') },
    );
    for (const tokens of [asOpenAi, asVllm, replaced]) {
      const scores = answerScores(answer, tokens);
      expect(scores.claimant_name).toEqual({ mean: -2, min: -3, tokens: 2 });
      expect(scores.policy_number).toEqual({ mean: 0, min: 0, tokens: 1 });
    }
  });
});

describe('the score of a value', () => {
  const token = (text: string, logprob: number): ScoredToken => ({
    token: text,
    logprob,
    bytes: bytesOf(text),
  });

  test('counts only the tokens that carry the value', () => {
    const tokens = [
      token('{"claimant_name":', -9),
      token('"', -9),
      token('Jo', -0.5),
      token('"', -9),
      token(',"estimated_amount":', -9),
      token('8', -1),
      token('4', -2),
      token(',"third_parties":', -9),
      token('[]', -0.25),
      token('}', -9),
      token('<|eos|>', -9),
    ];
    const scores = answerScores(
      tokens
        .slice(0, -1)
        .map((part) => part.token)
        .join(''),
      tokens,
    );
    expect(scores.claimant_name).toEqual({ mean: -0.5, min: -0.5, tokens: 1 });
    expect(scores.estimated_amount).toEqual({ mean: -1.5, min: -2, tokens: 2 });
    expect(scores.third_parties).toEqual({ mean: -0.25, min: -0.25, tokens: 1 });
  });

  test('takes -9999 and -Infinity as very unlikely, never as a number to average', () => {
    const tokens = [token('{"claimant_name":"', 0), token('a', -9999), token('b', 0), token('"}', 0)];
    expect(answerScores('{"claimant_name":"ab"}', tokens).claimant_name).toEqual({
      mean: LOWEST_LOGPROB / 2,
      min: LOWEST_LOGPROB,
      tokens: 2,
    });
  });

  test('is the lowest where the server gave no log-probabilities', () => {
    const scores = answerScores('{"claimant_name":"ab"}', []);
    for (const key of FIELD_KEYS)
      expect(scores[key]).toEqual({ mean: LOWEST_LOGPROB, min: LOWEST_LOGPROB, tokens: 0 });
  });

  test('every field of a recorded answer has tokens of its own', () => {
    for (const answer of recorded.slice(0, 3)) {
      const scores = answerScores(answer.text, withBytes(answer));
      for (const key of FIELD_KEYS) expect(scores[key].tokens, key).toBeGreaterThan(0);
      const values = JSON.parse(answer.text) as Record<string, unknown>;
      expect(scores.policy_number.tokens).toBeLessThanOrEqual(String(values['policy_number']).length);
    }
  });
});

import { expect, test } from 'vitest';
import { estimateTokens } from '../../shared/extractors/estimate-tokens.ts';

// What the tokenizer of Llama 3 gives.
test.each([
  ['Claimant: Margaret Ellison\nPolicy number: HO-4471982\n', 15],
  ['The insured vehicle was rear-ended at a red light.', 11],
  ['{"claimant_name":"Jo March","claimant_dob":null}', 15],
  ['________________________', 2],
])('%j is estimated too high rather than too low', (text, real) => {
  expect(estimateTokens(text)).toBeGreaterThanOrEqual(real);
  expect(estimateTokens(text)).toBeLessThanOrEqual(2 * real + 6);
});

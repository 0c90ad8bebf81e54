import { describe, expect, test } from 'vitest';
import { LAYOUTS } from '../../scripts/data/layouts/index.ts';
import { makePacket } from '../../scripts/data/packet.ts';
import { type Claim, FIELD_KEYS, fieldSpec } from '../../shared/claim-fields.ts';
import { wordsOf } from '../../shared/domain/tokens.ts';
import { deidentify } from '../../shared/extractors/deidentify.ts';
import { printedAnswer } from '../../shared/extractors/printed-answer.ts';

const LABELS: Partial<Claim> = {
  claimant_name: 'Jo March',
  claimant_dob: '1980-07-04',
  claimant_phone: '(555) 201-7788',
  claimant_email: 'jo@example.com',
  claimant_address: '14 Elm Street, Springfield, OH 44021',
  policy_number: 'HO-4471982',
  third_parties: ['Bo Finch'],
};

describe('de-identified text', () => {
  test.each([
    [
      'names, turned around and word by word',
      'MARCH, JO and Mrs. March met finch',
      '[name] and Mrs. [name] met [name]',
    ],
    ['phones, however they are spaced', 'Call 555.201.7788 or +1 555 201 7788', 'Call [phone] or [phone]'],
    ['other phones and e-mail addresses', 'Agent: 555-333-1212, a.b@agency.org', 'Agent: [phone], [email]'],
    ['addresses, with abbreviations and in parts', 'at 14 Elm St., Springfield OH 44021', 'at [address]'],
    [
      'identifiers, and numbers with letters that no label names',
      'HO 4471982, VIN 1HGCM82633A004352',
      '[number], VIN [number]',
    ],
    [
      'the date of birth; of other dates only the form is left',
      'Born July 4, 1980; loss 03/05/2026',
      'Born [born]; loss 00/00/0000',
    ],
    ['digits', 'Estimate $8,450.00 at 7:15', 'Estimate $0,000.00 at 0:00'],
    [
      'what looks like a name in a sentence or alone in its cell',
      'we called Wim Abbott\nAgent: Lea Quist\nLine: Personal Auto',
      'we called [name]\nAgent: [name]\nLine: Personal Auto',
    ],
  ])('%s', (_what, text, expected) => {
    expect(deidentify(text, LABELS)).toBe(expected);
  });

  test('of generated claims holds no labelled value that names or reaches somebody', () => {
    const leaks: string[] = [];
    for (let index = 0; index < 120; index++) {
      const { text, expected } = makePacket(31, index, LAYOUTS);
      const left = deidentify(text, expected);
      const words = new Set(wordsOf(left));
      for (const key of FIELD_KEYS) {
        const value = expected[key];
        if (value === null) continue;
        const { kind } = fieldSpec(key);
        if (
          kind === 'name' &&
          wordsOf(String(value)).some((word) => word.length > 3 && word !== 'company' && words.has(word))
        )
          leaks.push(`${key}: ${value}`);
        if (['phone', 'email', 'identifier'].includes(kind) && left.includes(String(value)))
          leaks.push(`${key}: ${value}`);
      }
    }
    expect(leaks).toEqual([]);
  });
});

test('the printed answer is what the generator says is printed, for nearly all values', () => {
  let same = 0;
  let all = 0;
  for (let index = 0; index < 60; index++) {
    const { text, expected, answer } = makePacket(47, index, LAYOUTS);
    const found = printedAnswer(text, expected);
    for (const key of FIELD_KEYS) {
      all += 1;
      if (JSON.stringify(found[key]) === JSON.stringify(answer[key])) same += 1;
    }
  }
  expect(same / all).toBeGreaterThan(0.92);
});

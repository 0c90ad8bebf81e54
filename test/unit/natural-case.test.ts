import { describe, expect, test } from 'vitest';
import { layoutsOf } from '../../scripts/data/layouts/index.ts';
import { makePacket } from '../../scripts/data/packet.ts';
import { FIELD_KEYS, type ModelAnswer } from '../../shared/claim-fields.ts';
import { inPrintedCase, isInCapitals, naturalCase } from '../../shared/extractors/natural-case.ts';
import { promptMessages } from '../../shared/extractors/prompt.ts';

const NOTICE = `NOTICE OF LOSS
INSURED: MABEL O'BIRCHRIDGE, 44 SE DOGWOOD DRIVE, BROOKPORT, MT 59853
POLICY: POL-7010-AB61, E-MAIL: M.BIRCHRIDGE@EXAMPLE.NET
AT 7:45 AM ON THE 2ND, NOT 12-DEC-2024, A GUEST SLIPPED. I AM TOLD THE DRIVER OF THE BMW SAW IT.`;

describe('a text in capitals', () => {
  test('is shown to a model in the letters of running text; numbers, acronyms and states stay', () => {
    expect(naturalCase(NOTICE)).toBe(`Notice of loss
Insured: Mabel O'Birchridge, 44 SE Dogwood Drive, Brookport, MT 59853
Policy: POL-7010-AB61, E-mail: m.birchridge@example.net
At 7:45 AM on the 2nd, not 12-Dec-2024, a guest slipped. I am told the driver of the BMW saw it.`);
  });

  test('is asked about so; an example of the prompt stays as its answer quotes it', () => {
    const example = { id: 'a', text: NOTICE, answer: '{}' };
    const contents = promptMessages({ instruction: null, examples: [example], text: NOTICE }).map(
      ({ content }) => content,
    );
    expect(contents).toEqual([NOTICE, '{}', naturalCase(NOTICE)]);
  });

  test('gives its values as it prints them; what an answer chooses stays', () => {
    const answer = {
      ...Object.fromEntries(FIELD_KEYS.map((key) => [key, null])),
      ...{ claimant_name: "Mabel O'Birchridge", policy_type: 'personal_auto', injuries_reported: true },
      ...{ third_parties: ['Jo Dale'], exclusions: ['flood exclusion'], exclusion_scope: 'part' },
    } as ModelAnswer;
    expect(inPrintedCase(answer, NOTICE)).toEqual({
      ...answer,
      ...{ claimant_name: "MABEL O'BIRCHRIDGE", third_parties: ['JO DALE'], exclusions: ['FLOOD EXCLUSION'] },
    });
    expect(inPrintedCase(answer, 'Insured: Mabel')).toBe(answer);
  });
});

test.each([
  ['running text', 'Insured: Mabel Birchridge of Brookport slipped on the stairs of the café on 2 May.'],
  [
    'a form with labels in capitals',
    'NAME OF THE INSURED: Mabel Birchridge\nADDRESS: 44 Dogwood Drive, Brookport',
  ],
  ['a heading', 'NOTICE OF LOSS'],
  ['figures', '2025-01-31 1,200.00 +1 555 0100'],
])('%s stays as it is', (_what, text) => {
  expect(isInCapitals(text)).toBe(false);
  expect(naturalCase(text)).toBe(text);
});

test('held-out claims that were put in capitals come back as they were, but for words that are large in labels and small in sentences', () => {
  const layouts = layoutsOf('held-out');
  let same = 0;
  let all = 0;
  for (let index = 0; index < 60; index++) {
    const { text } = makePacket(5, index, layouts);
    if (isInCapitals(text)) continue;
    const capitals = text.toUpperCase();
    const back = naturalCase(capitals);
    expect(back.toUpperCase()).toBe(capitals);
    const words: string[] = text.match(/\p{L}{2,}/gu) ?? [];
    const shown = back.match(/\p{L}{2,}/gu) ?? [];
    words.forEach((word, at) => {
      if (word === word.toUpperCase()) return;
      all++;
      if (word === shown[at]) same++;
    });
  }
  expect(all).toBeGreaterThan(5_000);
  expect(same / all).toBeGreaterThan(0.87);
});

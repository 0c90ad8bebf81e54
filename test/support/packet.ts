/** Packets for tests of merging: texts, and what a model is supposed to have answered about them. */
import {
  type Chunk,
  type ChunkAnswer,
  type MergedClaim,
  type ModelVersion,
  NO_USAGE,
  type ValueScore,
} from '../../shared/answers.ts';
import {
  type CoverageFacts,
  FIELD_KEYS,
  type FieldKey,
  type FieldValue,
  NO_COVERAGE_FACTS,
} from '../../shared/claim-fields.ts';
import type { PageText } from '../../shared/documents.ts';
import { mergeAnswers } from '../../shared/domain/merge.ts';

export const MODEL: ModelVersion = {
  name: 'test-0',
  servedName: 'test',
  promptVersion: '1',
  answerFormat: 'normalised',
  reasons: false,
  contextTokens: 1024,
  maxOutputTokens: 384,
  calibration: null,
};

export const CERTAIN: ValueScore = { mean: -0.01, min: -0.05, tokens: 4 };

export interface TestChunk {
  text: string;
  /** Documents are named by a word; chunks of one document are its pages, in order. */
  document?: string;
  /** `null`: the chunk has no usable answer. */
  values: Partial<Record<FieldKey, FieldValue>> | null;
  facts?: Partial<CoverageFacts>;
  scores?: Partial<Record<FieldKey, ValueScore>>;
}

export interface TestPacket {
  chunks: Chunk[];
  answers: ChunkAnswer[];
  pages: PageText[];
  model: ModelVersion;
}

export function packet(chunks: readonly TestChunk[]): TestPacket {
  const places = chunks.map(({ document = 'form' }, index) => ({
    document,
    page: chunks.slice(0, index + 1).filter((other) => (other.document ?? 'form') === document).length,
  }));
  return {
    model: MODEL,
    pages: chunks.map(({ text }, index) => ({
      ...(places[index] ?? { document: 'form', page: 1 }),
      source: 'text',
      text,
      words: [...text.matchAll(/\S+/g)].map((word) => ({
        start: word.index,
        end: word.index + word[0].length,
      })),
    })),
    chunks: chunks.map(({ text }, index) => ({
      id: `chunk-${index}`,
      text,
      tokens: text.length,
      parts: [{ ...(places[index] ?? { document: 'form', page: 1 }), start: 0, end: text.length, at: 0 }],
    })),
    answers: chunks.flatMap(({ values, facts, scores }, index) =>
      values
        ? [
            {
              chunk: `chunk-${index}`,
              model: MODEL.name,
              promptVersion: MODEL.promptVersion,
              values: perField((key) => values[key] ?? null),
              facts: { ...NO_COVERAGE_FACTS, ...facts },
              reasoning: null,
              scores: perField((key) => scores?.[key] ?? CERTAIN),
              usage: NO_USAGE,
            },
          ]
        : [],
    ),
  };
}

export const merge = (chunks: readonly TestChunk[]): MergedClaim => mergeAnswers(packet(chunks));

const perField = <T>(value: (key: FieldKey) => T): Record<FieldKey, T> =>
  Object.fromEntries(FIELD_KEYS.map((key) => [key, value(key)])) as Record<FieldKey, T>;

/** A plain form that states all 23 fields, and its right values. */
export const PLAIN_FORM = `HOMEOWNERS LOSS NOTICE

Claimant: Dr. Nadia Okafor
Date of birth: 02/11/1968
Phone: (503) 555-0177
Email: Nadia.Okafor@example.org
Address: 12 Birch Court, Eugene, OR 97401
Policy number: HO-881-2207
Line of business: Homeowners
Effective date: 03/01/2025
Expiration date: 03/01/2026
Date of loss: 11/02/2025
Time of loss: 6:40 AM
Cause of loss: Water damage
Location of loss: 12 Birch Court, Eugene, OR
Description: The supply line of the dishwasher gave way overnight and water ran through the kitchen.
Damage: Warped oak floor, two base cabinets and the ceiling below
Insured property: two-storey house
Estimate: $14,320.50
Deductible: $1,500
Injuries: None
Other parties: None
Police report no.: 25-00417
Date reported: 11/03/2025
`;

export const PLAIN_VALUES = {
  claimant_name: 'Nadia Okafor',
  claimant_dob: '1968-02-11',
  claimant_phone: '(503) 555-0177',
  claimant_email: 'nadia.okafor@example.org',
  claimant_address: '12 Birch Court, Eugene, OR 97401',
  policy_number: 'HO-881-2207',
  policy_type: 'homeowners',
  policy_effective_date: '2025-03-01',
  policy_expiration_date: '2026-03-01',
  incident_date: '2025-11-02',
  incident_time: '06:40',
  incident_type: 'water_damage',
  incident_location: '12 Birch Court, Eugene, OR',
  incident_description:
    'The supply line of the dishwasher gave way overnight and water ran through the kitchen.',
  damage_description: 'Warped oak floor, two base cabinets and the ceiling below',
  insured_item: 'two-storey house',
  estimated_amount: 14320.5,
  deductible_amount: 1500,
  injuries_reported: false,
  third_parties: [],
  police_report_number: '25-00417',
  reported_date: '2025-11-03',
  coverage_determination: 'covered',
} as const satisfies Record<FieldKey, FieldValue | readonly never[]>;

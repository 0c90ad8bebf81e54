/** The calibration of a model version's confidence, `models/<name>/calibration.json`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { ModelVersion } from './answers.ts';
import { CLAIM_FIELDS, FIELD_KEYS, type FieldKey, type FieldKind } from './claim-fields.ts';
import { modelSettings } from './config.ts';
import { type Calibration, FEATURES, type Weights } from './domain/score.ts';
import { failure } from './failures.ts';
import { modelFolder } from './model-folder.ts';

const WeightsSchema = z.strictObject({
  ...Object.fromEntries(FEATURES.map((name) => [name, z.number()])),
  // Versions that were calibrated before it was a feature know none.
  othersLogProbability: z.number().default(0),
}) as unknown as z.ZodType<Weights>;
const kinds = [...new Set(Object.values(CLAIM_FIELDS).map(({ kind }) => kind))] as [
  FieldKind,
  ...FieldKind[],
];

export const CalibrationSchema: z.ZodType<Calibration> = z.strictObject({
  name: z.string().regex(/^[a-z0-9][a-z0-9.-]{0,63}$/, 'must be 1 to 64 of a-z, 0-9, dot and dash'),
  shared: WeightsSchema,
  kinds: z.partialRecord(z.enum(kinds), WeightsSchema),
  offsets: z.partialRecord(z.enum(FIELD_KEYS as [FieldKey, ...FieldKey[]]), z.number()),
});

export const CALIBRATION_FILE = 'calibration.json';

const loaded = new Map<string, Calibration>();

/**
 * The calibration that a model version names, read once for each process; `null` when it names none.
 * Throws `ModelMissing` when it is not on this machine, or another one lies in its place.
 */
export function loadCalibration(
  { name, calibration }: Pick<ModelVersion, 'name' | 'calibration'>,
  settings: { folder: string; fetched: string } = modelSettings(),
): Calibration | null {
  if (calibration === null) return null;
  const file = join(modelFolder(name, settings), CALIBRATION_FILE);
  const known = loaded.get(file) ?? readCalibration(file);
  if (known.name !== calibration)
    throw failure('ModelMissing', `the model version has another calibration than ${calibration}`);
  loaded.set(file, known);
  return known;
}

function readCalibration(file: string): Calibration {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw failure('ModelMissing', 'the calibration of the model version is not on this machine', { cause });
  }
  return CalibrationSchema.parse(JSON.parse(text));
}

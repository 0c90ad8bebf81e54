/** Fitting the confidence of a model version on claims that it reads now. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CALIBRATION_FILE, CalibrationSchema } from '../../shared/calibration.ts';
import { FIELD_KEYS } from '../../shared/claim-fields.ts';
import { compareClaims } from '../../shared/domain/compare.ts';
import { featuresOf } from '../../shared/domain/score.ts';
import {
  type CalibrationExample,
  crossValidate,
  fitCalibration,
  judgeExamples,
  qualityOf,
} from '../../shared/evaluation/fit-calibration.ts';
import { predictedFields } from '../../shared/evaluation/prediction.ts';
import { loadModel } from '../../shared/model.ts';
import { StackError } from '../stack/exec.ts';
import { rootPath } from '../stack/paths.ts';
import { type EvaluationOptions, evaluate, type Surroundings } from './evaluate.ts';
import { decimals } from './figures.ts';

/** Under this many claims a fit says more about them than about the model. */
const CLAIMS_AT_LEAST = 50;

/**
 * Reads the calibration set, fits, writes `calibration.json` beside the card and its name into the card.
 * The name follows from the weights, so a card never stands for other weights than it was measured with.
 */
export async function calibrate(options: EvaluationOptions, surroundings: Surroundings) {
  if (options.packets.length < CLAIMS_AT_LEAST)
    throw new StackError(`a calibration needs ${CLAIMS_AT_LEAST} claims or more`);
  const examples: CalibrationExample[] = [];
  await evaluate(options, surroundings, ({ id, expected }, { scored }) => {
    if (!scored) return;
    const values = Object.fromEntries(
      Object.entries(predictedFields(scored)).map(([key, { value }]) => [key, value]),
    );
    const right = compareClaims(values, expected);
    for (const key of FIELD_KEYS)
      examples.push({ claim: id, key, features: featuresOf(key, scored.fields), right: right[key] });
  });
  // In the order of the data set, not in that in which claims were read.
  const place = new Map(options.packets.map(({ id }, index) => [id, index]));
  examples.sort((a, b) => (place.get(a.claim) ?? 0) - (place.get(b.claim) ?? 0));

  const weights = fitCalibration(examples);
  const hash = createHash('sha256').update(JSON.stringify(weights)).digest('hex').slice(0, 12);
  const calibration = CalibrationSchema.parse({ name: `logistic-${hash}`, ...weights });
  const { folder } = loadModel(options.model);
  const file = join(folder, CALIBRATION_FILE);
  writeFileSync(file, `${JSON.stringify(calibration, null, 2)}\n`);
  nameInCard(join(folder, 'model.json'), calibration.name);

  const before = qualityOf(judgeExamples(examples, null));
  const crossValidated = crossValidate(examples);
  return {
    json: {
      calibration: calibration.name,
      file,
      claims: options.packets.length,
      examples: examples.length,
      kinds: Object.keys(calibration.kinds),
      before,
      crossValidated,
    },
    text: [
      `${calibration.name}: fitted on ${examples.length} fields of ${options.packets.length} claims, own weights for ${Object.keys(calibration.kinds).join(', ') || 'no kind'}`,
      `AUROC ${decimals(crossValidated.auroc)}, calibration error ${decimals(crossValidated.ece)} on claims left out of the fit (five folds); with the weights set by hand ${decimals(before.auroc)}, ${decimals(before.ece)}`,
      `written to ${file.replace(rootPath(), '')} and named in the card`,
    ].join('\n'),
  };
}

/** Sets the one line of the card and leaves the rest as it is written. */
function nameInCard(file: string, name: string): void {
  const card = readFileSync(file, 'utf8');
  const named = card.replace(/("calibration":\s*)(null|"[^"]*")/, `$1"${name}"`);
  if (named === card && !card.includes(name)) throw new StackError(`${file} has no line "calibration"`);
  writeFileSync(file, named);
}

/** What the commands of `npm run models` do with their options. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { loadConfig } from '../../shared/config.ts';
import type { EvaluationFile } from '../../shared/evaluation/report-schema.ts';
import { StackError } from '../stack/exec.ts';
import { createProgress } from '../stack/progress.ts';
import { interruption } from '../start/interrupt.ts';
import { readDataset } from './data-set.ts';
import { type Extractor, evaluate, type Surroundings } from './evaluate.ts';
import { printEvaluation } from './print-report.ts';

interface CommonOptions {
  dataset: string;
  model?: string;
  limit?: number;
  concurrency?: number;
  json?: true;
}

export interface EvaluateCommand extends CommonOptions {
  extractor: Extractor;
  grammar: boolean;
  askOnce?: true;
  examples: boolean;
  out?: string;
}

const INTERRUPTED = 130;

function surroundings(): Surroundings {
  const abort = new AbortController();
  void interruption(() => process.exit(INTERRUPTED)).then(() => abort.abort(new StackError('interrupted')));
  return { config: loadConfig(), progress: createProgress(), signal: abort.signal };
}

export async function evaluateCommand(options: EvaluateCommand) {
  const around = surroundings();
  const report = await evaluate(
    {
      ...options,
      packets: readDataset(options.dataset, options.limit),
      model: options.model ?? around.config.MODEL,
      askOnce: options.askOnce ?? false,
    },
    around,
  );
  if (options.out) await writeJson(options.out, report);
  return { json: withoutRows(report), text: printEvaluation(report) };
}

/** The rows are for paired tests, and as long as the data set. */
const withoutRows = ({ claims: _rows, ...report }: EvaluationFile) => report;

async function writeJson(file: string, value: unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${JSON.stringify(value)}\n`);
}

/** What the commands of `npm run models` do with their options. */
import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { loadConfig } from '../../shared/config.ts';
import { DatasetError } from '../../shared/evaluation/labels.ts';
import { type EvaluationFile, EvaluationFileSchema } from '../../shared/evaluation/report-schema.ts';
import { type SideBySide, sideBySide } from '../../shared/evaluation/side-by-side.ts';
import { StackError } from '../stack/exec.ts';
import { createProgress } from '../stack/progress.ts';
import { interruption } from '../start/interrupt.ts';
import { calibrate } from './calibrate.ts';
import { readDataset } from './data-set.ts';
import { EXTRACTORS, type Extractor, evaluate, type Surroundings } from './evaluate.ts';
import { comparisonPage } from './page.ts';
import { printComparison } from './print-comparison.ts';
import { printEvaluation } from './print-report.ts';

interface CommonOptions {
  dataset: string;
  model?: string;
  limit?: number;
  concurrency?: number;
  json?: true;
}

interface DecodingOptions {
  verified?: string;
  grammar: boolean;
  askOnce?: true;
  examples: boolean;
}

export interface EvaluateCommand extends CommonOptions, DecodingOptions {
  extractor: Extractor;
  out?: string;
}

export interface CompareCommand extends Omit<CommonOptions, 'dataset'>, DecodingOptions {
  dataset?: string;
  reports?: string[];
  out?: string;
}

export type CalibrateCommand = CommonOptions;

interface Printed {
  json: unknown;
  text: string;
}

const INTERRUPTED = 130;

function surroundings(): Surroundings {
  const abort = new AbortController();
  void interruption(() => process.exit(INTERRUPTED)).then(() => abort.abort(new StackError('interrupted')));
  return { config: loadConfig(), progress: createProgress(), signal: abort.signal };
}

export async function evaluateCommand(options: EvaluateCommand): Promise<Printed> {
  const around = surroundings();
  const report = await evaluate(evaluationOf(options, options.extractor, options.dataset, around), around);
  if (options.out) await write(options.out, JSON.stringify(report));
  return { json: withoutRows(report), text: printEvaluation(report) };
}

export async function compareCommand(options: CompareCommand): Promise<Printed> {
  const reports = options.reports?.map(readReport) ?? (await runAll(options));
  const comparison = compared(reports);
  const ordered = comparison.extractors.flatMap(
    (column) => reports.find(({ run }) => run.extractor === column.extractor) ?? [],
  );
  if (options.out) {
    const folder = options.out;
    for (const report of reports)
      await write(join(folder, `${report.run.extractor}.json`), JSON.stringify(report));
    await write(join(folder, 'comparison.json'), JSON.stringify(comparison));
    await write(join(folder, 'comparison.html'), comparisonPage(comparison, ordered));
  }
  return { json: comparison, text: printComparison(comparison) };
}

/** The three ways of extracting, one after the other: each has the machine to itself. */
async function runAll(options: CompareCommand): Promise<EvaluationFile[]> {
  const { dataset } = options;
  if (!dataset) throw new StackError('name a data set (--dataset) or finished reports (--reports)');
  const around = surroundings();
  const reports: EvaluationFile[] = [];
  for (const extractor of EXTRACTORS) {
    around.progress.line(`${extractor}:`);
    reports.push(await evaluate(evaluationOf(options, extractor, dataset, around), around));
  }
  return reports;
}

function compared(reports: readonly EvaluationFile[]): SideBySide {
  try {
    return sideBySide(reports);
  } catch (error) {
    if (error instanceof DatasetError) throw new StackError(error.message);
    throw error;
  }
}

export async function calibrateCommand(options: CalibrateCommand): Promise<Printed> {
  const around = surroundings();
  const decoding: DecodingOptions = { grammar: true, examples: false };
  return calibrate(evaluationOf({ ...options, ...decoding }, 'finetuned', options.dataset, around), around);
}

const evaluationOf = (
  options: Omit<CommonOptions, 'dataset'> & DecodingOptions,
  extractor: Extractor,
  dataset: string,
  { config }: Surroundings,
) => ({
  dataset,
  extractor,
  packets: readDataset(dataset, options.limit),
  verified: options.verified === undefined ? [] : readDataset(options.verified),
  model: options.model ?? config.MODEL,
  grammar: options.grammar,
  askOnce: options.askOnce ?? false,
  examples: options.examples,
  ...(options.concurrency === undefined ? {} : { concurrency: options.concurrency }),
});

function readReport(file: string): EvaluationFile {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new StackError(`${file}: there is no report in JSON`);
  }
  const parsed = EvaluationFileSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new StackError(
    `${file}: it is no report of "evaluate --out" (${issue?.path.join('.')}: ${issue?.message})`,
  );
}

/** The rows are for paired tests, and as long as the data set. */
const withoutRows = ({ claims: _rows, ...report }: EvaluationFile) => report;

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${text}\n`);
}

/** Word accuracy and time of each OCR engine on pages drawn from text of the project's own. */
import { readFileSync } from 'node:fs';
import Table from 'cli-table3';
import { Command } from 'commander';
import { rasteriseImage } from '../../activities/reading/image.ts';
import { DEFAULT_LIMITS } from '../../activities/reading/limits.ts';
import { OCR_ENGINES, type OcrEngineName, openOcrEngine } from '../../activities/reading/ocr.ts';
import { hasNativeTesseract } from '../../activities/reading/ocr-native.ts';
import { recognisePage } from '../../activities/reading/recognise-page.ts';
import { sniff } from '../../activities/reading/sniff.ts';
import { PAGES } from './ocr-texts.ts';
import { CONDITIONS, drawLines, useFonts } from './page-images.ts';

interface Measured {
  engine: OcrEngineName;
  condition: string;
  /** Harmonic mean of precision and recall of words, as printed. */
  wordF1: number;
  /** 1 - edits / words, in reading order. */
  wordAccuracy: number;
  secondsPerPage: number;
  /** Processor time, the engine's own process included; 0 where the system does not tell. */
  cpuSecondsPerPage: number;
  slowestSeconds: number;
  unread: number;
}

const wordsOf = (text: string): string[] => text.split(/[\s|]+/).filter(Boolean);

function wordF1(expected: string[], found: string[]): number {
  const left = new Map<string, number>();
  for (const word of expected) left.set(word, (left.get(word) ?? 0) + 1);
  const hits = found.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  }).length;
  return (2 * hits) / (expected.length + found.length);
}

function edits(expected: string[], found: string[]): number {
  let row = found.map((_, index) => index + 1);
  for (const [i, word] of expected.entries()) {
    let diagonal = i;
    let left = i + 1;
    row = row.map((above, j) => {
      const cost = Math.min(diagonal + (word === found[j] ? 0 : 1), above + 1, left + 1);
      diagonal = above;
      left = cost;
      return cost;
    });
  }
  return row.at(-1) ?? expected.length;
}

const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Processor seconds of this process and of its ended children (Linux). */
function cpuSeconds(): number {
  if (process.platform !== 'linux') return 0;
  const fields = readFileSync('/proc/self/stat', 'latin1').split(') ')[1]?.split(' ') ?? [];
  // utime, stime, cutime and cstime, in hundredths.
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
}

async function measure(name: OcrEngineName, pages: string[][]): Promise<Measured[]> {
  const engine = await openOcrEngine(name);
  const measured: Measured[] = [];
  // The first page pays for starting the engine.
  const first = await drawLines(['Warm up'], { dpi: 100 });
  await engine.recognise(first, 100);
  for (const [condition, spoil] of Object.entries(CONDITIONS)) {
    const [f1, accuracy, seconds]: number[][] = [[], [], []];
    let unread = 0;
    let cpu = 0;
    for (const lines of pages) {
      const image = await spoil(await drawLines(lines, { dpi: 200 }));
      const { kind } = sniff(image, '') as { kind: 'png' };
      const [since, cpuSince] = [performance.now(), cpuSeconds()];
      const raster = await rasteriseImage(image, kind, 1, DEFAULT_LIMITS);
      const page = await recognisePage(raster, 1, engine);
      seconds?.push((performance.now() - since) / 1_000);
      cpu += cpuSeconds() - cpuSince;
      if (!page) unread++;
      const [expected, found] = [wordsOf(lines.join('\n')), wordsOf(page?.text ?? '')];
      f1?.push(wordF1(expected, found));
      accuracy?.push(Math.max(0, 1 - edits(expected, found) / expected.length));
    }
    measured.push({
      engine: name,
      condition,
      wordF1: mean(f1 ?? []),
      wordAccuracy: mean(accuracy ?? []),
      secondsPerPage: mean(seconds ?? []),
      cpuSecondsPerPage: cpu / pages.length,
      slowestSeconds: Math.max(...(seconds ?? [])),
      unread,
    });
  }
  await engine.close();
  return measured;
}

function print(rows: Measured[]): void {
  const table = new Table({
    head: ['engine', 'page', 'word F1', '1 - WER', 's/page', 'cpu s', 'slowest', 'unread'],
  });
  for (const row of rows) {
    table.push([
      row.engine,
      row.condition,
      row.wordF1.toFixed(3),
      row.wordAccuracy.toFixed(3),
      row.secondsPerPage.toFixed(2),
      row.cpuSecondsPerPage.toFixed(2),
      row.slowestSeconds.toFixed(2),
      row.unread,
    ]);
  }
  console.log(table.toString());
}

const command = new Command('bench ocr')
  .description('word accuracy and seconds a page of each OCR engine on this machine')
  .option('--pages <count>', 'pages for each condition', String(PAGES.length))
  .option('--json', 'print JSON');
const options = command.parse().opts<{ pages: string; json?: boolean }>();

useFonts();
const engines = OCR_ENGINES.filter((name) => name !== 'tesseract-native' || hasNativeTesseract());
const rows: Measured[] = [];
for (const name of engines) rows.push(...(await measure(name, PAGES.slice(0, Number(options.pages)))));
if (options.json) console.log(JSON.stringify(rows, null, 2));
else print(rows);

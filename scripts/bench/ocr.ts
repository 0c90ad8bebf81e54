/** Word accuracy and time of each OCR engine on pages drawn from text of the project's own. */
import { readFileSync } from 'node:fs';
import { rasteriseImage } from '../../activities/reading/image.ts';
import { DEFAULT_LIMITS } from '../../activities/reading/limits.ts';
import { openOcrEngine } from '../../activities/reading/ocr.ts';
import { OCR_ENGINES, type OcrEngineName } from '../../activities/reading/ocr-engine.ts';
import { hasNativeTesseract } from '../../activities/reading/ocr-native.ts';
import { recognisePage } from '../../activities/reading/recognise-page.ts';
import { sniff } from '../../activities/reading/sniff.ts';
import type { Progress } from '../stack/progress.ts';
import { PAGES } from './ocr-texts.ts';
import { CONDITIONS, drawLines, registerFonts } from './page-images.ts';
import { type Figure, figure, type Report, shown } from './report.ts';
import { median } from './statistics.ts';

/** One value for each page. */
interface Measured {
  engine: OcrEngineName;
  condition: string;
  /** Harmonic mean of precision and recall of words, as printed. */
  wordF1: number[];
  /** 1 - edits / words, in reading order. */
  wordAccuracy: number[];
  seconds: number[];
  /** Processor time, the engine's own process included; 0 where the system does not tell. */
  cpuSeconds: number[];
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

/** Processor seconds of this process and of its ended children (Linux). */
function cpuSeconds(): number {
  if (process.platform !== 'linux') return 0;
  const fields = readFileSync('/proc/self/stat', 'latin1').split(') ')[1]?.split(' ') ?? [];
  // utime, stime, cutime and cstime, in hundredths.
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
}

async function measure(name: OcrEngineName, progress: Progress): Promise<Measured[]> {
  const engine = await openOcrEngine(name);
  const measured: Measured[] = [];
  // The first page pays for starting the engine.
  const first = await drawLines(['Warm up'], { dpi: 100 });
  await engine.recognise(first, 100);
  for (const [condition, spoil] of Object.entries(CONDITIONS)) {
    const row: Measured = {
      ...{ engine: name, condition, unread: 0 },
      ...{ wordF1: [], wordAccuracy: [], seconds: [], cpuSeconds: [] },
    };
    await progress.step(`${name}, ${condition}`, async () => {
      for (const lines of PAGES) {
        const image = await spoil(await drawLines(lines, { dpi: 200 }));
        const { kind } = sniff(image, '') as { kind: 'png' };
        const [since, cpuSince] = [performance.now(), cpuSeconds()];
        const raster = await rasteriseImage(image, kind, 1, DEFAULT_LIMITS);
        const page = await recognisePage(raster, 1, engine);
        row.seconds.push((performance.now() - since) / 1_000);
        row.cpuSeconds.push(cpuSeconds() - cpuSince);
        if (!page) row.unread += 1;
        const [expected, found] = [wordsOf(lines.join('\n')), wordsOf(page?.text ?? '')];
        row.wordF1.push(wordF1(expected, found));
        row.wordAccuracy.push(Math.max(0, 1 - edits(expected, found) / expected.length));
      }
    });
    measured.push(row);
  }
  await engine.close();
  return measured;
}

/** Measures every engine that this machine has, on each page in each condition; the spread is over the pages. */
export async function ocr(progress: Progress): Promise<Report> {
  registerFonts();
  const engines = OCR_ENGINES.filter((name) => name !== 'tesseract-native' || hasNativeTesseract());
  const rows: Measured[] = [];
  for (const name of engines) rows.push(...(await measure(name, progress)));
  return {
    bench: 'ocr',
    settings: { pages: PAGES.length, 'dots an inch': 200 },
    figures: rows.flatMap(figuresOf),
    findings: engines.flatMap((name) => findingsOf(rows.filter(({ engine }) => engine === name))),
  };
}

const figuresOf = (row: Measured): Figure[] => {
  const name = `${row.engine}, ${row.condition}`;
  return [
    figure(`${name}: word F1`, '', row.wordF1),
    figure(`${name}: 1 - word error rate`, '', row.wordAccuracy),
    figure(`${name}: time`, 's/page', row.seconds),
    figure(`${name}: processor time`, 's/page', row.cpuSeconds),
  ];
};

function findingsOf(rows: Measured[]): string[] {
  const worst = rows.toSorted((a, b) => median(a.wordF1) - median(b.wordF1))[0];
  if (!worst) return [];
  const unread = rows.reduce((sum, row) => sum + row.unread, 0);
  const seconds = median(rows.flatMap((row) => row.seconds));
  const cpu = median(rows.flatMap((row) => row.cpuSeconds));
  return [
    `${worst.engine}: hardest are pages ${worst.condition} (word F1 ${shown(median(worst.wordF1))}); ${unread} pages unread; ${shown(seconds)} s a page, of which ${shown(cpu)} s of one processor.`,
  ];
}

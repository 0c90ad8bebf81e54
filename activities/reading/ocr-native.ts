import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { OcrEngine, OcrWord } from './ocr-engine.ts';

const PROGRAM = 'tesseract';
const PAGE_SEGMENTATION = '3';
const TIMEOUT_MS = 120_000;

/** Whether the machine has Tesseract with English data. */
export function hasNativeTesseract(): boolean {
  try {
    const languages = execFileSync(PROGRAM, ['--list-langs'], { encoding: 'utf8', timeout: 5_000 });
    return /^eng$/m.test(languages);
  } catch {
    return false;
  }
}

/** The machine's own Tesseract, one process for each page and one thread for each process. */
export function openNativeTesseract(): OcrEngine {
  return {
    name: 'tesseract-native',
    async recognise(image, dpi) {
      const options = ['--psm', PAGE_SEGMENTATION, '--dpi', String(Math.round(dpi)), '--oem', '1'];
      const child = spawn(PROGRAM, ['stdin', 'stdout', '-l', 'eng', ...options, 'tsv'], {
        env: { ...process.env, OMP_THREAD_LIMIT: '1' },
        stdio: ['pipe', 'pipe', 'ignore'],
        timeout: TIMEOUT_MS,
      });
      // A process that ends early closes the pipe; its exit code tells the story.
      child.stdin.on('error', () => undefined);
      child.stdin.end(image);
      const ended = once(child, 'close') as Promise<[number | null]>;
      const table = await child.stdout.setEncoding('utf8').reduce((all, part) => all + part, '');
      const [code] = await ended;
      if (code !== 0) throw new Error('tesseract ended with an error');
      return wordsOf(table);
    },
    async close() {
      // Nothing outlives a page.
    },
  };
}

/** Rows of level 4 are lines, of level 5 words: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
function wordsOf(table: string): OcrWord[] {
  const words: OcrWord[] = [];
  let [lineTop, lineBottom] = [0, 0];
  for (const row of table.split('\n')) {
    const columns = row.split('\t');
    const [left = 0, top = 0, width = 0, height = 0, confidence = 0] = columns.slice(6, 11).map(Number);
    if (columns[0] === '4') [lineTop, lineBottom] = [top, top + height];
    const text = columns[11]?.trim();
    if (columns[0] !== '5' || !text) continue;
    const [right, bottom] = [left + width, top + height];
    words.push({ text, confidence: confidence / 100, left, top, right, bottom, lineTop, lineBottom });
  }
  return words;
}

import type { Box } from '../../shared/documents.ts';
import type { PageContent } from './content.ts';
import { layOut } from './layout.ts';
import { isSpeck, type OcrEngine, type OcrWord } from './ocr-engine.ts';
import type { Raster } from './pdf.ts';
import { fractions, type Turn } from './pdf-words.ts';
import { bitmapOf, type Prepared, prepare } from './prepare.ts';
import { findRules } from './raster-rules.ts';
import type { Fragment } from './rows.ts';

/** Under this mean confidence the page may lie on its side or upside down. */
const DOUBTFUL = 0.6;
/** Under this one, what was recognised is no text. */
const UNREADABLE = 0.35;
const BLANK_INK = 0.0015;
/** A written page is mostly plain paper; a photograph of a car is not. */
const PAPER = 0.5;

interface Attempt {
  prepared: Prepared;
  words: OcrWord[];
  confidence: number;
}

/** The page as recognised, or `null` where there is writing on it that could not be read. */
export async function recognisePage(
  raster: Raster,
  number: number,
  engine: OcrEngine,
): Promise<PageContent | null> {
  const best = await uprightAttempt(raster, engine);
  const size = { width: raster.width, height: raster.height };
  const empty: PageContent = { page: number, source: 'ocr', ...size, text: '', words: [] };
  if (best.prepared.inkShare < BLANK_INK && best.words.length === 0) return empty;
  if (best.confidence < UNREADABLE || best.words.length === 0) {
    return best.prepared.paperShare < PAPER ? empty : null;
  }
  const points = pointsPerPixel(best.prepared, raster);
  const rules = findRules(await bitmapOf(best.prepared.image), 72 / points).map((rule) => ({
    left: rule.left * points,
    top: rule.top * points,
    right: rule.right * points,
    bottom: rule.bottom * points,
  }));
  const { text, words } = layOut(fragmentsOf(best, points), rules);
  return { page: number, source: 'ocr', ...size, text, words };
}

/** The best of the ways to turn the page; the first one that reads well is enough. */
async function uprightAttempt(raster: Raster, engine: OcrEngine): Promise<Attempt> {
  const queue: Turn[] = [2, 1, 3];
  let turns: Turn | undefined = 0;
  let best: Attempt | null = null;
  do {
    const now = await attempt(raster, turns, engine);
    if (now.prepared.inkShare < BLANK_INK && now.words.length === 0) return now;
    const good = now.confidence >= DOUBTFUL;
    // Tesseract reads turned blocks too, and tells by the order of the words which way they run.
    const running: Turn = good ? runningTurn(now.words) : 0;
    if (good && running === 0) return now;
    if (running !== 0) queue.unshift(((turns + running) % 4) as Turn);
    if (!best || (running === 0 && weight(now) > weight(best))) best = now;
    turns = queue.shift();
  } while (turns !== undefined);
  return best;
}

async function attempt(raster: Raster, turns: Turn, engine: OcrEngine): Promise<Attempt> {
  const prepared = await prepare(raster.image, turns);
  const inches = (turns % 2 === 0 ? raster.width : raster.height) / 72;
  const dpi = Math.min(600, Math.max(100, prepared.width / inches));
  const words = (await engine.recognise(prepared.image, dpi)).filter((word) => !isSpeck(word));
  return { prepared, words, confidence: meanConfidence(words) };
}

/** Quarter turns (clockwise) that bring the text upright, by the steps from word to word along its lines. */
function runningTurn(words: OcrWord[]): Turn {
  const steps = [0, 0, 0, 0];
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    if (!next || next.lineTop !== word.lineTop || next.lineBottom !== word.lineBottom) continue;
    const dx = (next.left + next.right - word.left - word.right) / 2;
    const dy = (next.top + next.bottom - word.top - word.bottom) / 2;
    const turn = Math.abs(dx) >= Math.abs(dy) ? (dx >= 0 ? 0 : 2) : dy < 0 ? 1 : 3;
    steps[turn] = (steps[turn] ?? 0) + 1;
  }
  return steps.indexOf(Math.max(...steps)) as Turn;
}

/** Weighted by length: specks make short words. */
function meanConfidence(words: OcrWord[]): number {
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  const sum = words.reduce((all, { text, confidence }) => all + text.length * confidence, 0);
  return letters === 0 ? 0 : sum / letters;
}

const weight = ({ words, confidence }: Attempt): number => confidence ** 2 * Math.sqrt(words.length);

const pointsPerPixel = (prepared: Prepared, raster: Raster): number =>
  Math.max(raster.width, raster.height) / Math.max(prepared.width, prepared.height);

function fragmentsOf({ prepared, words }: Attempt, points: number): Fragment[] {
  return words.map((word) => {
    const height = (word.lineBottom - word.lineTop) * points;
    return {
      text: word.text.normalize('NFC'),
      left: word.left * points,
      // Recognised lines end at their ink; type has room above and below it.
      top: word.lineTop * points - 0.12 * height,
      right: word.right * points,
      bottom: word.lineBottom * points + 0.12 * height,
      size: height,
      box: boxOf(word, prepared),
      ocrConfidence: Math.round(Math.max(0, Math.min(1, word.confidence)) * 1e3) / 1e3,
    };
  });
}

function boxOf({ left, top, right, bottom }: OcrWord, { toPage }: Prepared): Box {
  const corners = [toPage(left, top), toPage(right, top), toPage(left, bottom), toPage(right, bottom)];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return fractions([Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)], 1, 1);
}

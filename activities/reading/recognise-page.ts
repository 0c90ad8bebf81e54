import type { Box } from '../../shared/documents.ts';
import type { PageContent } from './content.ts';
import { type Fragment, layOut } from './layout.ts';
import { isSpeck, type OcrEngine, type OcrWord } from './ocr.ts';
import type { Raster } from './pdf.ts';
import { fractions } from './pdf-words.ts';
import { bitmapOf, type Prepared, prepare } from './prepare.ts';
import { findRules } from './raster-rules.ts';

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
  let best = await attempt(raster, 0, engine);
  const size = { width: raster.width, height: raster.height };
  const empty: PageContent = { page: number, source: 'ocr', ...size, text: '', words: [] };
  if (best.prepared.inkShare < BLANK_INK && best.words.length === 0) return empty;
  for (const turns of [1, 3, 2] as const) {
    if (best.confidence >= DOUBTFUL) break;
    const other = await attempt(raster, turns, engine);
    if (weight(other) > weight(best)) best = other;
  }
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

async function attempt(raster: Raster, turns: 0 | 1 | 2 | 3, engine: OcrEngine): Promise<Attempt> {
  const prepared = await prepare(raster.image, turns);
  const inches = (turns % 2 === 0 ? raster.width : raster.height) / 72;
  const dpi = Math.min(600, Math.max(100, prepared.width / inches));
  const words = (await engine.recognise(prepared.image, dpi)).filter((word) => !isSpeck(word));
  return { prepared, words, confidence: meanConfidence(words) };
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

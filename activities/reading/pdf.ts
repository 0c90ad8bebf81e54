import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { DocumentContent, PageContent } from './content.ts';
import { layOut } from './layout.ts';
import { type ReadingLimits, WEBP_QUALITY } from './limits.ts';
import { readDrawing } from './pdf-drawing.ts';
import { fieldWords } from './pdf-fields.ts';
import { fragmentOf, type Matrix, mainTurn, type PageFrame, textLayerWords, turned } from './pdf-words.ts';
import { Rejected } from './rejection.ts';
import { isGoodTextLayer } from './text-quality.ts';

const require = createRequire(import.meta.url);
const library = dirname(require.resolve('pdfjs-dist/package.json'));
const folder = (name: string): string => join(library, name) + sep;

export type Pdf = PDFDocumentProxy;

/** Opens a PDF whose pages are within the limits. Throws `Rejected`. */
export async function openPdf(bytes: Uint8Array, limits: ReadingLimits): Promise<Pdf> {
  checkEnd(bytes);
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const task = getDocument({
    // pdfjs takes the buffer over; the caller keeps its own.
    data: new Uint8Array(bytes),
    // What pdfjs leaves out of a page it tells in warnings alone: see `noticingLosses`.
    verbosity: VerbosityLevel.WARNINGS,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    maxImageSize: limits.maxPixels,
    standardFontDataUrl: folder('standard_fonts'),
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    iccUrl: folder('iccs'),
    wasmUrl: folder('wasm'),
  });
  let pdf: Pdf;
  try {
    pdf = await task.promise;
  } catch (error) {
    await task.destroy();
    if (error instanceof Error && error.name === 'PasswordException') throw new Rejected('encrypted');
    throw new Rejected('damaged');
  }
  if (pdf.numPages > limits.maxPages) {
    const detail = `${pdf.numPages} pages, at most ${limits.maxPages} are read`;
    await task.destroy();
    throw new Rejected('too_many_pages', detail);
  }
  if (pdf.numPages === 0) throw new Rejected('no_content');
  return pdf;
}

/**
 * A PDF ends with `%%EOF`. pdfjs mends a file that was cut off by dropping what is missing, and a
 * page that is silently gone would never be accounted for.
 */
function checkEnd(bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = buffer.lastIndexOf('%%EOF');
  const tail = end < 0 ? '' : buffer.subarray(end, end + 100_000).toString('latin1');
  if (end < 0 || /\d+ \d+ obj\b/.test(tail)) throw new Rejected('damaged', 'the document is cut off');
}

/** pdfjs's words for content that it could not read or that passes `maxImageSize`. */
const LOSS = /image exceeded|unable to decode image|ignoring errors|dependent image isn't ready/i;

/** Runs `work` and tells whether pdfjs silently left something out of the page meanwhile. */
async function noticingLosses<T>(work: () => Promise<T>): Promise<{ result: T; lost: boolean }> {
  const { warn } = console;
  let lost = false;
  console.warn = (message: unknown) => {
    if (LOSS.test(String(message))) lost = true;
  };
  try {
    const result = await work();
    return { result, lost };
  } finally {
    console.warn = warn;
  }
}

/** The pages of a PDF: their text layer where it is good, else their number for recognition. */
export async function readPdf(
  pdf: Pdf,
  limits: ReadingLimits,
  onPage: () => void = () => undefined,
): Promise<DocumentContent> {
  const content: DocumentContent = { kind: 'pdf', pages: [], toRecognise: [], unread: [], attachments: [] };
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number).catch(() => null);
    if (!page) {
      content.unread.push(number);
      continue;
    }
    const { width, height } = page.getViewport({ scale: 1 });
    if (!(Math.max(width, height) <= limits.maxPageSidePt) || !(Math.min(width, height) > 0)) {
      throw new Rejected('page_too_large', `page ${number} is larger than ${limits.maxPageSidePt} points`);
    }
    const read = await readTextLayer(page, number).catch(() => null);
    if (read) content.pages.push(read);
    else content.toRecognise.push(number);
    page.cleanup();
    onPage();
  }
  if (content.unread.length === pdf.numPages) throw new Rejected('damaged');
  return content;
}

/** The page from its text layer and its form fields; `null` where it must be recognised. */
async function readTextLayer(page: PDFPageProxy, number: number): Promise<PageContent | null> {
  const viewport = page.getViewport({ scale: 1 });
  const frame: PageFrame = {
    width: viewport.width,
    height: viewport.height,
    toPage: viewport.transform as unknown as Matrix,
  };
  const { result: printed, lost: textLost } = await noticingLosses(() => textLayerWords(page, frame));
  if (textLost) return null;
  const typed = await fieldWords(page, frame);
  const words = [...printed, ...typed];
  const { result: drawing, lost } = await noticingLosses(() => readDrawing(page, frame));
  const size = { width: frame.width, height: frame.height };
  const blank = words.length === 0 && !drawing.painted && !lost;
  if (blank) return { page: number, source: 'text_layer', ...size, text: '', words: [] };
  const heights = printed.flatMap((word) => word.corners.map(([, y]) => y));
  const good = isGoodTextLayer({
    words: printed.map((word) => word.text),
    imageShare: drawing.imageShare,
    textSpread: (Math.max(...heights) - Math.min(...heights)) / frame.height,
  });
  if (!good) return null;
  const turn = mainTurn(printed);
  const upright = words.filter((word) => word.turn === turn && !word.slanted);
  const other = words.filter((word) => word.turn !== turn || word.slanted);
  const rules = drawing.rules.map((rule) => turned(rule, frame, turn));
  const main = layOut(
    upright.map((word) => fragmentOf(word, frame, turn)),
    rules,
  );
  return { page: number, source: 'text_layer', ...size, ...withOthers(main, other, frame) };
}

/** Stamps, watermarks and margin notes that run in another direction follow the text. */
function withOthers(
  main: Pick<PageContent, 'text' | 'words'>,
  others: Parameters<typeof fragmentOf>[0][],
  frame: PageFrame,
): Pick<PageContent, 'text' | 'words'> {
  let text = main.text;
  const words = [...main.words];
  for (const [index, other] of others.entries()) {
    text += text === '' ? '' : index === 0 ? '\n\n' : ' ';
    words.push({
      start: text.length,
      end: text.length + other.text.length,
      box: fragmentOf(other, frame, 0).box,
    });
    text += other.text;
  }
  return { text, words };
}

const DPI = 300;
/** A4 at 300 dpi has 8.7 million. */
const MAX_RASTER_PIXELS = 16_000_000;

export interface Raster {
  /** PNG. */
  image: Uint8Array;
  /** The page's size in points. */
  width: number;
  height: number;
}

interface CanvasFactory {
  create: (
    width: number,
    height: number,
  ) => {
    canvas: { encode(format: 'png' | 'webp', quality?: number): Promise<Uint8Array> };
    context: Parameters<PDFPageProxy['render']>[0]['canvasContext'];
  };
}

/** The page as people see it, form fields and annotations included. Throws where a part of it is lost. */
export async function rasterise(pdf: Pdf, number: number): Promise<Raster> {
  const page = await pdf.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const scale = Math.min(DPI / 72, Math.sqrt(MAX_RASTER_PIXELS / (width * height)));
  const { canvas, lost } = await draw(pdf, page, scale);
  if (lost) throw new Rejected('page_too_large', 'a picture on the page cannot be decoded');
  const image = await canvas.encode('png');
  page.cleanup();
  return { image, width, height };
}

/** The page as `rasterise` draws it, as WebP of this width; without what cannot be drawn. */
export async function renderPdf(pdf: Pdf, number: number, width: number): Promise<Uint8Array> {
  if (number > pdf.numPages) throw new Rejected('damaged', 'the document has fewer pages');
  const page = await pdf.getPage(number);
  const size = page.getViewport({ scale: 1 });
  const scale = Math.min(width / size.width, Math.sqrt(MAX_RASTER_PIXELS / (size.width * size.height)));
  const { canvas } = await draw(pdf, page, scale);
  const image = await canvas.encode('webp', WEBP_QUALITY);
  page.cleanup();
  return image;
}

async function draw(pdf: Pdf, page: PDFPageProxy, scale: number) {
  const viewport = page.getViewport({ scale });
  // Made by pdfjs, which brings its own build of the canvas library: objects of two builds crash together.
  const factory = pdf.canvasFactory as CanvasFactory;
  const { canvas, context } = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const { lost } = await noticingLosses(
    () => page.render({ canvas: null, canvasContext: context, viewport, background: 'white' }).promise,
  );
  return { canvas, lost };
}

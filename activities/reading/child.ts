/** A reading process: parses what strangers sent, so that a crash or a bomb ends this process and no other. */
import { Worker } from 'node:worker_threads';
import type { DocumentContent, PageContent } from './content.ts';
import { readDocx } from './docx.ts';
import { readEmail } from './email.ts';
import { rasteriseImage, readImage, renderImage } from './image.ts';
import { openOcrEngine } from './ocr.ts';
import type { OcrEngine } from './ocr-engine.ts';
import { openPdf, type Pdf, type Raster, rasterise, readPdf, renderPdf } from './pdf.ts';
import { textContent } from './plain-text.ts';
import type { Answer, Job } from './protocol.ts';
import { recognisePage } from './recognise-page.ts';
import { Rejected } from './rejection.ts';
import { type Sniffed, sniff, unknownType } from './sniff.ts';

interface Held {
  document: string;
  bytes: Uint8Array;
  pdf?: Pdf;
}

let held: Held | null = null;
let engine: OcrEngine | null = null;

const answer = (message: Answer): void => {
  process.send?.(message);
};

async function hold(job: Job): Promise<Held> {
  if (held && held.document === job.document && !job.bytes) return held;
  if (!job.bytes) throw new Error('the document was not handed over');
  await held?.pdf?.loadingTask.destroy();
  held = { document: job.document, bytes: job.bytes };
  return held;
}

async function pdfOf(document: Held, job: Job): Promise<Pdf> {
  document.pdf ??= await openPdf(document.bytes, job.limits);
  return document.pdf;
}

async function read(document: Held, sniffed: Sniffed, job: Job): Promise<DocumentContent> {
  switch (sniffed.kind) {
    case 'pdf':
      return readPdf(await pdfOf(document, job), job.limits, () => answer({ type: 'progress' }));
    case 'docx':
      return readDocx(document.bytes, job.limits);
    case 'email':
      return readEmail(document.bytes, job.limits);
    case 'text':
    case 'markdown':
      return textContent(sniffed.kind, sniffed.text, job.limits);
    case 'other':
      throw await unknownType(document.bytes, job.name);
    default:
      return readImage(document.bytes, sniffed.kind, job.limits);
  }
}

async function raster(document: Held, sniffed: Sniffed, page: number, job: Job): Promise<Raster> {
  if (sniffed.kind === 'pdf') return rasterise(await pdfOf(document, job), page);
  if (page > 1 && sniffed.kind !== 'tiff') throw new Rejected('damaged', 'the document has one page');
  if (sniffed.kind === 'png' || sniffed.kind === 'jpeg' || sniffed.kind === 'tiff') {
    return rasteriseImage(document.bytes, sniffed.kind, page, job.limits);
  }
  throw new Rejected('damaged', 'the document has no pages to recognise');
}

async function recognise(
  document: Held,
  sniffed: Sniffed,
  page: number,
  job: Job,
): Promise<PageContent | null> {
  const image = await raster(document, sniffed, page, job).catch(() => null);
  if (!image) return null;
  engine ??= await openOcrEngine(job.engine);
  return recognisePage(image, page, engine);
}

async function render(
  document: Held,
  sniffed: Sniffed,
  { page, width }: { page: number; width: number },
  job: Job,
): Promise<Uint8Array> {
  if (sniffed.kind === 'pdf') return renderPdf(await pdfOf(document, job), page, width);
  if (sniffed.kind === 'png' || sniffed.kind === 'jpeg' || sniffed.kind === 'tiff')
    return renderImage(document.bytes, sniffed.kind, { page, width }, job.limits);
  throw new Rejected('damaged', 'the document has no pages to show');
}

async function work(job: Job): Promise<Answer> {
  try {
    const document = await hold(job);
    const sniffed = sniff(document.bytes, job.name);
    if (job.task.type === 'read') return { type: 'read', content: await read(document, sniffed, job) };
    if (job.task.type === 'render')
      return { type: 'rendered', image: await render(document, sniffed, job.task, job) };
    return { type: 'recognised', page: await recognise(document, sniffed, job.task.page, job) };
  } catch (error) {
    if (error instanceof Rejected) return { type: 'rejected', code: error.code, detail: error.detail };
    // What a parser throws at malformed input is as various as the input; its message may quote the document.
    return { type: 'rejected', code: 'damaged', detail: 'the document cannot be parsed' };
  }
}

// Parsers have no business on the network.
globalThis.fetch = () => Promise.reject(new Error('reading processes have no network'));

process.on('message', (job: Job) => {
  answer({ type: 'started' });
  void work(job).then(answer);
});
process.on('disconnect', () => process.exit(0));
// While a parser loops, no event arrives here: a thread of its own sees that the parent is gone.
new Worker(new URL('./watchdog.ts', import.meta.url)).unref();

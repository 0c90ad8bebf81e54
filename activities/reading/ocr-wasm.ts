import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Line, Worker } from 'tesseract.js';
import type { OcrEngine, OcrWord } from './ocr-engine.ts';

const require = createRequire(import.meta.url);
/** The packaged language data; the integer form of the most exact one. */
const languageData = join(dirname(require.resolve('@tesseract.js-data/eng/package.json')), '4.0.0_best_int');

const LSTM_ONLY = 1;
const PAGE_SEGMENTATION = '3';

/** Tesseract compiled to WebAssembly, with the language data of its package: nothing is downloaded. */
export async function openWasmTesseract(): Promise<OcrEngine> {
  const { createWorker } = await import('tesseract.js');
  let worker: Worker | null = null;
  const start = async (): Promise<Worker> => {
    const started = await createWorker('eng', LSTM_ONLY, {
      langPath: languageData,
      gzip: true,
      cacheMethod: 'none',
      errorHandler: () => undefined,
    });
    await started.setParameters({ tessedit_pageseg_mode: PAGE_SEGMENTATION as never });
    return started;
  };
  return {
    name: 'tesseract-wasm',
    async recognise(image, dpi) {
      worker ??= await start();
      await worker.setParameters({ user_defined_dpi: String(Math.round(dpi)) });
      const { data } = await worker.recognize(Buffer.from(image), {}, { blocks: true, text: false });
      const lines = (data.blocks ?? []).flatMap((block) => block.paragraphs.flatMap(({ lines }) => lines));
      return lines.flatMap(wordsOf);
    },
    async close() {
      await worker?.terminate();
      worker = null;
    },
  };
}

const wordsOf = (line: Line): OcrWord[] =>
  line.words.map(({ text, confidence, bbox }) => ({
    text: text.trim(),
    confidence: confidence / 100,
    left: bbox.x0,
    top: bbox.y0,
    right: bbox.x1,
    bottom: bbox.y1,
    lineTop: line.bbox.y0,
    lineBottom: line.bbox.y1,
  }));

import type { OcrEngine, OcrEngineName } from './ocr-engine.ts';

/** Starts an engine; it keeps its model loaded until it is closed. */
export async function openOcrEngine(name: OcrEngineName): Promise<OcrEngine> {
  if (name === 'tesseract-native') return (await import('./ocr-native.ts')).openNativeTesseract();
  return (await import('./ocr-wasm.ts')).openWasmTesseract();
}

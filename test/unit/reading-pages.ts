/** Page images that tests and the OCR benchmark draw from text of their own. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';

/** Fonts that every checkout has: a machine may have none of its own. */
export function useFonts(): void {
  const fonts = join(
    dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json'))),
    'standard_fonts',
  );
  GlobalFonts.registerFromPath(join(fonts, 'LiberationSans-Regular.ttf'), 'Page');
}

/** A letter-size page as PNG, dark on white. */
export function drawLines(
  lines: string[],
  { dpi, sizePt = 11, font = 'Page' }: { dpi: number; sizePt?: number; font?: string },
): Promise<Buffer> {
  const px = dpi / 72;
  const canvas = createCanvas(Math.round(612 * px), Math.round(792 * px));
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#111111';
  context.font = `${sizePt * px}px ${font}`;
  for (const [index, line] of lines.entries()) {
    context.fillText(line, 72 * px, (80 + 1.5 * sizePt * index) * px);
  }
  return canvas.encode('png');
}

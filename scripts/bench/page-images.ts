/** Page images drawn from text of the project's own, and what scanners, cameras and fax machines do to them. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import sharp from 'sharp';

/** Fonts that every checkout has: a machine may have none of its own. */
export function registerFonts(): void {
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

/** Numbers from 0 to 1, the same on every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Grain over the whole page, and specks on one point in 300. */
async function noisy(page: Buffer): Promise<Buffer> {
  const { data, info } = await sharp(page).greyscale().raw().toBuffer({ resolveWithObject: true });
  const random = randomNumbers(7);
  for (let at = 0; at < data.length; at++) {
    const grain = (random() + random() + random() - 1.5) * 60;
    const speck = random() < 1 / 300;
    data[at] = speck ? (random() < 0.5 ? 0 : 255) : Math.max(0, Math.min(255, (data[at] ?? 0) + grain));
  }
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
    .png()
    .toBuffer();
}

/** Black and white at the resolution of a fax machine, with its dropped and added points. */
async function fax(page: Buffer, dpi: { x: number; y: number }): Promise<Buffer> {
  const [width, height] = [Math.round(8.5 * dpi.x), Math.round(11 * dpi.y)];
  const resized = await sharp(page).resize({ width, height, fit: 'fill' }).greyscale().raw().toBuffer();
  const random = randomNumbers(11);
  const data = resized.map((value) => {
    const ink = value < 150;
    return (random() < 1 / 400 ? !ink : ink) ? 0 : 255;
  });
  return sharp(data, { raw: { width, height, channels: 1 } })
    .tiff({ compression: 'lzw', xres: dpi.x / 25.4, yres: dpi.y / 25.4 })
    .toBuffer();
}

/** What is done to a page drawn at 200 dpi. */
export const CONDITIONS: Record<string, (page: Buffer) => Promise<Buffer>> = {
  clean: async (page) => page,
  'skewed 3°': (page) => sharp(page).rotate(3, { background: 'white' }).png().toBuffer(),
  noisy,
  blurred: (page) => sharp(page).blur(1.8).jpeg({ quality: 40 }).toBuffer(),
  'fax 204x196': (page) => fax(page, { x: 204, y: 196 }),
  'fax 204x98': (page) => fax(page, { x: 204, y: 98 }),
};

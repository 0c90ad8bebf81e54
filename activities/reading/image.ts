import sharp, { type Sharp } from 'sharp';
import type { DocumentContent } from './content.ts';
import type { ReadingLimits } from './limits.ts';
import type { Raster } from './pdf.ts';
import { Rejected } from './rejection.ts';
import { tiffDensity } from './tiff.ts';

sharp.cache(false);
sharp.concurrency(1);

type ImageKind = 'png' | 'jpeg' | 'tiff';

/** Counts the pages of an image and decodes each once. Throws `Rejected`. */
export async function readImage(
  bytes: Uint8Array,
  kind: ImageKind,
  limits: ReadingLimits,
): Promise<DocumentContent> {
  const head = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => {
      throw new Rejected('damaged');
    });
  const pages = kind === 'tiff' ? (head.pages ?? 1) : 1;
  if (pages > limits.maxPages) {
    throw new Rejected('too_many_pages', `${pages} pages, at most ${limits.maxPages} are read`);
  }
  const content: DocumentContent = { kind, pages: [], toRecognise: [], unread: [], attachments: [] };
  for (let page = 1; page <= pages; page++) {
    const size = await pageSize(bytes, page);
    if (size && size.width * size.height > limits.maxPixels) {
      const megapixels = Math.round((size.width * size.height) / 1e6);
      throw new Rejected('page_too_large', `page ${page} has ${megapixels} megapixels`);
    }
    const sound = size !== null && (await decodes(bytes, page, limits));
    (sound ? content.toRecognise : content.unread).push(page);
  }
  if (content.toRecognise.length === 0) throw new Rejected('damaged');
  return content;
}

async function pageSize(bytes: Uint8Array, page: number): Promise<{ width: number; height: number } | null> {
  return sharp(bytes, { page: page - 1, limitInputPixels: false })
    .metadata()
    .catch(() => null);
}

const open = (bytes: Uint8Array, page: number, limits: ReadingLimits): Sharp =>
  sharp(bytes, { page: page - 1, limitInputPixels: limits.maxPixels, failOn: 'error', sequentialRead: true });

/** Metadata comes from the head of a file; only decoding shows that the rest is there. */
async function decodes(bytes: Uint8Array, page: number, limits: ReadingLimits): Promise<boolean> {
  return open(bytes, page, limits)
    .resize({ width: 64, height: 64, fit: 'fill', fastShrinkOnLoad: false, kernel: 'nearest' })
    .raw()
    .toBuffer()
    .then(
      () => true,
      () => false,
    );
}

const DEFAULT_DPI = 200;

/** The page upright, as PNG with square pixels. */
export async function rasteriseImage(
  bytes: Uint8Array,
  kind: ImageKind,
  page: number,
  limits: ReadingLimits,
): Promise<Raster> {
  const { data, info } = await open(bytes, page, limits)
    .autoOrient()
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true });
  const { x, y } = (kind === 'tiff' && tiffDensity(bytes, page)) || (await density(bytes));
  const [width, height] = [(72 * info.width) / x, (72 * info.height) / y];
  if (Math.abs(x / y - 1) < 0.05) return { image: data, width, height };
  const dpi = Math.max(x, y);
  const image = await sharp(data)
    .resize({
      width: Math.round((info.width * dpi) / x),
      height: Math.round((info.height * dpi) / y),
      fit: 'fill',
    })
    .png({ compressionLevel: 1 })
    .toBuffer();
  return { image, width, height };
}

async function density(bytes: Uint8Array): Promise<{ x: number; y: number }> {
  const { density: dpi } = await sharp(bytes, { limitInputPixels: false }).metadata();
  // 72 is what programs write that do not know.
  const known = dpi && dpi > 72 ? dpi : DEFAULT_DPI;
  return { x: known, y: known };
}

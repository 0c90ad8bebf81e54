import sharp, { type Sharp } from 'sharp';
import type { DocumentContent } from './content.ts';
import { despeckle } from './despeckle.ts';
import { type ReadingLimits, WEBP_QUALITY } from './limits.ts';
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
/** Letters of a page of this height are large enough; a camera's further pixels cost memory alone. */
const MAX_SIDE = 4_000;

/** The page upright, as grey PNG with square pixels, freed of specks. */
export async function rasteriseImage(
  bytes: Uint8Array,
  kind: ImageKind,
  page: number,
  limits: ReadingLimits,
): Promise<Raster> {
  const { data, info } = await open(bytes, page, limits)
    .autoOrient()
    .flatten({ background: 'white' })
    .resize({ width: MAX_SIDE, height: MAX_SIDE, fit: 'inside', withoutEnlargement: true })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const size = { width: info.width, height: info.height };
  const clean = despeckle({ data: new Uint8Array(data), ...size });
  const original = await pageSize(bytes, page);
  const shrunk = original ? Math.max(size.width, size.height) / Math.max(original.width, original.height) : 1;
  const printed = (kind === 'tiff' && tiffDensity(bytes, page)) || (await density(bytes));
  const [x, y] = [printed.x * shrunk, printed.y * shrunk];
  const dpi = Math.max(x, y);
  // Square pixels: a fax has fewer lines than points on a line.
  const square = { width: Math.round((size.width * dpi) / x), height: Math.round((size.height * dpi) / y) };
  const picture = sharp(clean, { raw: { ...size, channels: 1 } });
  if (Math.abs(x / y - 1) > 0.05) picture.resize({ ...square, fit: 'fill' });
  const image = await picture.toColourspace('b-w').png({ compressionLevel: 1 }).toBuffer();
  return { image, width: (72 * size.width) / x, height: (72 * size.height) / y };
}

/** The page upright, with square pixels and in its colours, as WebP of this width. */
export async function renderImage(
  bytes: Uint8Array,
  kind: ImageKind,
  { page, width }: { page: number; width: number },
  limits: ReadingLimits,
): Promise<Uint8Array> {
  const { autoOrient } = await sharp(bytes, {
    page: page - 1,
    limitInputPixels: limits.maxPixels,
  }).metadata();
  const printed = (kind === 'tiff' && tiffDensity(bytes, page)) || { x: 1, y: 1 };
  const height = Math.round((width * autoOrient.height * printed.x) / (autoOrient.width * printed.y));
  return open(bytes, page, limits)
    .autoOrient()
    .flatten({ background: 'white' })
    .resize({ width, height: Math.max(1, height), fit: 'fill' })
    .webp({ quality: WEBP_QUALITY })
    .toBuffer();
}

async function density(bytes: Uint8Array): Promise<{ x: number; y: number }> {
  const { density: dpi } = await sharp(bytes, { limitInputPixels: false }).metadata();
  // 72 is what programs write that do not know.
  const known = dpi && dpi > 72 ? dpi : DEFAULT_DPI;
  return { x: known, y: known };
}

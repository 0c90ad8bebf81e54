import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PDFDocument } from 'pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';

/** How a paper page became a picture. Angles in degrees, noise as share of the full scale. */
export interface Scan {
  dpi: number;
  skew: number[];
  noise: number;
  blur?: number;
  /** Grey of the paper, 255 is white. */
  paper?: number;
  seed: number;
}

const FIXED_DATE = new Date('2026-01-01T00:00:00Z');
const PDFJS = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const FAX_DPI = 200;

interface CanvasFactory {
  create(width: number, height: number): { canvas: { toBuffer(type: 'image/png'): Buffer } };
}

interface Grey {
  pixels: Buffer;
  width: number;
  height: number;
}

/** The pages of a PDF as white-paper PNGs, drawn with the fonts that pdfjs ships. */
export async function renderPages(pdf: Uint8Array, dpi: number): Promise<Buffer[]> {
  const document = await getDocument({
    data: Uint8Array.from(pdf),
    standardFontDataUrl: join(PDFJS, 'standard_fonts/'),
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  }).promise;
  const factory = document.canvasFactory as CanvasFactory;
  const pages: Buffer[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const viewport = page.getViewport({ scale: dpi / 72 });
    // Only a canvas of pdfjs' own making accepts the paths that pdfjs draws.
    const { canvas } = factory.create(Math.round(viewport.width), Math.round(viewport.height));
    await page.render({ canvas: canvas as never, viewport, background: 'white' }).promise;
    pages.push(canvas.toBuffer('image/png'));
  }
  await document.loadingTask.destroy();
  return pages;
}

/** Pages as a flatbed scanner gives them: one 16-grey PNG, the first page. */
export async function scannedPng(pdf: Uint8Array, scan: Scan): Promise<Buffer> {
  const [page] = await scannedPages(pdf, scan);
  if (!page) throw new Error('nothing to scan');
  return toSharp(page)
    .png({ palette: true, colours: 16, dither: 0, compressionLevel: 9 })
    .withMetadata({ density: scan.dpi })
    .toBuffer();
}

/** A PDF that holds nothing but pictures of its pages. */
export async function scannedPdf(pdf: Uint8Array, scan: Scan): Promise<Uint8Array> {
  const out = await PDFDocument.create();
  out.setCreationDate(FIXED_DATE);
  out.setModificationDate(FIXED_DATE);
  for (const page of await scannedPages(pdf, scan)) {
    const image = await out.embedJpg(await toSharp(page).jpeg({ quality: 42 }).toBuffer());
    const [width, height] = [(page.width * 72) / scan.dpi, (page.height * 72) / scan.dpi];
    out.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height });
  }
  return out.save();
}

/** A fax of group 4: black and white, specks, worn lines. One picture for each page. */
export async function fax(pdf: Uint8Array, scan: Scan): Promise<Buffer> {
  const random = generator(scan.seed + 1);
  const pages: Buffer[] = [];
  for (const page of await scannedPages(pdf, { ...scan, dpi: FAX_DPI })) {
    const threshold = 148;
    for (let i = 0; i < page.pixels.length; i++)
      page.pixels[i] = (page.pixels[i] ?? 255) < threshold ? 0 : 255;
    for (let speck = 0; speck < 160; speck++) {
      const at = Math.floor(random() * (page.pixels.length - page.width - 2));
      for (const offset of [0, 1, page.width, page.width + 1]) page.pixels[at + offset] = 0;
    }
    const dropped = Math.floor(random() * 0.3 * page.height + 0.65 * page.height);
    page.pixels.fill(255, dropped * page.width, (dropped + 1) * page.width);
    // libvips packs one bit a pixel only when it converts from colour itself.
    pages.push(await toSharp(page).toColourspace('srgb').png().toBuffer());
  }
  const [first] = pages;
  if (!first) throw new Error('nothing to fax');
  const joined = pages.length > 1 ? sharp(pages, { join: { animated: true } }) : sharp(first);
  return joined
    .greyscale()
    .toColourspace('b-w')
    .tiff({ compression: 'ccittfax4', bitdepth: 1, xres: FAX_DPI / 25.4, yres: FAX_DPI / 25.4 })
    .toBuffer();
}

async function scannedPages(pdf: Uint8Array, scan: Scan): Promise<Grey[]> {
  const random = generator(scan.seed);
  const pages: Grey[] = [];
  for (const [index, png] of (await renderPages(pdf, scan.dpi)).entries()) {
    const upright = sharp(png).greyscale();
    const { width, height } = await upright.metadata();
    const angle = scan.skew[index % scan.skew.length] ?? 0;
    const turned = await upright.rotate(angle, { background: 'white' }).png().toBuffer();
    let image = sharp(turned).resize(width, height, { fit: 'cover', position: 'centre' });
    if (scan.blur) image = image.blur(scan.blur);
    const { data, info } = await image
      .greyscale()
      .toColourspace('b-w')
      .raw()
      .toBuffer({ resolveWithObject: true });
    pages.push(age({ pixels: data, width: info.width, height: info.height }, scan, random));
  }
  return pages;
}

/** Paper tone, a shade towards one edge, grain. */
function age(page: Grey, scan: Scan, random: () => number): Grey {
  const paper = (scan.paper ?? 250) / 255;
  for (let i = 0; i < page.pixels.length; i++) {
    const shade = 1 - 0.05 * ((i % page.width) / page.width) * (scan.noise > 0.02 ? 1 : 0);
    const grain = (random() + random() - 1) * 255 * scan.noise;
    page.pixels[i] = Math.max(
      0,
      Math.min(255, (page.pixels[i] ?? 255) * paper * shade + 14 * (1 - paper) + grain),
    );
  }
  return page;
}

const toSharp = (page: Grey) =>
  sharp(page.pixels, { raw: { width: page.width, height: page.height, channels: 1 } }).toColourspace('b-w');

/** Pseudo-random numbers from 0 to 1 (mulberry32): a rerun gives the same pages. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

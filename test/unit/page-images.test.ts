import { degrees, PDFDocument, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { Rejected } from '../../activities/reading/rejection.ts';
import { lines, pdfOf, request, testReader } from './reading-fixtures.ts';

const reader = testReader();
afterAll(() => reader.close());

const render = (bytes: Uint8Array, width: number, page = 1) =>
  reader.render({ ...request(bytes), page, width });

/** Share of dark points within a box, given as fractions of the page. */
async function inkIn(image: Uint8Array, [left, top, right, bottom]: readonly number[]): Promise<number> {
  const { width = 0, height = 0 } = await sharp(image).metadata();
  const region = {
    left: Math.floor((left ?? 0) * width),
    top: Math.floor((top ?? 0) * height),
    width: Math.max(1, Math.round(((right ?? 0) - (left ?? 0)) * width)),
    height: Math.max(1, Math.round(((bottom ?? 0) - (top ?? 0)) * height)),
  };
  const pixels = await sharp(image).extract(region).greyscale().raw().toBuffer();
  return pixels.filter((grey) => grey < 128).length / pixels.length;
}

async function boxesOf(bytes: Uint8Array) {
  const { pages } = await reader.read(request(bytes));
  return pages.flatMap((page) => page.words.flatMap(({ box }) => (box ? [box] : [])));
}

describe('the image of a page', () => {
  test('has the width asked for, and its words where their boxes are', async () => {
    const pdf = await pdfOf(lines(['Claim number 4471982', 'Date of loss 08/19/2025']));
    const image = await render(pdf, 1_000);
    expect(await sharp(image).metadata()).toMatchObject({ format: 'webp', width: 1_000, height: 1_295 });
    const boxes = await boxesOf(pdf);
    expect(boxes.length).toBeGreaterThan(5);
    for (const box of boxes) expect(await inkIn(image, box)).toBeGreaterThan(0.05);
    expect(await inkIn(image, [0.1, 0.5, 0.9, 0.9])).toBe(0);
  });

  test('lies as people hold it, when the page is turned', async () => {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage([612, 792]);
    page.drawText('Policy HO-4471982', {
      x: 300,
      y: 400,
      font: await pdf.embedFont(StandardFonts.Helvetica),
    });
    page.setRotation(degrees(90));
    const bytes = await pdf.save();
    const image = await render(bytes, 1_000);
    const { width = 0, height = 0 } = await sharp(image).metadata();
    expect(width).toBeGreaterThan(height);
    for (const box of await boxesOf(bytes)) expect(await inkIn(image, box)).toBeGreaterThan(0.05);
  });

  test('has square points, also of a fax whose points are not', async () => {
    const page = { create: { width: 1_728, height: 1_100, channels: 3 as const, background: 'white' } };
    const fax = await sharp(page)
      .tiff({ xres: 204 / 25.4, yres: 98 / 25.4, resolutionUnit: 'inch' })
      .toBuffer();
    const { width, height } = await sharp(await render(fax, 1_000)).metadata();
    expect([width, height]).toEqual([1_000, Math.round((1_000 * 1_100 * 204) / (1_728 * 98))]);
  });

  test('keeps its colours, and stands upright where the camera says so', async () => {
    const photo = await sharp({ create: { width: 400, height: 200, channels: 3, background: '#c00000' } })
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const image = await render(photo, 200);
    expect(await sharp(image).metadata()).toMatchObject({ width: 200, height: 400 });
    const { channels } = await sharp(image).stats();
    expect((channels[0]?.mean ?? 0) - (channels[1]?.mean ?? 0)).toBeGreaterThan(100);
  });

  test('is refused of a document without pages to see, and of a page that is not there', async () => {
    await expect(render(Buffer.from('just text'), 200)).rejects.toBeInstanceOf(Rejected);
    await expect(render(await pdfOf(lines(['one page'])), 200, 2)).rejects.toBeInstanceOf(Rejected);
  });
});

import { createCanvas } from '@napi-rs/canvas';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { PageContent } from '../../activities/reading/content.ts';
import { drawLines, registerFonts } from '../../scripts/bench/page-images.ts';
import { rawPdf, request, testReader } from './reading-fixtures.ts';

vi.setConfig({ testTimeout: 120_000 });

const reader = testReader();
afterAll(() => reader.close());
registerFonts();

const LETTER = [
  'Policy Number: PA-7724-2026',
  'Name of Insured: Rachel Kim',
  'Date of Loss: 07/03/2026',
  'Location of Loss: 500 Market Street, Seattle, WA',
  'The insured scraped the door against a concrete pillar while',
  'parking on the second level. No other vehicle was involved.',
  'Estimated Damage: $980.00',
];

/** A letter-size page at 200 dpi. */
const page = () => drawLines(LETTER, { dpi: 200 });

const recognise = async (bytes: Uint8Array): Promise<PageContent | null> => {
  const document = request(bytes);
  expect((await reader.read(document)).toRecognise).toEqual([1]);
  return reader.recognise({ ...document, page: 1 });
};

/** Middle of a word's box, in fractions of the page. */
function middleOf(content: PageContent | null, word: string): [number, number] {
  const found = content?.words.find(({ start, end }) => content.text.slice(start, end) === word);
  const [left = 0, top = 0, right = 0, bottom = 0] = found?.box ?? [];
  return [(left + right) / 2, (top + bottom) / 2];
}

describe('recognition', () => {
  it('reads a scanned page, with confidence and place of every word', async () => {
    const content = await recognise(await page());
    expect(content?.text.replace(/\n+/g, '\n')).toBe(LETTER.join('\n'));
    expect(content?.source).toBe('ocr');
    for (const { box, ocrConfidence } of content?.words ?? []) {
      expect(box).toHaveLength(4);
      expect(ocrConfidence).toBeGreaterThan(0.5);
      expect(ocrConfidence).toBeLessThanOrEqual(1);
    }
  });

  it('straightens a skewed page, and places words on the page as it was scanned', async () => {
    const straight = await page();
    const skewed = await sharp(straight).rotate(4, { background: 'white' }).png().toBuffer();
    const { width = 1, height = 1 } = await sharp(skewed).metadata();
    const content = await recognise(skewed);
    expect(content?.text).toContain('Policy Number: PA-7724-2026');
    const [x, y] = middleOf(await recognise(straight), '$980.00');
    const [dx, dy] = [(x - 0.5) * 1_700, (y - 0.5) * 2_200];
    const angle = (4 * Math.PI) / 180;
    const [foundX, foundY] = middleOf(content, '$980.00');
    expect(Math.abs(foundX * width - (dx * Math.cos(angle) - dy * Math.sin(angle) + width / 2))).toBeLessThan(
      12,
    );
    expect(
      Math.abs(foundY * height - (dx * Math.sin(angle) + dy * Math.cos(angle) + height / 2)),
    ).toBeLessThan(12);
  });

  it.each([90, 180, 270])('turns a page that was scanned %i degrees round', async (degrees) => {
    const content = await recognise(
      await sharp(await page())
        .rotate(degrees)
        .png()
        .toBuffer(),
    );
    expect(content?.text ?? '').toContain('Policy Number: PA-7724-2026');
    expect(content?.text).toContain('Estimated Damage: $980.00');
  });

  it('follows the orientation that a camera noted', async () => {
    const sideways = await sharp(await page())
      .rotate(-90)
      .jpeg()
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const content = await recognise(sideways);
    expect(content?.text).toContain('Date of Loss: 07/03/2026');
    expect(content?.width && content.height && content.width < content.height).toBe(true);
  });

  it('reads a fax whose pixels are twice as high as wide', async () => {
    const { data } = await sharp(await page())
      .resize({ width: 1_728, height: 1_100, fit: 'fill' })
      .threshold(150)
      .tiff({ compression: 'lzw', xres: 204 / 25.4, yres: 100 / 25.4 })
      .toBuffer({ resolveWithObject: true });
    const content = await recognise(data);
    expect(content?.text).toContain('Rachel Kim');
    expect(content?.text).toContain('07/03/2026');
    expect((content?.height ?? 0) / (content?.width ?? 1)).toBeCloseTo(792 / 612, 1);
  });

  it('rasterises a scanned page of a PDF', async () => {
    const pdf = await PDFDocument.create();
    const picture = await pdf.embedPng(await page());
    pdf.addPage([612, 792]).drawImage(picture, { x: 0, y: 0, width: 612, height: 792 });
    const content = await recognise(await pdf.save());
    expect(content?.text).toContain('Estimated Damage: $980.00');
    expect(content?.width).toBe(612);
  });

  it('does not take a page for blank whose picture is too large to unpack', async () => {
    const place = 'q 612 0 0 792 0 0 cm /I Do Q';
    const bytes = rawPdf([
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /XObject << /I 5 0 R >> >> >>',
      `<< /Length ${place.length} >>\nstream\n${place}\nendstream`,
      '<< /Type /XObject /Subtype /Image /Width 60000 /Height 60000 /BitsPerComponent 8 /ColorSpace /DeviceRGB /Length 4 >>\nstream\nabcd\nendstream',
    ]);
    expect(await recognise(bytes)).toBeNull();
  });

  it('reads a photograph without writing as a page without words', async () => {
    const noise = { type: 'gaussian', mean: 110, sigma: 40 } as const;
    const photo = await sharp({ create: { width: 900, height: 700, channels: 3, background: 'grey', noise } })
      .blur(6)
      .jpeg()
      .toBuffer();
    expect(await recognise(photo)).toMatchObject({ source: 'ocr', words: [] });
  });

  it('reads a blank page as a page without words', async () => {
    const blank = await sharp({ create: { width: 850, height: 1_100, channels: 3, background: '#f4f4f4' } })
      .png()
      .toBuffer();
    expect(await recognise(blank)).toMatchObject({ page: 1, source: 'ocr', text: '', words: [] });
  });

  it('says so when there is writing that it cannot read', async () => {
    const canvas = createCanvas(850, 1_100);
    const context = canvas.getContext('2d');
    context.fillStyle = 'white';
    context.fillRect(0, 0, 850, 1_100);
    context.lineWidth = 3;
    for (let row = 0; row < 12; row++) {
      context.beginPath();
      for (let x = 80; x < 760; x += 2) {
        context.lineTo(
          x,
          120 + 70 * row + 18 * Math.sin(x / 7 + row) * Math.cos(x / 23) + 6 * Math.sin(x / 3.1),
        );
      }
      context.stroke();
    }
    expect(await recognise(await canvas.encode('png'))).toBeNull();
  });
});

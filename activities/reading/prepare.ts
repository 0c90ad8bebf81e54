import sharp from 'sharp';
import { type Grey, isolatedShare } from './despeckle.ts';
import { type Bitmap, binarise, skewDegrees } from './skew.ts';

/** An image made ready for recognition, with the way back to the page it came from. */
export interface Prepared {
  /** PNG, grey. */
  image: Uint8Array;
  width: number;
  height: number;
  /** From a pixel of `image` to fractions of the page. */
  toPage: (x: number, y: number) => [number, number];
  /** Share of the page that is ink. */
  inkShare: number;
  /** Share of the page that is plain light paper. */
  paperShare: number;
}

/** Tesseract reads letters of 20 to 35 pixels best: a page of about this width. */
const MIN_SIDE = 2_000;
const MAX_SIDE = 3_600;
const PROBE_SIDE = 1_100;
/** Share of the ink that stands alone, point by point, from which a page counts as speckled. */
const SPECKLED = 0.04;

/** Turns by quarters, straightens, evens out light and removes specks. */
export async function prepare(image: Uint8Array, quarterTurns: 0 | 1 | 2 | 3 = 0): Promise<Prepared> {
  const turned = await sharp(image)
    .rotate(90 * quarterTurns)
    .greyscale()
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true });
  const { width, height } = turned.info;
  const scale = scaleFor(Math.max(width, height));
  const speckled = isolatedShare(await bitmapOf(turned.data)) > SPECKLED;
  const even = await evenLight(turned.data, Math.round(width * scale), Math.round(height * scale));
  const probe = await probeOf(even.data, even.width, even.height);
  const bitmap = binarise(probe.grey, probe.width, probe.height);
  const degrees = skewDegrees(bitmap);
  let pipeline = sharp(even.data, { raw: { width: even.width, height: even.height, channels: 1 } });
  if (speckled) pipeline = pipeline.median(3);
  if (degrees !== 0) pipeline = pipeline.rotate(degrees, { background: 'white' });
  const straight = await pipeline
    .toColourspace('b-w')
    .png({ compressionLevel: 1 })
    .toBuffer({ resolveWithObject: true });
  const radians = (degrees * Math.PI) / 180;
  const toPage = (x: number, y: number): [number, number] => {
    const [dx, dy] = [x - straight.info.width / 2, y - straight.info.height / 2];
    const u = (dx * Math.cos(radians) + dy * Math.sin(radians)) / even.width + 0.5;
    const v = (-dx * Math.sin(radians) + dy * Math.cos(radians)) / even.height + 0.5;
    return unturn(u, v, quarterTurns);
  };
  return {
    image: straight.data,
    width: straight.info.width,
    height: straight.info.height,
    toPage,
    ...shares(probe.grey, bitmap),
  };
}

const scaleFor = (side: number): number =>
  side < MIN_SIDE ? Math.min(3, MIN_SIDE / side) : Math.min(1, MAX_SIDE / side);

function unturn(u: number, v: number, quarterTurns: 0 | 1 | 2 | 3): [number, number] {
  if (quarterTurns === 1) return [v, 1 - u];
  if (quarterTurns === 2) return [1 - u, 1 - v];
  if (quarterTurns === 3) return [1 - v, u];
  return [u, v];
}

const BLOCK = 32;
/** Paper that differs by less than this over the page is left as it is. */
const EVEN = 20;

/** Divides by the paper's own brightness, so that a shadow over a photographed page is no ink. */
async function evenLight(image: Uint8Array, width: number, height: number): Promise<Grey> {
  const resized = await sharp(image).resize({ width, height, fit: 'fill' }).greyscale().raw().toBuffer();
  const data = new Uint8Array(resized);
  const map = paperMap({ data, width, height });
  const levels = map.data.toSorted();
  const [dim = 0, bright = 0] = [0.05, 0.95].map((share) => levels[Math.floor(share * levels.length)]);
  if (bright - dim < EVEN) return { data, width, height };
  const paper = await sharp(map.data, { raw: { width: map.width, height: map.height, channels: 1 } })
    .blur(1)
    .resize({ width, height, fit: 'fill', kernel: 'cubic' })
    .toColourspace('b-w')
    .raw()
    .toBuffer();
  for (let at = 0; at < data.length; at++) {
    const light = Math.max(60, paper[at] ?? 255);
    data[at] = Math.min(255, Math.round(((data[at] ?? 0) * 245) / light));
  }
  return { data, width, height };
}

/** The brightness of the paper, block by block: what all but the lightest tenth stays under. */
function paperMap({ data, width, height }: Grey): Grey {
  const [columns, rows] = [Math.ceil(width / BLOCK), Math.ceil(height / BLOCK)];
  const paper = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const values: number[] = [];
      for (let y = row * BLOCK; y < Math.min(height, (row + 1) * BLOCK); y += 2) {
        for (let x = column * BLOCK; x < Math.min(width, (column + 1) * BLOCK); x += 2) {
          values.push(data[y * width + x] ?? 255);
        }
      }
      values.sort((a, b) => a - b);
      paper[row * columns + column] = values[Math.floor(0.9 * values.length)] ?? 255;
    }
  }
  return { data: paper, width: columns, height: rows };
}

async function probeOf(data: Uint8Array, width: number, height: number) {
  const probe = await sharp(data, { raw: { width, height, channels: 1 } })
    .resize({ width: PROBE_SIDE, height: PROBE_SIDE, fit: 'inside', withoutEnlargement: true })
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { grey: new Uint8Array(probe.data), width: probe.info.width, height: probe.info.height };
}

/** The page in black and white. */
export async function bitmapOf(image: Uint8Array): Promise<Bitmap> {
  const { data, info } = await sharp(image).greyscale().raw().toBuffer({ resolveWithObject: true });
  return binarise(new Uint8Array(data), info.width, info.height);
}

function shares(grey: Uint8Array, { ink }: Bitmap): { inkShare: number; paperShare: number } {
  let [dark, light] = [0, 0];
  for (let at = 0; at < grey.length; at++) {
    // On a blank page the threshold divides paper from paper.
    if (ink[at] === 1 && (grey[at] ?? 255) < 160) dark++;
    if ((grey[at] ?? 0) > 215) light++;
  }
  return { inkShare: dark / grey.length, paperShare: light / grey.length };
}

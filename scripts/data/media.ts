/** Packets as files: text, PDF with a text layer, and scans of such PDFs. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sheet } from './layout.ts';
import type { Packet } from './packet.ts';
import { printBoxes } from './pdf-boxes.ts';
import { printText } from './pdf-text.ts';
import { Random } from './random.ts';
import { fax, scannedPdf } from './scan.ts';

export const MEDIA = ['text', 'pdf', 'scan', 'mixed'] as const;
export type Media = (typeof MEDIA)[number];

/** Writes the documents of a packet below `folder` and returns their paths from there. */
export async function writeDocuments(
  folder: string,
  packet: Packet,
  media: Media,
  seed: number,
): Promise<string[]> {
  const r = new Random(seed);
  await mkdir(join(folder, packet.id), { recursive: true });
  const paths: string[] = [];
  const used = new Set<string>();
  for (const sheet of packet.sheets) {
    const { name } = sheet;
    const as = media === 'mixed' ? r.pick(['text', 'pdf', 'scan'] as const) : media;
    let base = name;
    for (let copy = 2; used.has(base); copy++) base = `${name}-${copy}`;
    used.add(base);
    const { bytes, ending } = await document(sheet, as, r);
    const path = `${packet.id}/${base}.${ending}`;
    await writeFile(join(folder, path), bytes);
    paths.push(path);
  }
  return paths;
}

async function document(
  { text, boxes }: Sheet,
  media: 'text' | 'pdf' | 'scan',
  r: Random,
): Promise<{ bytes: Uint8Array; ending: string }> {
  if (media === 'text') return { bytes: Buffer.from(text), ending: 'txt' };
  const pdf = boxes ? await printBoxes(boxes, r) : await printText(text, r);
  if (media === 'pdf') return { bytes: pdf, ending: 'pdf' };
  const scan = {
    dpi: r.pick([150, 200]),
    skew: [r.int(-16, 16) / 10, r.int(-12, 12) / 10],
    noise: r.int(5, 40) / 1000,
    ...(r.chance(0.5) ? { blur: r.int(4, 7) / 10 } : {}),
    paper: r.int(225, 252),
    seed: r.int(1, 1_000_000),
  };
  return r.chance(0.3)
    ? { bytes: await fax(pdf, scan), ending: 'tiff' }
    : { bytes: await scannedPdf(pdf, scan), ending: 'pdf' };
}

/** Label lines as JSON Lines, written as they are made. */
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Layout } from './layout.ts';
import { type Media, writeDocuments } from './media.ts';
import { misread } from './noise.ts';
import { makePacket, type Packet } from './packet.ts';
import { Random } from './random.ts';
import type { TargetName } from './targets.ts';

const BATCH = 200;

/** Writes `count` values, one a line. */
export async function writeLines(
  file: string,
  count: number,
  make: (index: number) => unknown,
): Promise<void> {
  async function* batches(): AsyncGenerator<string> {
    for (let from = 0; from < count; from += BATCH) {
      let text = '';
      for (let index = from; index < Math.min(count, from + BATCH); index++)
        text += `${JSON.stringify(await make(index))}\n`;
      yield text;
    }
  }
  await pipeline(Readable.from(batches()), createWriteStream(file));
}

/** Writes `claims.jsonl` and the documents of other media than text; says how many packets each layout gave. */
export async function writeClaims(run: {
  folder: string;
  count: number;
  seed: number;
  layouts: readonly Layout[];
  media: Media;
  noise: number;
  /** Kinds of cases to draw in turn; the natural mix where there are none. */
  targeted?: readonly TargetName[];
}): Promise<{ layouts: Record<string, number> }> {
  const layouts: Record<string, number> = {};
  await writeLines(join(run.folder, 'claims.jsonl'), run.count, async (index) => {
    const targeted = run.targeted?.[index % Math.max(1, run.targeted.length)];
    const packet = makePacket(run.seed, index, run.layouts, targeted);
    layouts[packet.layout] = (layouts[packet.layout] ?? 0) + 1;
    if (run.media === 'text') return textLine(packet, run.noise, run.seed + index);
    return {
      id: packet.id,
      documents: await writeDocuments(run.folder, packet, run.media, run.seed * 31 + index),
      ...labels(packet),
    };
  });
  return { layouts };
}

function textLine(packet: Packet, noise: number, seed: number): Record<string, unknown> {
  const text = noise > 0 ? misread(packet.text, packet.copied, noise, new Random(seed)) : packet.text;
  return { id: packet.id, text, ...labels(packet), spans: packet.spans };
}

const labels = ({
  expected,
  uncertain,
  layout,
  family,
  split,
  contradictions,
  reasoning,
  answer,
}: Packet): Record<string, unknown> => ({
  expected,
  uncertain,
  layout,
  family,
  split,
  contradictions,
  reasoning,
  answer,
});

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { layoutsOf } from '../../scripts/data/layouts/index.ts';
import { misread } from '../../scripts/data/noise.ts';
import { makePacket, oneLine } from '../../scripts/data/packet.ts';
import { printBoxes } from '../../scripts/data/pdf-boxes.ts';
import { Random } from '../../scripts/data/random.ts';
import { writeClaims } from '../../scripts/data/write.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'generate-'));
});
afterAll(() => rm(folder, { recursive: true }));

const run = { seed: 4, layouts: layoutsOf('train'), noise: 0 };

interface Line {
  id: string;
  text?: string;
  documents?: string[];
  expected: Record<string, unknown>;
}

const linesOf = async (path: string): Promise<Line[]> =>
  (await readFile(join(path, 'claims.jsonl'), 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

async function textLayer(pdf: Uint8Array): Promise<string> {
  const document = await getDocument({ data: Uint8Array.from(pdf), verbosity: 0 }).promise;
  const pages = Array.from({ length: document.numPages }, async (_, index) => {
    const { items } = await (await document.getPage(index + 1)).getTextContent();
    return items.map((item) => ('str' in item ? item.str : '')).join(' ');
  });
  const text = (await Promise.all(pages)).join(' ');
  await document.loadingTask.destroy();
  return oneLine(text);
}

it('writes the same lines for the same seed, with the text in them', async () => {
  await writeClaims({ ...run, folder, count: 250, media: 'text' });
  const first = await readFile(join(folder, 'claims.jsonl'));
  await writeClaims({ ...run, folder, count: 250, media: 'text' });
  expect(first.equals(await readFile(join(folder, 'claims.jsonl')))).toBe(true);
  const lines = await linesOf(folder);
  expect(lines).toHaveLength(250);
  expect(lines.every(({ text }) => (text ?? '').length > 100)).toBe(true);
});

it('prints packets as PDF and names them in their lines', async () => {
  await writeClaims({ ...run, folder, count: 4, media: 'pdf' });
  const lines = await linesOf(folder);
  expect(lines).toHaveLength(4);
  for (const { text, documents = [] } of lines) {
    expect(text).toBeUndefined();
    expect(documents.length).toBeGreaterThan(0);
    for (const path of documents) {
      expect((await readFile(join(folder, path))).subarray(0, 5).toString()).toBe('%PDF-');
    }
  }
});

it('prints forms as cells, with every short value in the text layer', async () => {
  const layouts = layoutsOf('train').filter(({ family }) => family === 'full' || family === 'grid');
  for (let index = 0; index < 4; index++) {
    const { sheets, answer } = makePacket(6, index, layouts);
    const boxes = sheets[0]?.boxes ?? [];
    expect(boxes.flatMap(({ rows }) => rows).length).toBeGreaterThan(8);
    const printed = await textLayer(await printBoxes(boxes, new Random(index)));
    for (const key of ['policy_number', 'claimant_phone', 'incident_date'] as const)
      if (answer[key] !== null) expect(printed).toContain(answer[key]);
  }
});

it('misreads characters outside of the values only', () => {
  const text = 'Policy holder: Lila Bellis, policy number 0815';
  const noisy = misread(text, [[15, 26]], 1, new Random(1));
  expect(noisy.slice(15, 26)).toBe('Lila Bellis');
  expect(noisy).not.toBe(text);
  expect(noisy).toHaveLength(text.length);
});

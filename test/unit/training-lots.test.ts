import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ClaimsSchema, claimExamples } from '../../scripts/models/train.ts';
import { silentProgress } from '../../scripts/stack/progress.ts';
import { loadModel } from '../../shared/model.ts';

const MODEL = loadModel('embedded-1');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lots-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function layoutsDrawn(lot: object): Promise<string[]> {
  const lots = [ClaimsSchema.parse({ count: 30, seed: 5, ...lot })];
  const [file = ''] = await claimExamples(folder, lots, MODEL, silentProgress);
  const lines = (await readFile(file, 'utf8')).trim().split('\n');
  return lines.map((line) => (JSON.parse(line) as { layout: string }).layout);
}

it('draws a lot from the families that it names, and from all where it names none', async () => {
  const some = await layoutsDrawn({ families: ['hands'] });
  expect(some.length).toBeGreaterThanOrEqual(30);
  expect(some.every((layout) => layout.startsWith('hands-'))).toBe(true);
  const all = await layoutsDrawn({});
  expect(all.some((layout) => !layout.startsWith('hands-'))).toBe(true);
});

it('refuses a family of which training knows no layout', async () => {
  await expect(layoutsDrawn({ families: ['hands', 'palimpsest'] })).rejects.toThrow(
    'palimpsest: no training layout is of this family',
  );
});

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ClaimsSchema, claimExamples, readRecipe } from '../../scripts/models/train.ts';
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

it('reads a recipe whose passes set what they change, and names the entry that is wrong', async () => {
  const file = join(folder, 'recipe.json');
  const lots = [{ count: 2, seed: 1 }];
  const generic = { count: 2, seed: 1, longest: 900 };
  const write = (claims: unknown): Promise<void> =>
    writeFile(
      file,
      JSON.stringify({
        name: 'small',
        data: { base: generic, baseEvaluation: generic, claims, claimsEvaluation: lots },
      }),
    );
  await write([{ lots }, { lots, lora: { slips: 0.02 } }]);
  expect(readRecipe(file).data.claims.map(({ lora }) => lora)).toEqual([{}, { slips: 0.02 }]);
  await write([lots]);
  expect(() => readRecipe(file)).toThrow(/recipe\.json: data\.claims\.0: .*object/);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import { ModelLoop } from '../support/model-loop.ts';

// A miniature of the loop: `npm run test:long` kills everything in it and lets bad candidates try.
let loop: ModelLoop;
let versionBefore: string | undefined;
let versionAfter: string | undefined;

beforeAll(async () => {
  loop = await ModelLoop.open('model_loop_small');
});
afterAll(() => loop?.close());

test('from reviewed claims to a version in production that reads them', async () => {
  await loop.importHistory();
  versionBefore = (await loop.reviewNext()).model?.name;
  await loop.startRound();
  const { version } = await loop.judged(280_000);
  await loop.approve('ana');
  expect(await loop.handle.result()).toMatchObject({ step: 'done', promotion: { status: 'promoted' } });
  versionAfter = (await loop.reviewNext()).model?.name;
  expect(versionAfter).toBe(version);
}, 600_000);

test('and back in one command', async () => {
  const done = (await loop.command('models', 'rollback', '--person', 'ben')) as {
    to: string;
    seconds: number;
  };
  expect(done.to).toBe(versionBefore);
  expect(done.seconds).toBeLessThan(10);
  expect((await loop.reviewNext()).model?.name).toBe(versionBefore);
});

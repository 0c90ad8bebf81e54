import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiServers, someone, startApi } from '../support/api.ts';
import {
  type Browsing,
  builtPages,
  CHROMIUM,
  ON_CHROMIUM,
  picture,
  settled,
  startBrowser,
} from '../support/browser.ts';
import { longPacket } from '../support/long-packet.ts';
import { untilInReview } from '../support/review-desk.ts';

const PAGES = 60;
const OPEN_WITHIN_MS = 1_000;
const ANSWER_WITHIN_MS = 100;
/** Other work on the machine slows a single measurement down; this much over the goals is the page's own fault. */
const AT_WORST = 3;
/** As fast as a key that is held down. */
const KEY_REPEAT_MS = 33;
const ana = someone('ana', ['reviewer'], 'long');
const intake = someone('intake', ['intake'], 'long');

/** From the press of a key to the frame that shows what it did, by the browser's own clock. */
const MEASURE_PRESSES = `
  window.presses = [];
  addEventListener('keydown', ({ key, timeStamp }) =>
    requestAnimationFrame(() => setTimeout(() => window.presses.push([key, performance.now() - timeStamp]))), true);
`;

const pressTimes = (page: Page): Promise<[string, number][]> =>
  page.evaluate<[string, number][]>('window.presses');

describe.skipIf(!CHROMIUM)(`a packet of ${PAGES} pages${ON_CHROMIUM}`, () => {
  let servers: ApiServers;
  let browsing: Browsing;
  beforeAll(async () => {
    await builtPages();
    servers = await startApi({}, { engine: 'real' });
    browsing = await startBrowser(servers.api);
  });
  afterAll(async () => {
    await browsing?.close();
    await servers?.stop();
  });

  let attempt = 0;
  // A machine that is busy with something else may be asked again, with a packet that nothing is kept of.
  test('opens in a second and answers keys in a tenth of one, on a machine of its own', {
    retry: 2,
  }, async () => {
    attempt += 1;
    const id = `sixty-pages-${attempt}`;
    await untilInReview({ api: servers.api, intake, reviewer: ana }, id, [await longPacket(PAGES, id)]);
    // The server has drawn pages before; of this packet none that is shown first.
    const [{ document }] = (await servers.api.call(ana, 'GET', `/v1/claims/${id}/review`)).body.documents;
    const drawn = [20, 21].map((number) =>
      servers.api.call(ana, 'GET', `/v1/claims/${id}/content/${document}/pages/${number}/image?width=200`),
    );
    expect((await Promise.all(drawn)).map(({ status }) => status)).toEqual([200, 200]);
    const page = await browsing.open(ana, '/queue');
    await page.locator(`a[data-claim="${id}"]:focus`).waitFor();
    await settled(page);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');

    const from = performance.now();
    await page.keyboard.press('Enter');
    await page.locator('.field.selected').waitFor();
    const fieldsMs = performance.now() - from;
    await page.locator('.page-image.there').waitFor();
    const openMs = performance.now() - from;
    await page.getByRole('button', { name: 'Approve' }).waitFor();
    await settled(page);

    expect(await page.locator('.viewer-bar').textContent()).toContain(` of ${PAGES}`);
    // Of the thumbnails only those in sight are there.
    expect(await page.locator('.thumbnail').count()).toBeLessThan(20);

    await page.evaluate(MEASURE_PRESSES);
    const keys = [
      'j',
      'j',
      'k',
      'v',
      'v',
      'o',
      'j',
      'o',
      't',
      't',
      '+',
      '-',
      ']',
      ']',
      '[',
      'u',
      'Enter',
      'u',
    ];
    const turns = ['[', ']'].flatMap((key) => Array.from({ length: PAGES }, () => key));
    for (const key of [...keys, ...turns]) {
      await page.keyboard.press(key);
      await sleep(KEY_REPEAT_MS);
    }
    await expect.poll(async () => (await pressTimes(page)).length).toBe(keys.length + turns.length);
    expect(await page.locator('.viewer-bar').textContent()).toContain(`page ${PAGES} of ${PAGES}`);
    const byTime = (await pressTimes(page)).sort(([, a], [, b]) => a - b);
    const times = byTime.map(([, ms]) => ms);
    const [median, most] = [times[Math.floor(times.length / 2)] ?? 0, times.at(-1) ?? 0];
    await picture(page, 'long-packet');
    process.stdout.write(
      `  ${PAGES} pages: fields after ${fieldsMs.toFixed(0)} ms, the page after ${openMs.toFixed(0)} ms (goal ${OPEN_WITHIN_MS}); ${times.length} keys answered in ${median.toFixed(0)} ms (median), ${most.toFixed(0)} ms at most (goal ${ANSWER_WITHIN_MS})\n`,
    );
    await page.context().close();
    expect(openMs).toBeLessThan(AT_WORST * OPEN_WITHIN_MS);
    expect(median).toBeLessThan(ANSWER_WITHIN_MS);
    expect(most).toBeLessThan(AT_WORST * ANSWER_WITHIN_MS);
    expect(browsing.complaints).toEqual([]);
  });
});

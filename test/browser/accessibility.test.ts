import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { FIELD_KEYS } from '../../shared/claim-fields.ts';
import { type ApiServers, someone, startApi } from '../support/api.ts';
import {
  type Browsing,
  builtPages,
  CHROMIUM,
  ON_CHROMIUM,
  picture,
  type Scheme,
  settled,
  startBrowser,
  violationsOn,
} from '../support/browser.ts';
import { examplePacket, plainForm } from '../support/intake.ts';
import { contradiction, untilInReview } from '../support/review-desk.ts';

const TENANT = 'sights';
const ana = someone('ana', ['reviewer'], TENANT);
const cleo = someone('cleo', ['reviewer'], TENANT);
/** Sees every page. */
const tess = someone('tess', ['reviewer', 'senior_reviewer', 'ml', 'auditor'], TENANT);
const intake = someone('intake', ['intake'], TENANT);

/** A claim for each page that shows one. */
const CLAIMS = {
  open: 'to-review',
  rejected: 'with-rejected-document',
  audited: 'to-read-blind',
  disputed: 'disputed',
};

const PAGES: { name: string; path: string; act?: (page: Page) => Promise<void> }[] = [
  { name: 'queue', path: '/queue' },
  { name: 'review', path: `/claims/${CLAIMS.open}/review` },
  {
    name: 'review-editor',
    path: `/claims/${CLAIMS.open}/review`,
    async act(page) {
      await page.keyboard.press('h');
      await page.getByRole('button', { name: 'Approve' }).waitFor();
      await page.keyboard.press('o');
      await page.keyboard.press('e');
      await page.locator('.field-editor').waitFor();
    },
  },
  {
    name: 'review-reject',
    path: `/claims/${CLAIMS.open}/review`,
    async act(page) {
      await page.getByRole('button', { name: 'Reject…' }).click();
    },
  },
  {
    name: 'review-keys',
    path: `/claims/${CLAIMS.open}/review`,
    act: (page) => page.keyboard.press('?'),
  },
  { name: 'review-unread', path: `/claims/${CLAIMS.rejected}/review` },
  { name: 'review-decided', path: `/claims/${CLAIMS.disputed}/review` },
  { name: 'claims', path: '/claims' },
  { name: 'timeline', path: `/claims/${CLAIMS.disputed}/timeline` },
  { name: 'audits', path: '/audits' },
  { name: 'reading', path: `/audits/${CLAIMS.audited}/reading` },
  { name: 'disagreements', path: '/disagreements' },
  { name: 'decision', path: `/disagreements/${CLAIMS.disputed}/decision` },
  { name: 'dashboard', path: '/dashboard' },
  { name: 'models', path: '/models' },
  { name: 'model', path: '/models/embedded-1/card' },
  { name: 'nowhere', path: '/nowhere' },
];

describe.skipIf(!CHROMIUM)(`every page${ON_CHROMIUM}`, () => {
  let servers: ApiServers;
  let browsing: Browsing;
  beforeAll(async () => {
    await builtPages();
    servers = await startApi({ AUDIT_SHARE: '1', SECOND_READING_SHARE: '1' }, { engine: 'real' });
    browsing = await startBrowser(servers.api);
    const { api } = servers;
    const desk = { api, intake, reviewer: ana };
    const garbage = { name: 'photo.pdf', bytes: Buffer.from('this is no PDF') };
    await untilInReview(desk, CLAIMS.open, [
      ...examplePacket('police-report-and-estimate'),
      ...contradiction(),
    ]);
    await untilInReview(desk, CLAIMS.rejected, [garbage, plainForm()]);
    for (const id of [CLAIMS.audited, CLAIMS.disputed]) {
      await untilInReview(desk, id, contradiction({ 'Police report no.': id }));
      const { version } = (await api.call(ana, 'GET', `/v1/claims/${id}/review`)).body.state;
      expect((await api.call(ana, 'POST', `/v1/claims/${id}/review`, { json: { version } })).status).toBe(
        200,
      );
    }
    const values = Object.fromEntries(FIELD_KEYS.map((key) => [key, null]));
    const read = async () =>
      (await api.call(cleo, 'POST', `/v1/audits/${CLAIMS.disputed}`, { json: { values } })).status;
    await vi.waitUntil(async () => (await read()) === 200, { timeout: 60_000, interval: 300 });
    for (const path of [`/v1/audits/${CLAIMS.audited}`, `/v1/disagreements/${CLAIMS.disputed}`]) {
      const there = async () => (await api.call(tess, 'GET', path)).status === 200;
      await vi.waitUntil(there, { timeout: 30_000, interval: 300 });
    }
  });
  afterAll(async () => {
    await browsing?.close();
    await servers?.stop();
  });

  test.each<Scheme>(['light', 'dark'])('has no violation of accessibility, %s', async (scheme) => {
    browsing.complaints.length = 0;
    const page = await browsing.open(tess, '/', { scheme });
    const found: string[] = [];
    for (const { name, path, act } of PAGES) {
      await page.goto(`${servers.api.url}${path}`);
      await page.locator('h1, h2, .state').first().waitFor();
      await settled(page);
      await act?.(page);
      found.push(...(await violationsOn(page)).map((line) => `${name}: ${line}`));
      await picture(page, `${name}-${scheme}`);
    }
    await page.context().clearCookies();
    await page.goto(servers.api.url);
    await page.getByRole('link', { name: 'Sign in' }).waitFor();
    found.push(...(await violationsOn(page)).map((line) => `sign-in: ${line}`));
    await picture(page, `sign-in-${scheme}`);
    await page.context().close();
    expect(found).toEqual([]);
    expect(browsing.complaints).toEqual([]);
  });

  test('fits the screen: nothing is cut off at the side', async () => {
    const page = await browsing.open(tess, '/');
    for (const { path } of PAGES) {
      await page.goto(`${servers.api.url}${path}`);
      await settled(page);
      const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      expect(await page.evaluate<number>(overflow), path).toBe(0);
    }
    await page.context().close();
  });
});

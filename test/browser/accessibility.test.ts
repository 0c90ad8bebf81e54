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

  test('has no violation of accessibility and nothing cut off at the side, in light and in dark', async () => {
    browsing.complaints.length = 0;
    const page = await browsing.open(tess, '/');
    const found: string[] = [];
    const look = async (name: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        found.push(...(await violationsOn(page)).map((line) => `${name}, ${colorScheme}: ${line}`));
        await picture(page, `${name}-${colorScheme}`);
      }
      const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
      if ((await page.evaluate<number>(overflow)) > 0) found.push(`${name}: wider than the screen`);
    };
    for (const { name, path, act } of PAGES) {
      await page.goto(`${servers.api.url}${path}`);
      await page.locator('h1').first().waitFor();
      await settled(page);
      await act?.(page);
      await look(name);
    }
    await page.context().clearCookies();
    await page.goto(servers.api.url);
    await page.getByRole('link', { name: 'Sign in' }).waitFor();
    await look('sign-in');
    await page.context().close();
    expect(found).toEqual([]);
    expect(browsing.complaints).toEqual([]);
  });
});

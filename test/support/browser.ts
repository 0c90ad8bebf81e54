/** A real browser on the built pages, as people of the local issuer. */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { ensurePages } from '../../scripts/stack/pages.ts';
import { createProgress } from '../../scripts/stack/progress.ts';
import type { LocalPerson } from '../../workers/sign-in/local-issuer.ts';
import type { ApiCaller } from './api.ts';

/** What the pages must be readable at. */
export const SCREEN = { width: 1_366, height: 768 };

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** `CHROMIUM` names it; else it is looked for where systems and Playwright put it. `null`: there is none. */
export function findChromium(): string | null {
  const named = process.env['CHROMIUM'];
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM: there is no file ${named}`);
    return named;
  }
  return [...PLACES, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

export const CHROMIUM = findChromium();
/** In the name of the tests: a run without a browser says what it left out. */
export const ON_CHROMIUM = CHROMIUM ? '' : ' (left out: no Chromium was found, CHROMIUM may name one)';

export interface Browsing {
  /** A browser of its own for this person, at an address of the pages. `seconds` from now the sign-in ends. */
  open(person: LocalPerson, path: string, options?: { seconds?: number }): Promise<Page>;
  /** Signs a browser in again, in another tab. */
  signIn(context: BrowserContext, person: LocalPerson): Promise<void>;
  /** What pages wrote to their consoles: nothing of it is expected. */
  complaints: string[];
  close(): Promise<void>;
}

/** Builds the pages; before the API is started, which reads them once. */
export const builtPages = (): Promise<string> => ensurePages(createProgress(() => {}));

export async function launchChromium(): Promise<Browser> {
  if (!CHROMIUM) throw new Error('there is no Chromium');
  return chromium.launch({
    executablePath: CHROMIUM,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}

export async function startBrowser(api: ApiCaller): Promise<Browsing> {
  const browser = await launchChromium();
  const complaints: string[] = [];
  const signInAddress = async (person: LocalPerson, path: string, seconds?: number) =>
    `${api.url}/sign-in?token=${await api.token(person, seconds)}&return=${encodeURIComponent(path)}`;
  return {
    complaints,
    async open(person, path, { seconds } = {}) {
      const context = await browser.newContext({ viewport: SCREEN });
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      page.on('dialog', (dialog) => {
        // Leaving unsubmitted work is asked about; nothing else may open a dialog.
        if (dialog.type() !== 'beforeunload') complaints.push(`a dialog opened: ${dialog.message()}`);
        void dialog.accept();
      });
      page.on('pageerror', (error) => complaints.push(error.message));
      page.on('console', (message) => {
        // A refusal of the API is also noted by the browser itself.
        const expected = message.text().startsWith('Failed to load resource');
        if (['error', 'warning'].includes(message.type()) && !expected) complaints.push(message.text());
      });
      await page.goto(await signInAddress(person, path, seconds));
      await page.waitForURL((url) => url.pathname !== '/sign-in');
      return page;
    },
    async signIn(context, person) {
      const tab = await context.newPage();
      await tab.goto(await signInAddress(person, '/queue'));
      await tab.waitForURL('**/queue');
      await tab.close();
    },
    close: () => browser.close(),
  };
}

/** What axe finds wrong with the page, one line for each. */
export async function violationsOn(page: Page): Promise<string[]> {
  // Evaluated through the debugger, which the page's security policy does not bind.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<axe.AxeResults> } }).axe.run(),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  );
}

/** A picture for people to look at, where `SCREENS` names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['SCREENS'];
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** Waits until a page has what it asked for. */
export async function settled(page: Page): Promise<void> {
  await expect.poll(() => page.locator('.spinner').count(), { timeout: 20_000 }).toBe(0);
  await page.waitForLoadState('networkidle');
}

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
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
import { examplePacket, plainForm } from '../support/intake.ts';
import {
  confirmTheRest,
  contradiction,
  correct,
  goTo,
  type HandIn,
  openFromQueue,
  selectedField,
  untilInReview,
  upload,
} from '../support/review-desk.ts';

const TENANT = 'desk';
const ana = someone('ana', ['reviewer'], TENANT);
const cleo = someone('cleo', ['reviewer'], TENANT);
const ada = someone('ada', ['auditor'], TENANT);
const intake = someone('intake', ['intake'], TENANT);

describe.skipIf(!CHROMIUM)(`the review page${ON_CHROMIUM}`, () => {
  let servers: ApiServers;
  let browsing: Browsing;
  let desk: HandIn;
  beforeAll(async () => {
    await builtPages();
    servers = await startApi({ AUDIT_SHARE: '0', SECOND_READING_SHARE: '0' }, { engine: 'real' });
    browsing = await startBrowser(servers.api);
    desk = { api: servers.api, intake, reviewer: ana };
  });
  afterAll(async () => {
    await browsing?.close();
    await servers?.stop();
  });
  beforeEach(() => {
    browsing.complaints.length = 0;
    return () => expect(browsing.complaints).toEqual([]);
  });
  const claim = async (id: string) => (await servers.api.call(ana, 'GET', `/v1/claims/${id}`)).body;
  const settledAs = (id: string, status: string) =>
    expect.poll(async () => (await claim(id)).status, { timeout: 30_000 }).toBe(status);

  test('takes a reviewer from the queue to the record with the keyboard alone, and measures it', async () => {
    const id = 'contradicting-dates';
    await untilInReview(desk, id, examplePacket('contradicting-loss-dates'));
    const read = (await servers.api.call(ana, 'GET', `/v1/claims/${id}/review`)).body.fields;
    const page = await browsing.open(ana, '/queue');
    await openFromQueue(page, id);

    await goTo(page, 'policy_number');
    await page.keyboard.press('v');
    const mark = page.locator('.mark.current').first();
    await mark.waitFor();
    expect(await page.locator('.viewer-name').textContent()).toContain('business-auto-notice.pdf');
    const [box, frame] = [await mark.boundingBox(), await page.locator('.viewer-frame').boundingBox()];
    expect(box && frame && box.y >= frame.y && box.y + box.height <= frame.y + frame.height).toBe(true);

    await correct(page, 'estimated_amount', '4,321.50');
    await correct(page, 'incident_location', '12 Kent Avenue, Albany, NY 12207');
    expect(await page.locator('[data-field="estimated_amount"] .field-value').textContent()).toBe(
      '$4,321.50',
    );

    await goTo(page, 'incident_date');
    await page.keyboard.press('e');
    await page.keyboard.type('some day');
    await page.keyboard.press('Enter');
    expect(await page.locator('.field-typed').textContent()).toContain(
      'must be a real date, written YYYY-MM-DD',
    );
    await page.keyboard.press('Escape');

    await page.keyboard.press('u');
    expect(await page.locator('.field-mark.corrected').count()).toBe(1);
    await page.keyboard.press('r');
    expect(await page.locator('.field-mark.corrected').count()).toBe(2);

    await page.keyboard.press('Control+Enter');
    expect(await page.locator('[role="status"].unseen').textContent()).toContain('is not decided yet');
    await picture(page, 'review-at-work');
    const confirmed = await confirmTheRest(page);
    await page.keyboard.press('m');
    await page.keyboard.type('amount by the second estimate');
    await page.keyboard.press('Escape');
    expect(await selectedField(page)).not.toBeNull();
    await page.keyboard.press('Control+Enter');
    await page.waitForURL('**/queue');
    const notice = await page.locator('.notice.good').textContent();
    expect(notice).toContain(`${id} is approved: 2 fields corrected, ${confirmed} confirmed`);

    await settledAs(id, 'completed');
    const { fields } = await claim(id);
    expect(fields.estimated_amount).toMatchObject({
      value: 4_321.5,
      before: read.estimated_amount.value,
      decidedBy: 'reviewer:ana',
    });
    expect(fields.incident_location).toMatchObject({
      value: '12 Kent Avenue, Albany, NY 12207',
      before: read.incident_location.value,
      decidedBy: 'reviewer:ana',
    });
    const { body: log } = await servers.api.call(ada, 'GET', `/v1/audit-log?claim=${id}&limit=1000`);
    const submission = log.entries.find(({ action }: { action: string }) => action === 'review.submit');
    expect(submission).toMatchObject({ actor: 'ana', outcome: 'asked' });
    expect(Date.now() - new Date(submission.at).getTime()).toBeLessThan(60_000);

    const { body: dashboard } = await servers.api.call(ana, 'GET', '/v1/dashboard');
    expect(dashboard.lastReviews[0]).toMatchObject({ id, simulated: true, pointerActions: 0 });
    const { keyStrokes, minutes } = dashboard.lastReviews[0];
    expect(keyStrokes).toBeGreaterThan(50);
    await page.goto(`${servers.api.url}/dashboard`);
    await settled(page);
    const row = await page.locator('.last-reviews tr', { hasText: id }).textContent();
    expect(row).toContain('simulated');
    expect(row).toContain(String(keyStrokes));
    process.stdout.write(
      `  review by keyboard, simulated: ${keyStrokes} key strokes, ${(minutes * 60).toFixed(0)} s\n`,
    );
    await page.context().close();
  });

  test('shows a script in a document’s text as text', async () => {
    const id = 'with-script';
    const script = '<img src=x onerror="window.ran=1"><script>window.ran=1</script>';
    await untilInReview(desk, id, contradiction({ Description: `Seen ${script} here` }));
    const page = await browsing.open(ana, `/claims/${id}/review`);
    const words = page.locator('.page-words');
    await words.waitFor();
    expect(await words.textContent()).toContain(script);
    expect(await words.locator('img, script').count()).toBe(0);
    expect(await page.evaluate('"ran" in window')).toBe(false);
    await page.context().close();
  });

  test('can only be read while somebody else holds the claim', async () => {
    const id = 'held';
    await untilInReview(desk, id, contradiction({ 'Police report no.': 'held' }));
    expect((await servers.api.call(cleo, 'POST', `/v1/claims/${id}/review/hold`)).status).toBe(200);
    const page = await browsing.open(ana, '/queue');
    expect(await page.locator(`tr:has(a[data-claim="${id}"])`).textContent()).toContain('cleo');
    await page.locator(`a[data-claim="${id}"]`).click();
    await page.getByText('cleo holds this claim').waitFor();
    await page.keyboard.press('Enter');
    expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    expect(await page.locator('.field-mark.confirmed').count()).toBe(0);
    await servers.api.call(cleo, 'POST', `/v1/claims/${id}/review/release`);
    await page.getByRole('button', { name: 'Look again' }).click();
    await page.getByText('Nobody holds this claim').waitFor();
    await page.keyboard.press('h');
    await page.getByRole('button', { name: 'Approve' }).waitFor();
    await page.context().close();
  });

  test('explains that the claim changed meanwhile, and keeps the decisions that still hold', async () => {
    const id = 'changed';
    await untilInReview(desk, id, contradiction({ 'Police report no.': 'changed' }));
    const page = await browsing.open(ana, '/queue');
    await openFromQueue(page, id);
    await correct(page, 'claimant_phone', '(415) 555-0199');
    await confirmTheRest(page);
    await upload(desk, id, [{ ...plainForm({ Estimate: '$9,900' }), name: 'late-estimate.txt' }]);
    expect((await servers.api.call(intake, 'POST', `/v1/claims/${id}/documents`, { json: {} })).status).toBe(
      202,
    );
    const state = async () => (await servers.api.call(ana, 'GET', `/v1/claims/${id}/review`)).body.state;
    const { version } = await state();
    await expect
      .poll(async () => ({ ...(await state()) }), { timeout: 120_000 })
      .toMatchObject({ status: 'in_review', version: version + 1 });

    await page.keyboard.press('Control+Enter');
    await page.getByText(`version ${version} is now ${version + 1}`).waitFor();
    expect(await page.locator('[data-field="claimant_phone"] .field-mark.corrected').count()).toBe(1);
    await picture(page, 'review-changed');
    expect((await claim(id)).status).toBe('in_review');
    // The page stays in its frame, whatever was scrolled within it.
    expect(await page.evaluate('scrollY')).toBe(0);
    if (await page.getByText('Nobody holds this claim').isVisible()) await page.keyboard.press('h');
    await page.getByRole('button', { name: 'Approve' }).waitFor();
    await confirmTheRest(page);
    await page.keyboard.press('Control+Enter');
    await page.waitForURL('**/queue');
    await settledAs(id, 'completed');
    expect((await claim(id)).fields.claimant_phone).toMatchObject({ value: '(415) 555-0199' });
    await page.context().close();
  });

  test('loses nothing while the server is away, and submits once however often it is asked to', async () => {
    const id = 'offline';
    await untilInReview(desk, id, contradiction({ 'Police report no.': 'offline' }));
    const page = await browsing.open(ana, '/queue');
    await openFromQueue(page, id);
    await settled(page);
    await page.context().setOffline(true);
    await correct(page, 'claimant_phone', '(415) 555-0177');
    await confirmTheRest(page);
    await page.keyboard.press('Control+Enter');
    await page.getByText('The server cannot be reached.').waitFor();
    await page.getByText('Not submitted:').waitFor();
    await page.context().setOffline(false);
    await page.getByText('The server cannot be reached.').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL('**/queue');
    await settledAs(id, 'completed');
    expect((await claim(id)).fields.claimant_phone).toMatchObject({ value: '(415) 555-0177' });
    const { body: log } = await servers.api.call(ada, 'GET', `/v1/audit-log?claim=${id}&limit=1000`);
    const actions = log.entries.map(({ action }: { action: string }) => action);
    expect(actions.filter((action: string) => action === 'review.submit')).toHaveLength(1);
    await page.context().close();
  });

  test('keeps what is typed when the sign-in expires, and goes on after signing in again', async () => {
    const id = 'expired';
    await untilInReview(desk, id, contradiction({ 'Police report no.': 'expired' }));
    const page = await browsing.open(ana, '/queue', { seconds: 6 });
    await openFromQueue(page, id);
    await confirmTheRest(page);
    await goTo(page, 'incident_date');
    await page.keyboard.press('e');
    await page.keyboard.type('8/12/2025');
    await expect
      .poll(() => page.evaluate(async () => (await fetch('/v1/me')).status), { timeout: 20_000 })
      .toBe(401);

    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+Enter');
    await page.getByText('Your sign-in has expired.').waitFor();
    await picture(page, 'review-expired');
    expect(await page.locator('[data-field="incident_date"] .field-value').textContent()).toBe('2025-08-12');
    // A reload finds all of it again.
    await page.reload();
    await page.getByRole('link', { name: 'Sign in' }).waitFor();
    await browsing.signIn(page.context(), ana);
    await page.reload();
    await page.getByRole('button', { name: 'Approve' }).waitFor();
    expect(await page.locator('[data-field="incident_date"] .field-value').textContent()).toBe('2025-08-12');
    await page.keyboard.press('Control+Enter');
    await page.waitForURL('**/queue');
    await settledAs(id, 'completed');
    expect((await claim(id)).fields.incident_date).toMatchObject({ value: '2025-08-12' });
    await page.context().close();
  });
});

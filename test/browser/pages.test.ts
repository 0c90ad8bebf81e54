import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
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
import { examplePacket } from '../support/intake.ts';
import { contradiction, type HandIn, untilInReview } from '../support/review-desk.ts';

const TENANT = 'offices';
const ana = someone('ana', ['reviewer'], TENANT);
const cleo = someone('cleo', ['reviewer'], TENANT);
const tess = someone('tess', ['reviewer', 'senior_reviewer'], TENANT);
const ada = someone('ada', ['auditor'], TENANT);
const mel = someone('mel', ['ml'], TENANT);
const intake = someone('intake', ['intake'], TENANT);

const MARKUP = '<img src=x onerror="document.title=1"> soaked carpet';

describe.skipIf(!CHROMIUM)(`the pages around a review${ON_CHROMIUM}`, () => {
  let servers: ApiServers;
  let browsing: Browsing;
  const get = async (path: string, person = ada) => (await servers.api.call(person, 'GET', path)).body;

  /** Reviews a claim over the API; what it took is noted as a person's or as a program's. */
  async function review(id: string, simulated: boolean, keyStrokes: number, fields: object): Promise<void> {
    const { version } = (await get(`/v1/claims/${id}/review`, ana)).state;
    const path = `/v1/claims/${id}/review`;
    const opened = await servers.api.call(ana, 'POST', `${path}/open`, { json: { version } });
    const work = { session: opened.body.session, keyStrokes, pointerActions: 3, activeMs: 900, simulated };
    const submitted = await servers.api.call(ana, 'POST', path, { json: { version, work, fields } });
    expect(submitted.status).toBe(200);
  }

  beforeAll(async () => {
    await builtPages();
    servers = await startApi({ AUDIT_SHARE: '1', SECOND_READING_SHARE: '1' });
    browsing = await startBrowser(servers.api);
    const desk: HandIn = { api: servers.api, intake, reviewer: ana };
    await untilInReview(desk, 'in-review', contradiction({ 'Police report no.': 'in-review' }));
    for (const [id, simulated, keyStrokes] of [
      ['to-read', false, 41],
      ['to-decide', true, 77],
    ] as const) {
      const notices = contradiction({ 'Police report no.': id });
      await untilInReview(desk, id, [...examplePacket('burst-pipe-form'), ...notices]);
      await review(id, simulated, keyStrokes, {
        estimated_amount: { decision: 'correct', value: 9_100.5 },
        damage_description: { decision: 'correct', value: MARKUP },
      });
    }
    const recorded = async () => (await get('/v1/claims/to-decide')).status === 'completed';
    await vi.waitUntil(recorded, { timeout: 60_000, interval: 300 });
    const read = (await get('/v1/claims/to-decide')).fields;
    const same = Object.fromEntries(FIELD_KEYS.map((key) => [key, read[key]?.value ?? null]));
    const values = { ...same, estimated_amount: 1, injuries_reported: true, insured_item: 'a boat' };
    const reading = () => servers.api.call(cleo, 'POST', '/v1/audits/to-decide', { json: { values } });
    await vi.waitUntil(async () => (await reading()).status === 200, { timeout: 60_000, interval: 300 });
    for (const path of ['/v1/audits/to-read', '/v1/disagreements/to-decide']) {
      const there = async () => (await servers.api.call(ada, 'GET', path)).status === 200;
      await vi.waitUntil(there, { timeout: 60_000, interval: 300 });
    }
  });
  afterAll(async () => {
    await browsing?.close();
    await servers?.stop();
  });
  beforeEach(() => {
    browsing.complaints.length = 0;
    return () => expect(browsing.complaints).toEqual([]);
  });

  const rowHeads = (page: Page, table: string): Promise<string[]> =>
    page.locator(`${table} tbody th[scope="row"]`).allTextContents();

  test('list the claims that the API lists, by a filter that stands in the address', async () => {
    const page = await browsing.open(tess, '/claims');
    await settled(page);
    const { claims } = await get('/v1/claims');
    expect(await rowHeads(page, '.table')).toEqual(claims.map(({ id }: { id: string }) => id));
    await page.getByLabel('Status').focus();
    await page.keyboard.type('in review');
    await page.waitForURL('**/claims?status=in_review');
    await expect.poll(() => rowHeads(page, '.table')).toEqual(['in-review']);
    const csv = await page.getByRole('link', { name: 'Export as CSV' }).getAttribute('href');
    const exported = await servers.api.call(tess, 'GET', csv ?? '');
    expect(exported.body.trim().split('\r\n')).toHaveLength(2);
    await page.reload();
    await settled(page);
    expect(await rowHeads(page, '.table')).toEqual(['in-review']);
    await page.getByLabel('Held by').fill('nobody');
    await page.getByText('No claim fits this filter').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.context().close();

    const reviewer = await browsing.open(ana, '/claims');
    await settled(reviewer);
    expect(await reviewer.getByRole('link', { name: 'Export as CSV' }).count()).toBe(0);
    await reviewer.context().close();
  });

  test('tell each step of a claim and each field of its record, as text whatever it says', async () => {
    const page = await browsing.open(ada, '/claims/to-decide/timeline');
    await settled(page);
    const { entries, model } = await get('/v1/claims/to-decide/timeline');
    const rows = await rowHeads(page, '.timeline-table');
    const told = rows.reduce((sum, row) => sum + Number(/× (\d+)/.exec(row)?.[1] ?? 1), 0);
    expect(told).toBe(entries.length);
    const text = rows.join('\n');
    for (const step of [
      'Handed in',
      'Read a document',
      'Extract fields',
      'Wait for a reviewer',
      'Read blind',
    ])
      expect(text).toContain(step);
    expect(text).toContain('corrected Estimated amount and Damage');
    expect(await page.locator('.timeline-bar').count()).toBeGreaterThan(5);
    expect(await page.locator('.facts').textContent()).toContain(model.name);

    const amount = page.locator('.record-table tr', { hasText: 'Estimated amount' });
    expect(await amount.locator('del').textContent()).toContain('8,450.00');
    expect(await amount.textContent()).toContain('$9,100.50');
    expect(await amount.textContent()).toContain('ana');
    const damage = page.locator('.record-table tr', { hasText: 'soaked carpet' });
    expect(await damage.locator('.record-value').textContent()).toContain(MARKUP);
    expect(await page.locator('.record-table img').count()).toBe(0);
    await picture(page, 'pages-timeline');
    expect(await violationsOn(page)).toEqual([]);
    await page.context().close();
  });

  test('keep values from who may not see them, and warn who would not be blind any more', async () => {
    const seen: string[] = [];
    const page = await browsing.open(mel, '/claims/to-read/timeline');
    page.on('request', (request) => seen.push(new URL(request.url()).pathname));
    await page.reload();
    await settled(page);
    await page.getByText('The values of claims are not shown to your roles').waitFor();
    expect(await page.locator('.timeline-table tbody tr').count()).toBeGreaterThan(5);
    expect(seen).toContain('/v1/claims/to-read/timeline');
    expect(seen).not.toContain('/v1/claims/to-read');
    await page.context().close();

    const reader = await browsing.open(cleo, '/claims/to-read/timeline');
    await settled(reader);
    await reader.getByText('This claim waits for a blind reading').waitFor();
    expect(await reader.locator('.record-table').count()).toBe(0);
    await reader.context().close();
  });

  test('draw on the dashboard what the API counts, simulated reviews apart', async () => {
    const page = await browsing.open(mel, '/dashboard');
    await settled(page);
    const { total, reviews, queues } = await get('/v1/dashboard');
    const tile = (title: string) => page.locator('.tile', { hasText: title }).textContent();
    expect(await tile('Claims settled')).toBe(
      `Claims settled${total.settled}${(total.settled / 24).toFixed(1)} an hour; ${total.handedIn} handed in`,
    );
    expect(await tile('Auto-accepted')).toContain(`of ${total.completed} completed claims`);
    expect(await tile('Left as read')).toContain(`of ${total.reviewedFields} fields`);
    expect(await tile('Left as read')).toContain(
      `${((total.uncorrectedFields / total.reviewedFields) * 100).toFixed(1)} %`,
    );
    expect(await tile('Agreed by blind')).toContain(`of ${total.auditedFields} fields`);
    expect(reviews.measured.keyStrokes.p50).toBe(41);
    expect(await tile('Key strokes')).toContain('median41a reviewed claim, 1 claim');
    expect(await tile('Key strokes')).toContain('1 simulated one not counted');

    const strokes = (section: string) =>
      page.locator(`section[aria-labelledby="${section}"] tr`, { hasText: 'Key strokes' }).textContent();
    expect(await strokes('measured')).toBe('Key strokes4141411');
    expect(await strokes('simulated')).toBe('Key strokes7777771');
    expect(await page.locator('.last-reviews tr', { hasText: 'to-decide' }).textContent()).toContain(
      'simulated',
    );

    const counts = await page.locator('section[aria-labelledby="queues"] td:nth-child(2)').allTextContents();
    expect(counts.map(Number)).toEqual(queues.map(({ waiting }: { waiting: number }) => waiting));

    const throughput = page.locator('figure', { hasText: 'Claims per hour' });
    await throughput.locator('summary').click();
    const cells = await throughput.locator('tbody td:nth-child(2)').allTextContents();
    expect(cells.reduce((sum, cell) => sum + Number(cell), 0)).toBe(total.handedIn);

    await page.getByRole('button', { name: 'By day' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/dashboard?by=day&last=14');
    await page.locator('figure', { hasText: 'Claims per day' }).waitFor();
    await settled(page);
    expect(await page.locator('figure', { hasText: 'Claims per day' }).locator('tbody tr').count()).toBe(14);
    await page.locator('summary').first().click();
    expect(await violationsOn(page)).toEqual([]);
    await page.context().close();
  });

  test('show model versions from their cards, and how to begin where nothing is there', async () => {
    const page = await browsing.open(mel, '/models');
    await settled(page);
    const { models } = await get('/v1/models');
    const names = models.map(({ name }: { name: string }) => name);
    expect((await rowHeads(page, '.table')).map((head, nth) => head.slice(0, names[nth]?.length))).toEqual(
      names,
    );
    await page.getByText('No round of training has run').waitFor();
    await page.getByRole('link', { name: 'embedded-1' }).click();
    await page.waitForURL('**/models/embedded-1/card');
    const { claimsRead, origin } = await get('/v1/models/embedded-1');
    await page.getByRole('link', { name: `The ${claimsRead} claims that it read` }).waitFor();
    expect(await page.locator('.model-card').textContent()).toContain(origin);
    expect(await violationsOn(page)).toEqual([]);
    await page.context().close();
  });

  test('say before anything is typed that a reading would not be blind', async () => {
    const page = await browsing.open(ana, '/audits/to-read/reading');
    await page.getByText('You have seen values of this claim').waitFor();
    expect(await page.locator('.reading-form').count()).toBe(0);
    expect(await violationsOn(page)).toEqual([]);
    await page.context().close();
  });

  test('take a blind reading by keyboard, lose nothing of it, and show no value before', async () => {
    const asked: string[] = [];
    const page = await browsing.open(cleo, '/audits');
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.getByRole('link', { name: 'Read blind: claim to-read' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.reading-form').waitFor();
    await settled(page);
    const form = page.locator('.reading-form');
    const typed = await form
      .locator('input, textarea, select')
      .evaluateAll((elements) => elements.map((element) => (element as { value?: string }).value));
    expect(typed).toEqual(FIELD_KEYS.map(() => ''));

    const enter = async (text: string) => {
      await page.keyboard.type(text);
      await page.keyboard.press('Enter');
    };
    const at = (field: string) => page.locator(`[data-field="${field}"] :is(input, textarea, select)`);
    await at('claimant_name').focus();
    for (const text of ['Robert Miller', '03/14/1971', '-', 'ROBERT@EXAMPLE.COM', '-']) await enter(text);
    expect(await form.textContent()).toContain('read as 1971-03-14');
    const title = () => page.locator('.viewer-name').textContent();
    const first = await title();
    await page.keyboard.press('PageDown');
    expect(await title()).not.toBe(first);
    await enter('HO-4471982');
    await enter('homeowners');

    await page.reload();
    await settled(page);
    await page.getByText('7 of 23 read').waitFor();
    expect(await at('policy_number').inputValue()).toBe('HO-4471982');

    await at('policy_effective_date').focus();
    for (const text of ['next week', '-']) await enter(text);
    await page.keyboard.press('Control+Enter');
    expect(await page.locator('[data-field="policy_effective_date"] [aria-invalid="true"]').count()).toBe(0);
    await at('incident_date').focus();
    await page.getByText('must be a real date').first().waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, 'pages-reading');
    await at('policy_effective_date').fill('01/01/2025');
    await at('incident_date').focus();
    for (const text of ['08/19/2025', '2:30 pm', 'water damage', '-', '-', '-', '-']) await enter(text);
    for (const text of ['$8,450', '-', 'no', 'none', '-', '08/20/2025', 'covered']) await enter(text);
    await page.getByText('All fields are read').waitFor();
    await page.keyboard.press('Control+Enter');
    await page.getByText('Your reading of to-read is handed in').waitFor();

    const rows = await servers.intake.database.query<{ values: Record<string, unknown>; auditor: string }>(
      'select values, auditor from audits where tenant = $1 and claim_id = $2',
      [TENANT, 'to-read'],
    );
    expect(rows[0]).toMatchObject({
      auditor: 'cleo',
      values: {
        claimant_name: 'Robert Miller',
        claimant_dob: '1971-03-14',
        claimant_phone: null,
        claimant_email: 'robert@example.com',
        policy_type: 'homeowners',
        policy_effective_date: '2025-01-01',
        incident_time: '14:30',
        incident_type: 'water_damage',
        estimated_amount: 8_450,
        injuries_reported: false,
        third_parties: [],
        coverage_determination: 'covered',
      },
    });
    expect(asked.filter((path) => path === '/v1/claims/to-read' || path.endsWith('/review'))).toEqual([]);
    expect(
      await page.evaluate<number>(
        'Object.keys(sessionStorage).filter((key) => key.startsWith("draft")).length',
      ),
    ).toBe(0);
    await page.context().close();
  });

  test('take a senior’s decision on each field by keyboard', async () => {
    const page = await browsing.open(tess, '/disagreements');
    await page.getByRole('link', { name: 'Decide the disagreement on to-decide' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('.readings').waitFor();
    await settled(page);
    const { readings } = await get('/v1/disagreements/to-decide', tess);
    const shown = await page.locator('.readings-field legend').allTextContents();
    expect(shown).toHaveLength(readings.length);
    expect(await page.locator('.readings').textContent()).toContain('second reading, blind, by cleo');

    await page.locator('[data-field="estimated_amount"] input').first().focus();
    await page.keyboard.press('3');
    await page.keyboard.type('8,451');
    await page.locator('[data-field="injuries_reported"] input').first().focus();
    await page.keyboard.press('2');
    await page.reload();
    await settled(page);
    await page.getByText(`2 of ${readings.length} decided`).waitFor();
    await page.keyboard.press('Control+Enter');
    await expect
      .poll(() =>
        page.evaluate<string | undefined>('document.activeElement.closest("[data-field]")?.dataset.field'),
      )
      .toBe('insured_item');
    await page.keyboard.press('1');
    await page.getByLabel('Note: why it is so').fill('page two says so');
    expect(await violationsOn(page)).toEqual([]);
    await picture(page, 'pages-decision');
    await page.keyboard.press('Control+Enter');
    await page.getByText('The disagreement on to-decide is decided').waitFor();

    const decided = await get('/v1/disagreements/to-decide', tess);
    expect(decided).toMatchObject({ decidedBy: 'tess', note: 'page two says so' });
    const decidedOn = (field: string) =>
      decided.readings.find((reading: { field: string }) => reading.field === field).decided.value;
    expect([decidedOn('estimated_amount'), decidedOn('injuries_reported')]).toEqual([8_451, true]);
    await page.getByRole('button', { name: 'Decided' }).click();
    await page.getByRole('link', { name: 'See the disagreement on to-decide' }).click();
    await page.getByText('Decided by tess').waitFor();
    expect(await page.locator('.readings input').count()).toBe(0);
    expect(await violationsOn(page)).toEqual([]);
    await page.context().close();
  });
});

/** The review page as a person at the keyboard works it, and the claims for it. */
import type { Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import type { FieldKey } from '../../shared/claim-fields.ts';
import type { SubmittedFile } from '../../shared/submit.ts';
import type { LocalPerson } from '../../workers/sign-in/local-issuer.ts';
import type { ApiCaller } from './api.ts';
import { plainForm } from './intake.ts';

/** Two notices that contradict each other: no model, however good, can be sure of them. */
export const contradiction = (values: Partial<Record<string, string>> = {}): SubmittedFile[] => [
  { ...plainForm({ 'Date of loss': '08/19/2025', ...values }), name: 'first-notice.txt' },
  { ...plainForm({ 'Date of loss': '08/11/2025', ...values }), name: 'second-notice.txt' },
];

export interface HandIn {
  api: ApiCaller;
  intake: LocalPerson;
  reviewer: LocalPerson;
}

/** Uploads the files as documents of the claim. */
export async function upload({ api, intake }: HandIn, id: string, files: SubmittedFile[]): Promise<void> {
  for (const { name, bytes } of files) {
    const path = `/v1/claims/${id}/documents/${encodeURIComponent(name)}`;
    expect((await api.call(intake, 'PUT', path, { bytes })).status).toBe(201);
  }
}

/** Hands a packet in and waits until a person is asked for. */
export async function untilInReview(desk: HandIn, id: string, files: SubmittedFile[]): Promise<void> {
  const { api, intake, reviewer } = desk;
  await upload(desk, id, files);
  expect((await api.call(intake, 'POST', '/v1/claims', { json: { id } })).status).toBe(202);
  const status = async () => (await api.call(reviewer, 'GET', `/v1/claims/${id}/review`)).body.state?.status;
  await vi.waitUntil(async () => (await status()) === 'in_review', { timeout: 120_000, interval: 200 });
}

/** The queue, opened with the first claim in focus; goes to this one and opens it, with keys alone. */
export async function openFromQueue(page: Page, id: string): Promise<void> {
  await page.locator(`a[data-claim="${id}"]`).waitFor();
  const focused = () => page.evaluate<string | null>('document.activeElement.getAttribute("data-claim")');
  await expect.poll(focused).not.toBeNull();
  for (let presses = 0; (await focused()) !== id; presses++) {
    if (presses > 100) throw new Error(`${id} cannot be reached with the keyboard`);
    await page.keyboard.press('j');
  }
  await page.keyboard.press('Enter');
  await page.locator('.desk').waitFor();
  // Opening from the queue holds the claim: only then there is something to decide.
  await page.getByRole('button', { name: 'Approve' }).waitFor();
}

export const selectedField = (page: Page): Promise<string | null> =>
  page.locator('.field.selected').getAttribute('data-field');

/** Moves to a field with the keys that a person would use. */
export async function goTo(page: Page, field: FieldKey): Promise<void> {
  if ((await page.locator(`[data-field="${field}"]`).count()) === 0) await page.keyboard.press('o');
  const order = await page.evaluate<string[]>(
    '[...document.querySelectorAll("[data-field]")].map((row) => row.dataset.field)',
  );
  const steps = order.indexOf(field) - order.indexOf((await selectedField(page)) ?? '');
  for (let step = 0; step < Math.abs(steps); step++) await page.keyboard.press(steps > 0 ? 'j' : 'k');
  expect(await selectedField(page)).toBe(field);
}

/** Types over the value and saves it. */
export async function correct(page: Page, field: FieldKey, text: string): Promise<void> {
  await goTo(page, field);
  await page.keyboard.press('e');
  await page.locator('.field-editor').waitFor();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await page.locator('.field-editor').waitFor({ state: 'detached' });
}

/** Confirms everything that is not decided yet. */
export async function confirmTheRest(page: Page): Promise<number> {
  let confirmed = 0;
  while ((await page.locator('.field-mark.open').count()) > 0) {
    await page.keyboard.press('n');
    await page.keyboard.press('Enter');
    confirmed += 1;
    if (confirmed > 30) throw new Error('confirming comes to no end');
  }
  return confirmed;
}

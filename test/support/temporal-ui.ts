/** The Temporal UI in a real browser, at the codec server's address: payloads open there for who signed in. */
import type { Locator, Page } from 'playwright-core';
import { launchChromium, picture, SCREEN } from './browser.ts';

export interface TemporalUi {
  page: Page;
  /** Fills in the form "Start a Workflow" and sends it off. */
  start(workflow: { id: string; type: string; taskQueue: string; input: string }): Promise<void>;
  /** Opens a workflow's page. */
  open(workflowId: string): Promise<void>;
  signal(workflowId: string, name: string, input: string): Promise<void>;
  /** A picture for people, where `SCREENS` names a folder. */
  picture(name: string): Promise<void>;
  close(): Promise<void>;
}

/** `address` of the codec server; `token` signs in there. */
export async function openTemporalUi(address: string, token: string): Promise<TemporalUi> {
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { ...SCREEN, height: 1_000 } });
  page.setDefaultTimeout(60_000);
  await page.goto(`${address}/sign-in?token=${token}`);
  // From there the browser is sent on, twice.
  await page.waitForURL('**/namespaces/**');
  const workflows = `${address}/namespaces/default/workflows`;
  // What is written becomes several lines: what stands below moves, and a click meant for it would miss.
  const write = async (editor: Locator, text: string): Promise<void> => {
    await editor.fill(text);
    await editor.blur();
    await page.waitForTimeout(500);
  };
  const open = async (workflowId: string): Promise<void> => {
    await page.goto(`${workflows}/${encodeURIComponent(workflowId)}`);
    await page.getByText('Event History').first().waitFor();
  };
  return {
    page,
    open,
    async start({ id, type, taskQueue, input }) {
      await page.goto(`${workflows}/start-workflow`);
      await page.getByTestId('workflowId').fill(id);
      await page.getByTestId('taskQueue').fill(taskQueue);
      await page.getByTestId('workflowType').fill(type);
      await write(page.locator('.cm-content').first(), input);
      await page.locator('button[data-testid=start-workflow-button]').click();
      await page
        .getByText(/started successfully|Workflow started/i)
        .first()
        .waitFor();
    },
    async signal(workflowId, name, input) {
      await open(workflowId);
      await page.getByRole('button', { name: 'More Actions' }).filter({ visible: true }).first().click();
      await page.getByTestId('signal-button').filter({ visible: true }).first().click();
      // The workflow has told the UI which signals it hears.
      const form = page.getByTestId('signal-confirmation-modal').filter({ visible: true });
      await form.getByTestId('signal-select-button').click();
      await form.getByRole('option', { name }).first().click();
      await write(form.locator('.cm-content').first(), input);
      await form.getByTestId('confirm-modal-button').click();
      await form.waitFor({ state: 'hidden' });
    },
    picture: (name) => picture(page, name),
    close: () => browser.close(),
  };
}

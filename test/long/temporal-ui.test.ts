import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { TASK_QUEUES } from '../../shared/task-queues.ts';
import { CHROMIUM, ON_CHROMIUM } from '../support/browser.ts';
import { ModelLoop, SMALL_ROUND } from '../support/model-loop.ts';
import { openTemporalUi, type TemporalUi } from '../support/temporal-ui.ts';

/** What `{}` needs: of ten claims one judges, one fits confidence, and the gate asks for fifty each. */
const WHOLE_HISTORY = 620;

// A round as the ML team starts it: in the Temporal UI, with one JSON object.
describe.skipIf(!CHROMIUM)(`from the Temporal UI${ON_CHROMIUM}`, () => {
  let loop: ModelLoop;
  let ui: TemporalUi;

  beforeAll(async () => {
    loop = await ModelLoop.open('model_loop_ui', { also: ['codec-server'] });
    await loop.importHistory();
    const { CODEC_SERVER_PUBLIC_URL: address = '', CODEC_SERVER_TOKEN: token = '' } = inject('environment');
    ui = await openTemporalUi(address, token);
  });
  afterAll(async () => {
    await ui?.close();
    await loop?.close();
  });

  const round = (id: string, input: object): Promise<void> =>
    ui.start({ id, type: 'roundWorkflow', taskQueue: TASK_QUEUES.claims, input: JSON.stringify(input) });
  /** Resolves when the page of a workflow that has failed says why. */
  async function saysWhy(id: string, sentence: string): Promise<void> {
    await loop.intake.client.workflow
      .getHandle(id)
      .result()
      .catch(() => {});
    await ui.open(id);
    await ui.page.getByText('Failed').first().waitFor();
    await ui.page.getByText(sentence).filter({ visible: true }).first().waitFor();
  }

  test('{} takes every default, and says what is missing where there are no claims', async () => {
    const id = `models/round/${randomUUID()}`;
    await round(id, {});
    await saysWhy(id, 'of 0 labelled claims 0 are whole');
    await ui.picture('round-with-defaults');
  });

  test('{} with enough claims trains, judges and waits; a signal rejects it', async () => {
    await loop.importHistory(WHOLE_HISTORY, 'default');
    const id = `models/round/${randomUUID()}`;
    await round(id, {});
    await loop.judged(1_500_000, id);
    await ui.open(`${id}/promote`);
    await ui.picture('round-with-defaults-waits');
    await ui.signal(`${id}/promote`, 'reject', '{"person": "ana", "note": "only to see it"}');
    expect(await loop.intake.client.workflow.getHandle(id).result()).toMatchObject({
      promotion: { status: 'rejected', reason: 'a person rejected it' },
    });
  }, 1_800_000);

  test('a wrong object is refused with a sentence', async () => {
    const id = `models/round/${randomUUID()}`;
    await round(id, { train: { lora: { rank: 7 } } });
    await saysWhy(id, 'the request is refused: train.lora.rank');
    await ui.picture('round-refused');
  });

  test('a full object runs the whole round, and a signal approves it', async () => {
    await round(loop.round, SMALL_ROUND);
    const { version } = await loop.judged(600_000);
    await ui.open(`${loop.round}/promote`);
    await ui.picture('round-waits-for-approval');
    await ui.signal(`${loop.round}/promote`, 'approve', '{"person": "ana"}');
    await loop.takesOver();
    expect(await loop.handle.result()).toMatchObject({
      step: 'done',
      promotion: { status: 'promoted', approvals: ['ana'] },
    });
    await ui.open(loop.round);
    await ui.page.getByText('Completed').first().waitFor();
    await ui.picture('round-done');
    expect((await loop.reviewNext()).model?.name).toBe(version);
  });
});

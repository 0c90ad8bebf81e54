import { readdirSync, readFileSync } from 'node:fs';
import { type ReplayWorkerOptions, Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { describe, expect, test } from 'vitest';
import { auditWorkflowId, claimWorkflowId } from '../../shared/contracts.ts';
import { bundleWorkflows, quietRuntime } from '../support/time-skipping.ts';

quietRuntime();
const histories = new URL('histories/', import.meta.url);
const files = readdirSync(histories).filter((file) => file.endsWith('.json'));
const read = (file: string) => JSON.parse(readFileSync(new URL(file, histories), 'utf8'));

const replay = (options: ReplayWorkerOptions, file: string) => {
  const name = file.replace('.json', '');
  const idOf = name.startsWith('audit-') ? auditWorkflowId : claimWorkflowId;
  return Worker.runReplayHistory(options, read(file), idOf('default', name));
};

describe('claims and audits that were running under earlier code', () => {
  const bundled = bundleWorkflows(new URL('../../workflows/index.ts', import.meta.url));

  test.each(files)('%s replays under the code of today', async (file) => {
    await replay({ workflowBundle: await bundled }, file);
  });

  test('every course that a claim can take has a recorded history', () => {
    expect(files.length).toBeGreaterThanOrEqual(14);
  });
});

describe('model workflows that were running under earlier code', () => {
  const bundled = bundleWorkflows(new URL('../../workflows/index.ts', import.meta.url));
  const folder = new URL('model-histories/', import.meta.url);
  const courses = readdirSync(folder).filter((file) => file.endsWith('.json'));

  test.each(courses)('%s replays under the code of today', async (file) => {
    const history = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    await Worker.runReplayHistory(
      { workflowBundle: await bundled },
      history,
      `models/${file.replace('.json', '')}`,
    );
  });

  test('every course has a recorded history', () => {
    expect(courses.length).toBeGreaterThanOrEqual(11);
  });
});

test('a workflow that records before it extracts does not replay', async () => {
  const broken = await bundleWorkflows(new URL('broken-workflow.ts', import.meta.url));
  const replayed = replay({ workflowBundle: broken }, 'completed-without-review.json');
  await expect(replayed).rejects.toBeInstanceOf(DeterminismViolationError);
});

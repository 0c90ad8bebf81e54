import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { FIELD_KEYS } from '../../shared/claim-fields.ts';
import {
  findVersion,
  insertVersion,
  listRuns,
  listVersions,
  type VersionFile,
} from '../../shared/database/registry.ts';
import { findRound } from '../../shared/database/rounds.ts';
import { stageOf } from '../../shared/database/stages.ts';
import { objectKeys } from '../../shared/object-keys.ts';
import { sha256 } from '../../shared/packet.ts';
import { TASK_QUEUES } from '../../shared/task-queues.ts';
import { modelContracts } from '../../workers/api/contracts/models.ts';
import { listModels, showModel } from '../../workers/api/routes/models.ts';
import { listRounds, showRound } from '../../workers/api/routes/rounds.ts';
import type { PromotionState } from '../../workflows/promotion-messages.ts';
import { TENANT } from '../support/intake.ts';
import { ModelLoop, SMALL_ROUND } from '../support/model-loop.ts';
import { ownAdapterServer } from '../support/model-server.ts';
import { crashServer, startWorkers } from '../support/workers.ts';

// From claims in a form that nobody has shown the model to a version in production that reads them, with
// everything killed in between; then candidates that must not take over.
const RANK = 32;
const TWICE = 2 * RANK;
let loop: ModelLoop;
let versionBefore: string | undefined;

beforeAll(async () => {
  loop = await ModelLoop.open('model_loop', { rank: TWICE });
});
afterAll(() => loop?.close());

/** What the pages are told, held to the contract of the API. */
async function told<K extends 'showRound' | 'showModel' | 'listModels' | 'listRounds'>(
  operation: K,
  params: Record<string, string> = {},
) {
  const call = { deps: loop.intake, params, person: { tenant: TENANT } } as never;
  const { body } = await { showRound, showModel, listModels, listRounds }[operation](call);
  return modelContracts[operation].responses[200].parse(body) as z.infer<
    (typeof modelContracts)[K]['responses'][200]
  >;
}
const roundId = async (): Promise<string> => (await loop.handle.describe()).runId;

test('imported and reviewed claims are the registry of nothing yet', async () => {
  await loop.importHistory();
  const reports = [await loop.reviewNext(), await loop.reviewNext()];
  versionBefore = reports[0]?.model?.name;
  expect(versionBefore).toBe(loop.intake.config.MODEL);
  expect(await loop.command('models', 'list')).toMatchObject({ versions: [], dataSets: [], runs: [] });
});

test('a round trains, and goes on from a checkpoint when trainer and worker are killed', async () => {
  await loop.startRound();
  const running = async () => (await listRuns(loop.intake.database, 1))[0];
  const step = async () => (await running())?.progress?.step ?? 0;
  await expect.poll(step, { timeout: 120_000, interval: 300 }).toBeGreaterThan(3);
  const folder = join(
    loop.settings['TRAINING_FOLDER'] ?? '',
    (await running())?.run ?? '',
    'out',
    'checkpoints',
  );
  const checkpoints = (): number => readdirSync(folder).filter((name) => /^step-\d+\.pt$/.test(name)).length;
  await expect.poll(checkpoints, { timeout: 60_000 }).toBeGreaterThan(0);
  const shown = await told('showRound', { id: await roundId() });
  expect(shown).toMatchObject({
    state: 'running',
    step: 'training',
    training: { steps: expect.any(Number) },
  });
  expect(shown.steps.find(({ step }) => step === 'training')?.done).toBeGreaterThan(0);
  expect(shown.losses.length).toBeGreaterThan(0);
  process.kill(trainerPid(), 'SIGKILL');
  await expect
    .poll(async () => (await running())?.progress?.fromStep, { timeout: 60_000 })
    .toBeGreaterThan(0);
  loop.workers.kill9('training');
  await loop.workers.restart('training');
  const done = await loop.at('evaluating', 300_000);
  expect(done.version).toMatch(/^claims-[0-9a-f]{12}$/);
  const run = await running();
  expect(run).toMatchObject({ status: 'succeeded', start: versionBefore });
  expect(run?.progress?.fromStep).toBeGreaterThan(0);
  expect(run?.progress?.losses.length).toBeGreaterThan(3);
});

/** The Python process that trains; its folder stands in its arguments. */
function trainerPid(): number {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    let words: string[] = [];
    try {
      words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    } catch {}
    const ours = words.some((word) => word.startsWith(loop.settings['TRAINING_FOLDER'] ?? '-'));
    if (ours && words[0]?.endsWith('python')) return Number(pid);
  }
  throw new Error('no trainer runs');
}

let judged: PromotionState;

test('the candidate is judged better although inference worker and Temporal are killed meanwhile', async () => {
  loop.workers.kill9('inference');
  await loop.workers.restart('inference');
  await crashServer('temporal');
  judged = await loop.judged(600_000);
});

test('it is approved, looked at in shadow and on a share of claims, and takes over', async () => {
  expect((await told('listRounds')).rounds).toMatchObject([{ state: 'waiting', step: 'approval' }]);
  await loop.approve('ana');
  const result = await loop.handle.result();
  expect(result).toMatchObject({ step: 'done', promotion: { status: 'promoted', approvals: ['ana'] } });
  expect(await findRound(loop.intake.database, await roundId())).toMatchObject({
    state: 'promoted',
    version: judged.version,
    steps: [{ step: 'curating' }, { step: 'training' }, { step: 'promoting' }],
  });
  const report = await loop.reviewNext();
  expect(report.model?.name).toBe(judged.version);
  const { models } = await told('listModels');
  expect(models.filter(({ active }) => active)).toMatchObject([
    { name: judged.version, stage: 'production', evaluation: { claims: judged.claims } },
  ]);
  expect(models.find(({ name }) => name === versionBefore)?.stage).toBe('previous');
  const model = await told('showModel', { name: judged.version ?? '' });
  expect(model.claimsRead).toBeGreaterThan(0);
  expect(model.stages.map(({ stage }) => stage)).toEqual(['evaluating', 'shadow', 'canary', 'active']);
  expect(model.evaluations[0]?.perField).toHaveLength(FIELD_KEYS.length);
});

/** Registers a version made of another one's adapter, changed; its card says what `card` says over the other's. */
async function forged(
  of: string,
  letter: string,
  change: {
    weights?: (bytes: Buffer) => Buffer;
    config?: (bytes: Buffer) => Buffer;
    stored?: (bytes: Buffer) => Buffer;
    rank?: number;
  },
): Promise<string> {
  const original = await findVersion(loop.intake.database, of);
  if (original?.card.serving.weights !== 'here') throw new Error('no such version');
  const name = `claims-${letter.repeat(12)}`;
  const files: VersionFile[] = [];
  for (const { path, object } of original.files.filter((file) => file.path.startsWith('adapter/'))) {
    const before = Buffer.from(await loop.intake.objects.get(object));
    const how = path.endsWith('.safetensors') ? change.weights : change.config;
    const bytes = how?.(before) ?? before;
    const key = objectKeys.version(name, path);
    await loop.intake.objects.put(
      key,
      path.endsWith('.safetensors') ? (change.stored?.(bytes) ?? bytes) : bytes,
    );
    files.push({ path, object: key, sha256: sha256(bytes), bytes: bytes.length });
  }
  const serving = { ...original.card.serving, loraRank: change.rank ?? original.card.serving.loraRank };
  const card = { ...original.card, name, servedName: name, calibration: null, serving };
  await insertVersion(loop.intake.database, {
    ...{ name, base: original.base, run: original.run, card, files, calibration: null },
  });
  return name;
}

/** Every number of the adapter's second halves, changed. */
const secondHalves =
  (change: (value: number) => number) =>
  (bytes: Buffer): Buffer => {
    const changed = Buffer.from(bytes);
    for (const { name, data } of tensorsOf(changed))
      if (name.includes('.lora_B.'))
        for (let at = 0; at < data.length; at += 4) data.writeFloatLE(change(data.readFloatLE(at)), at);
    return changed;
  };

/** The same adapter with twice the rank: the first halves are there twice, the second ones beside nothing. */
function twiceTheRank(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  const header: Record<string, object> = {};
  let end = 0;
  for (const { name, dtype, shape, data } of tensorsOf(bytes)) {
    const [rows = 0, columns = 0] = shape;
    const isFirst = name.includes('.lora_A.');
    const row = data.length / rows;
    const wide = Array.from({ length: rows }, (_, r) => [
      data.subarray(r * row, (r + 1) * row),
      Buffer.alloc(row),
    ]);
    const grown = Buffer.concat(isFirst ? [data, data] : wide.flat());
    header[name] = {
      dtype,
      shape: isFirst ? [2 * rows, columns] : [rows, 2 * columns],
      data_offsets: [end, end + grown.length],
    };
    end += grown.length;
    parts.push(grown);
  }
  const written = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(written.length));
  return Buffer.concat([length, written, ...parts]);
}

/** The scale of an adapter is alpha / r. */
function twiceInConfig(bytes: Buffer): Buffer {
  const config = JSON.parse(bytes.toString()) as { r: number; lora_alpha: number };
  return Buffer.from(JSON.stringify({ ...config, r: 2 * config.r, lora_alpha: 2 * config.lora_alpha }));
}

interface Tensor {
  name: string;
  dtype: string;
  shape: number[];
  /** Over the bytes of the file. */
  data: Buffer;
}

function tensorsOf(file: Buffer): Tensor[] {
  const start = 8 + Number(file.readBigUInt64LE(0));
  const { __metadata__: _about, ...tensors } = JSON.parse(file.subarray(8, start).toString()) as Record<
    string,
    { dtype: string; shape: number[]; data_offsets: [number, number] }
  >;
  return Object.entries(tensors).map(
    ([
      name,
      {
        dtype,
        shape,
        data_offsets: [from, to],
      },
    ]) => ({
      ...{ name, dtype, shape },
      data: file.subarray(start + from, start + to),
    }),
  );
}

const promoted = async (version: string): Promise<PromotionState> => {
  const gate = { ...SMALL_ROUND.promote?.gate, calibrated: false, calibrationClaims: 1_000 };
  return loop.intake.client.workflow.execute('promoteWorkflow', {
    workflowId: `models/promotion/${version}`,
    taskQueue: TASK_QUEUES.claims,
    args: [{ ...SMALL_ROUND.promote, version, gate }],
  });
};

describe('a version that must not take over is refused with its reason, while the old one reads every claim', () => {
  let good = '';
  beforeAll(async () => {
    const versions = await listVersions(loop.intake.database, 50);
    good = versions.find(({ stage }) => stage === 'active')?.name ?? '';
  });

  test.each([
    ['changes nothing', 'a', { weights: secondHalves(() => 0) }, 'answers as without it'],
    [
      'is damaged',
      'b',
      { stored: (bytes: Buffer) => bytes.subarray(0, 1_000) },
      'is not what its checksum says',
    ],
    ['has another rank than its card', 'c', { rank: 16 }, 'the adapter has rank 32, its card says 16'],
    ['reads no better', 'd', { weights: secondHalves((value) => 0.9 * value) }, 'Field accuracy'],
  ])('one that %s', async (_what, letter, change, reason) => {
    const version = await forged(good, letter, change);
    const refused = promoted(version);
    const report = await loop.reviewNext();
    expect(report.model?.name).toBe(good);
    const state = await refused;
    expect(state).toMatchObject({ status: 'refused' });
    expect(state.reason?.toLowerCase()).toContain(reason.toLowerCase());
    expect(await stageOf(loop.intake.database, version)).toMatchObject({ stage: 'refused' });
  });

  // Two vLLM processes, a core each; the second takes half the rank, and its worker does not know.
  test('one that one of two replicas cannot load', async () => {
    const server = await ownAdapterServer({ rank: RANK, core: 1 });
    const second = await startWorkers({
      workers: ['inference'],
      settings: { ...loop.settings, VLLM_URL: server.url, REPLICA_NAME: 'second' },
    });
    try {
      const version = await forged(good, 'e', {
        weights: twiceTheRank,
        config: twiceInConfig,
        rank: TWICE,
      });
      const refused = promoted(version);
      const report = await loop.reviewNext();
      expect(report.model?.name).toBe(good);
      const state = await refused;
      expect(state).toMatchObject({ status: 'refused' });
      expect(state.reason).toMatch(/^second: the model server cannot load the adapter \(\d+\)$/);
    } finally {
      await second.stop();
      await server.stop();
    }
  });
});

test('a rollback under load takes seconds, and every claim ends with the version that it began with', async () => {
  const [active] = (await listVersions(loop.intake.database, 50)).filter(({ stage }) => stage === 'active');
  const load = Array.from({ length: 8 }, () => loop.reviewNext());
  await sleep(1_500);
  const done = (await loop.command('models', 'rollback', '--person', 'ben')) as {
    to: string;
    seconds: number;
  };
  expect(done.to).toBe(versionBefore);
  expect(done.seconds).toBeLessThan(10);
  const after = await loop.reviewNext();
  expect(after.model?.name).toBe(versionBefore);
  for (const { model } of await Promise.all(load))
    expect([active?.name, versionBefore]).toContain(model?.name);
});

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeExamples } from '../../scripts/data/examples.ts';
import { layoutsOf } from '../../scripts/data/layouts/index.ts';
import { makePacket } from '../../scripts/data/packet.ts';
import { writeClaims } from '../../scripts/data/write.ts';
import { silentProgress } from '../../scripts/stack/progress.ts';
import { FIELD_KEYS, NO_COVERAGE_FACTS } from '../../shared/claim-fields.ts';
import { answerChunks, type FullAnswer } from '../../shared/extractors/chunk-answers.ts';
import { PrintedText } from '../../shared/extractors/printed-text.ts';
import { loadModel } from '../../shared/model.ts';

const MODEL = loadModel('embedded-1');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'examples-'));
});
afterAll(() => rm(folder, { recursive: true }));

interface Example {
  id: string;
  text: string;
  expected: Record<string, unknown>;
  answer: Record<string, unknown>;
  reasoning: string;
  layout: string;
  split: string;
}

const nothing = {
  ...Object.fromEntries(FIELD_KEYS.map((key) => [key, null])),
  ...NO_COVERAGE_FACTS,
} as unknown as FullAnswer;

const answering = (answer: Partial<FullAnswer>, chunks: string[], reasoning = '') =>
  answerChunks({ answer: { ...nothing, ...answer }, reasoning }, chunks);

async function examplesOf(name: string, lines: unknown[]): Promise<Example[]> {
  const home = join(folder, name);
  await mkdir(home, { recursive: true });
  const dataset = join(home, 'claims.jsonl');
  await writeFile(dataset, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  await writeExamples({ dataset, model: MODEL, out: home }, silentProgress);
  return readExamples(home);
}

const readExamples = async (home: string): Promise<Example[]> =>
  (await readFile(join(home, 'examples.jsonl'), 'utf8'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Example);

const packetWith = (holds: (length: number) => boolean) => {
  for (let index = 0; ; index++) {
    const packet = makePacket(21, index, layoutsOf('train'));
    if (holds(packet.text.length)) return packet;
  }
};

it('gives a claim of one chunk its own answer and reasoning', async () => {
  const packet = packetWith((length) => length < 900);
  const [example, ...others] = await examplesOf('one', [packet]);
  expect(others).toEqual([]);
  expect(example).toMatchObject({
    id: `${packet.id}#1`,
    expected: packet.expected,
    answer: packet.answer,
    reasoning: packet.reasoning,
    layout: packet.layout,
    split: 'train',
  });
});

it('cuts a long claim as for the model, each chunk with what it prints, in the order of the data set', async () => {
  const packets = [packetWith((length) => length > 4_500), packetWith((length) => length < 900)];
  const examples = await examplesOf('several', packets);
  const long = examples.slice(0, -1);
  expect(long.length).toBeGreaterThan(1);
  expect(examples.map(({ id }) => id)).toEqual([
    ...long.map((_, index) => `${packets[0]?.id}#${index + 1}`),
    `${packets[1]?.id}#1`,
  ]);
  for (const { text, answer, reasoning } of long) {
    expect(reasoning).toBe('');
    for (const key of ['policy_number', 'claimant_email', 'estimated_amount'] as const)
      if (answer[key] !== null) expect(text).toContain(answer[key]);
  }
  const policy = packets[0]?.answer.policy_number;
  expect(long.map(({ answer }) => answer['policy_number']).filter(Boolean)).toContain(policy);
});

it('keeps a value, a name and a conclusion only in the chunks that state them', () => {
  const { answers, dropped } = answering(
    {
      policy_number: 'PX-4471',
      incident_type: 'fire',
      incident_description: 'A pan was left on the stove and the kitchen caught fire before noon.',
      third_parties: ['Ada Brook', 'Tom Wells'],
      coverage_determination: 'covered',
      fault_disputed: true,
      exclusions: ['wear and tear exclusion'],
      exclusion_scope: 'part',
    },
    [
      'Policy: PX-4471\nOther party: Ada Brook',
      'A pan was left on the stove and the kitchen\ncaught fire before noon. Tom Wells helped.',
      'Fault is disputed. The wear and tear exclusion applies to the cabinets.',
    ],
  );
  const column = (key: keyof FullAnswer) => answers.map((answer) => answer[key]);
  expect(column('policy_number')).toEqual(['PX-4471', null, null]);
  expect(column('third_parties')).toEqual([['Ada Brook'], ['Tom Wells'], null]);
  expect(column('incident_type')).toEqual([null, 'fire', null]);
  expect(column('fault_disputed')).toEqual([null, null, true]);
  expect(column('exclusions')).toEqual([null, null, ['wear and tear exclusion']]);
  expect(column('exclusion_scope')).toEqual([null, null, 'part']);
  expect(column('coverage_determination')).toEqual([null, null, null]);
  expect(dropped).toEqual([]);
});

it('takes the determination of several chunks from the one that states the finding', () => {
  const { answers } = answering({ coverage_determination: 'not_covered', adjuster_finding: 'not_covered' }, [
    'Policy: PX-4471',
    'Adjuster finding: coverage denied.',
  ]);
  expect(answers.map((answer) => answer.coverage_determination)).toEqual([null, 'not_covered']);
  expect(answers.map((answer) => answer.adjuster_finding)).toEqual([null, 'not_covered']);
});

it('says that nobody else was there only where the marked words stand', () => {
  const first = 'Was anyone hurt: none\n';
  const text = `${first}Third parties: none`;
  const start = text.length - 4;
  const { answers } = answerChunks(
    {
      answer: { ...nothing, third_parties: [] },
      reasoning: '',
      source: { text, spans: { third_parties: [[start, text.length]] } },
    },
    [first, text.slice(6)],
  );
  expect(answers.map((answer) => answer.third_parties)).toEqual([null, []]);
});

it('answers a misread value as it is printed, also where the reasoning quotes it', () => {
  const { answers, reasoning, misread, dropped } = answering(
    { policy_number: 'HO-3246-379195', estimated_amount: '$3,700.00', coverage_determination: 'covered' },
    ['Policy No HO-3Z46-379l95\nTotal $3,700.00'],
    'policy HO-3246-379195; total $3,700.00',
  );
  expect(answers[0]?.policy_number).toBe('HO-3Z46-379l95');
  expect(answers[0]?.coverage_determination).toBe('covered');
  expect(reasoning).toBe('policy HO-3Z46-379l95; total $3,700.00');
  expect([misread, dropped]).toEqual([['policy_number'], []]);
});

it('asks for no value that nobody can read, and quotes none', () => {
  const { answers, reasoning, dropped } = answering(
    { policy_number: 'HO-3246-379195', claimant_name: 'Lila Bellis' },
    ['Policy No ########\nName: Lila Bellis'],
    'policy HO-3246-379195 without dates',
  );
  expect(answers[0]).toMatchObject({ policy_number: null, claimant_name: 'Lila Bellis' });
  expect(reasoning).toBe('');
  expect(dropped).toEqual(['policy_number']);
});

it('takes no other value of the claim for a misreading', () => {
  const { answers, dropped } = answering(
    { policy_effective_date: '07/18/2020', policy_expiration_date: '07/18/2021' },
    ['Policy period ~ to 07/18/2021'],
  );
  expect(answers[0]?.policy_effective_date).toBeNull();
  expect(dropped).toEqual(['policy_effective_date']);
});

it('finds a value across lines and in its parts, but not inside of a longer one', () => {
  const text = new PrintedText(
    '> Damage: front\n> bumper\nStreet: 8 Ashlow Ave.\nCity: Woodboro\nTotal: $1,000.50',
  );
  expect(text.holds('front bumper')).toBe(true);
  expect(text.holdsValue('incident_location', '8 Ashlow Ave., Woodboro')).toBe(true);
  expect(text.holds('$1,000')).toBe(false);
  expect(text.holds('Wood')).toBe(false);
});

it('reads PDF packets through the reader and finds their values', async () => {
  const home = join(folder, 'pdf');
  await mkdir(home);
  const run = { folder: home, count: 3, seed: 5, layouts: layoutsOf('train'), noise: 0 };
  await writeClaims({ ...run, media: 'pdf' });
  const options = { dataset: join(home, 'claims.jsonl'), model: MODEL, out: home };
  const summary = await writeExamples(options, silentProgress);
  const examples = await readExamples(home);
  expect(summary).toMatchObject({ claims: 3, chunks: examples.length, unreadableDocuments: 0 });
  expect(summary.fields.policy_number).toBeUndefined();
  for (const { text, answer } of examples)
    if (answer['policy_number'] !== null) expect(text).toContain(answer['policy_number']);
  expect(examples.filter(({ answer }) => answer['policy_number'] !== null).length).toBeGreaterThan(0);
});

it('goes on past a document that cannot be read, and counts it', async () => {
  const packet = makePacket(5, 0, layoutsOf('train'));
  const home = join(folder, 'unreadable');
  await mkdir(home);
  await writeFile(join(home, 'broken.pdf'), '%PDF-1.7 nothing more');
  const { text: _text, spans: _spans, ...labels } = packet;
  const lines = [{ ...labels, id: 'broken', documents: ['broken.pdf'] }];
  const dataset = join(home, 'claims.jsonl');
  await writeFile(dataset, lines.map((line) => JSON.stringify(line)).join('\n'));
  const summary = await writeExamples({ dataset, model: MODEL, out: home }, silentProgress);
  expect(summary).toMatchObject({ claims: 1, chunks: 0, unreadableDocuments: 1, claimsWithoutChunk: 1 });
});

it('refuses a line that cannot be used, by file and line, before anything is written', async () => {
  const packet = makePacket(5, 0, layoutsOf('train'));
  const { answer: _answer, ...unanswered } = packet;
  const refused = examplesOf('refused', [packet, { ...unanswered, id: 'second' }]);
  await expect(refused).rejects.toThrow(/claims\.jsonl:2: answer: .*mend or remove the line/);
  await expect(readFile(join(folder, 'refused', 'examples.jsonl'))).rejects.toThrow('ENOENT');
});

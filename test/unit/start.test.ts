import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, describe, expect, test } from 'vitest';
import { StackError } from '../../scripts/stack/exec.ts';
import { examplePackets, namedPackets } from '../../scripts/start/packets.ts';
import { describeReading, scoreReport } from '../../scripts/start/score.ts';
import { plainTable, type Row } from '../../scripts/start/table.ts';
import { type Claim, FIELD_KEYS } from '../../shared/claim-fields.ts';
import type { RecordedField } from '../../shared/contracts.ts';

const folder = mkdtempSync(join(tmpdir(), 'packets-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const nothing = Object.fromEntries(FIELD_KEYS.map((key) => [key, null])) as unknown as Claim;
const field = (value: RecordedField['value']): RecordedField => ({
  value,
  confidence: 1,
  decidedBy: 'model',
  evidence: [],
});

describe('packets', () => {
  test('a folder is one packet of all its files, hidden ones left out; a file is a packet too', () => {
    const packet = join(folder, 'storm');
    mkdirSync(join(packet, 'more'), { recursive: true });
    for (const file of ['b.txt', 'a.txt', '.hidden', 'more/c.txt']) writeFileSync(join(packet, file), file);
    const [whole, single] = namedPackets([packet, join(packet, 'a.txt')]);
    expect(whole).toMatchObject({ name: 'storm', label: null });
    expect(whole?.files.map((file) => basename(file))).toEqual(['a.txt', 'b.txt', 'c.txt']);
    expect(single).toMatchObject({ name: 'a', files: [join(packet, 'a.txt')] });
  });

  test('a path that does not exist and an empty folder are refused by name', () => {
    mkdirSync(join(folder, 'empty'));
    expect(() => namedPackets([join(folder, 'nowhere')])).toThrow(StackError);
    expect(() => namedPackets([join(folder, 'nowhere')])).toThrow(/nowhere: there is no such file/);
    expect(() => namedPackets([join(folder, 'empty')])).toThrow(/holds no files/);
  });

  test('the examples are the labelled packets, with documents as the label lists them', () => {
    const examples = join(folder, 'examples');
    mkdirSync(join(examples, 'one'), { recursive: true });
    writeFileSync(join(examples, 'one', 'notice.txt'), 'x');
    writeFileSync(join(examples, 'two.txt'), 'y');
    const label = { ...nothing, claimant_name: 'Ada Example' };
    const lines = [
      { id: 'one', expected: label },
      { id: 'two', documents: ['two.txt'], expected: nothing, uncertain: ['incident_type'] },
    ];
    writeFileSync(join(examples, 'labels.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const packets = examplePackets(examples);
    expect(packets.map(({ name, files }) => [name, files.map((file) => basename(file))])).toEqual([
      ['one', ['notice.txt']],
      ['two', ['two.txt']],
    ]);
    expect(packets[0]?.label?.expected.claimant_name).toBe('Ada Example');
    expect(packets[1]?.label?.uncertain).toEqual(['incident_type']);
  });

  test('a label without one of the 23 keys is refused with its line', () => {
    const examples = join(folder, 'bad');
    mkdirSync(examples);
    const { claimant_name: _dropped, ...rest } = nothing;
    writeFileSync(join(examples, 'labels.jsonl'), JSON.stringify({ id: 'x', expected: rest }));
    expect(() => examplePackets(examples)).toThrow(/line 1/);
  });
});

describe('the score of a reading', () => {
  const label = {
    expected: { ...nothing, claimant_name: 'Ada Example', estimated_amount: 10 },
    uncertain: [],
  };
  const all = Object.fromEntries(FIELD_KEYS.map((key) => [key, field(null)]));

  test('both null is right, a wrong value and a missed value are not', () => {
    const reading = scoreReport(
      { ...all, claimant_name: field('ADA EXAMPLE'), deductible_amount: field(5) },
      label,
    );
    expect(reading).toEqual({ fields: 23, right: 21, stated: 2, statedRight: 1 });
    expect(describeReading(reading)).toContain('21 of 23 labelled fields read right (91.3 %)');
  });

  test('a missing key is wrong even where the label is null', () => {
    expect(scoreReport({}, label)).toEqual({ fields: 23, right: 0, stated: 2, statedRight: 0 });
  });
});

describe('the plain table', () => {
  const row: Row = {
    name: 'storm',
    pages: 2,
    step: 'reading',
    sure: null,
    doubt: null,
    seconds: 1,
    state: 'running',
  };

  test('says each claim once, when it settles', () => {
    let said = '';
    const table = plainTable((text) => {
      said += stripVTControlCharacters(text);
    });
    table.update([row]);
    expect(said).toBe('');
    table.update([{ ...row, step: 'completed', sure: 21, doubt: 0, state: 'done' }]);
    table.update([{ ...row, step: 'completed', sure: 21, doubt: 0, state: 'done' }]);
    expect(said.split('\n').filter((line) => line.includes('storm'))).toHaveLength(1);
    expect(said).toMatch(/storm\s+2\s+completed\s+21\s+0\s+1\.0/);
  });

  test('control sequences in a file name do not reach the terminal', () => {
    let said = '';
    plainTable((text) => {
      said += text;
    }).update([{ ...row, name: 'a\u001b[2Jb\u0007c\nd', state: 'done' }]);
    expect(said).not.toContain('\u001b[2J');
    expect(said).not.toContain('\u0007');
    expect(said).toContain('ab?c?d');
  });
});

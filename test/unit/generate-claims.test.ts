import { describe, expect, it } from 'vitest';
import { LAYOUTS, layoutsOf, splitOf } from '../../scripts/data/layouts/index.ts';
import { makePacket, oneLine, type Packet } from '../../scripts/data/packet.ts';
import { ClaimSchema, FIELD_KEYS, modelAnswerSchema } from '../../shared/claim-fields.ts';
import { looksForeign } from '../../shared/domain/addresses.ts';
import { valuesMatch } from '../../shared/domain/compare.ts';
import { detectDayFirst, normaliseValue } from '../../shared/domain/normalise.ts';
import { violations } from '../../shared/domain/validate.ts';

const COUNT = 1_000;
const all = layoutsOf('all');
const packets = Array.from({ length: COUNT }, (_, index) => makePacket(7, index, all));

/** The keys whose answer is a word of the schema, not a piece of the text. */
const WORDS = new Set(['policy_type', 'incident_type', 'coverage_determination', 'injuries_reported']);

/** Of streets and of the parts of a town. */
const ABBREVIATION = /\b(St|Ave|Blvd|[NSEW])\./gi;

describe('generated packets', () => {
  it('are the same bytes for the same seed, and others for another', () => {
    for (const index of [0, 17, 400]) {
      expect(JSON.stringify(makePacket(7, index, all))).toBe(JSON.stringify(packets[index]));
      expect(makePacket(8, index, all).text).not.toBe(packets[index]?.text);
    }
  });

  it('carry labels and answers that their schemas accept, keys in order', () => {
    const answers = modelAnswerSchema({ format: 'verbatim', reasons: false });
    for (const packet of packets) {
      expect(ClaimSchema.safeParse(packet.expected).success, packet.id).toBe(true);
      expect(answers.safeParse(packet.answer).success, packet.id).toBe(true);
      expect(Object.keys(packet.expected)).toEqual(FIELD_KEYS);
      expect(violations(packet.expected), packet.id).toEqual([]);
    }
  });

  it('print every value that the answer copies', () => {
    for (const packet of packets)
      for (const missing of unprinted(packet)) expect.fail(`${packet.id}: ${missing}`);
  });

  it('print the exclusions that the answer copies', () => {
    for (const { id, text, answer } of packets)
      for (const exclusion of answer.exclusions ?? []) expect(oneLine(text), id).toContain(exclusion);
  });

  it('bury what happened among sentences that are not its label', () => {
    const longer = packets.filter(({ text, spans }) => {
      const end = spans.incident_description?.[0]?.[1];
      const after =
        end === undefined
          ? ''
          : oneLine(text.slice(end))
              .split(/(?<=[.!?]) /)
              .slice(0, 3);
      return end !== undefined && after.length === 3 && oneLine(text.slice(end, end + 2)) !== '';
    });
    expect(longer.length).toBeGreaterThan(COUNT * 0.05);
    for (const { id, answer } of packets) {
      const told = String(answer.incident_description ?? '').replace(ABBREVIATION, '$1');
      expect(told.match(/[.!?](?= [A-Z]|$)/g)?.length ?? 0, id).toBeLessThanOrEqual(2);
    }
  });

  it('leave no mark of the maker in the text', () => {
    for (const { id, text } of packets) {
      expect(text, id).not.toMatch(/[\ue000-\uf8ff]|undefined|\[object|\bnull\b|\{\w+\}/);
    }
  });

  it('normalise to their labels in 99.5 % of the values', () => {
    const differing: string[] = [];
    let values = 0;
    for (const { id, text, expected, answer } of packets) {
      const context = { dayFirst: detectDayFirst(text), foreign: looksForeign(text) };
      for (const key of FIELD_KEYS) {
        if (expected[key] === null) continue;
        values += 1;
        const { value } = normaliseValue(key, answer[key], context);
        if (!valuesMatch(key, value, expected[key]))
          differing.push(`${id} ${key}: ${JSON.stringify(answer[key])}`);
      }
    }
    expect(differing.length / values, differing.join('\n')).toBeLessThanOrEqual(0.005);
  });

  it('show every kind of loss, of policy and of finding, and every field both stated and not', () => {
    const values = (key: 'incident_type' | 'policy_type' | 'coverage_determination') =>
      new Set(packets.map(({ expected }) => expected[key]));
    expect(values('incident_type').size).toBeGreaterThanOrEqual(9);
    expect(values('policy_type').size).toBe(7);
    expect(values('coverage_determination').size).toBe(5);
    for (const key of FIELD_KEYS.filter((one) => one !== 'claimant_name' && one !== 'incident_type')) {
      const stated = packets.filter(({ expected }) => expected[key] !== null).length;
      expect(stated, key).toBeGreaterThan(COUNT * 0.15);
      expect(stated, key).toBeLessThan(COUNT);
    }
    expect(packets.some(({ contradictions }) => contradictions.length > 0)).toBe(true);
    expect(packets.some(({ expected }) => expected.third_parties?.length === 0)).toBe(true);
  });

  it('are made at 500 a second of processor time or more', () => {
    const before = process.cpuUsage();
    for (let index = 0; index < 300; index++) makePacket(9, index, all);
    const { user, system } = process.cpuUsage(before);
    expect((300 * 1e6) / (user + system)).toBeGreaterThan(500);
  });
});

describe('the split', () => {
  it('holds out about a fifth of the layouts, of many families; what other hands wrote is there to be learnt', () => {
    const heldOut = layoutsOf('held-out');
    const own = LAYOUTS.filter(({ family }) => family !== 'hands');
    expect(heldOut.length / own.length).toBeGreaterThan(0.17);
    expect(heldOut.length / own.length).toBeLessThan(0.27);
    expect(new Set(heldOut.map(({ family }) => family)).size).toBeGreaterThanOrEqual(10);
    expect(new Set(LAYOUTS.map(({ name }) => name)).size).toBe(LAYOUTS.length);
  });

  it('gives training no packet of a held-out layout', () => {
    const names = new Set(layoutsOf('train').map(({ name }) => name));
    expect([...names].filter((name) => splitOf(name) !== 'train')).toEqual([]);
    expect(layoutsOf('held-out').some(({ name }) => names.has(name))).toBe(false);
    for (let index = 0; index < 200; index++) {
      expect(makePacket(3, index, layoutsOf('train')).split).toBe('train');
      expect(makePacket(3, index, layoutsOf('held-out')).split).toBe('held-out');
    }
  });
});

describe('reserved layouts', () => {
  const EACH = 24;
  const reserved = layoutsOf('reserved');
  const drawn = reserved.map((layout, at) =>
    Array.from({ length: EACH }, (_, index) => makePacket(7, at * EACH + index, [layout])),
  );
  const every = drawn.flat();

  it('are many, of many families, and in no other split', () => {
    expect(reserved.length).toBeGreaterThanOrEqual(24);
    expect(new Set(reserved.map(({ family }) => family)).size).toBeGreaterThanOrEqual(12);
    const names = new Set(reserved.map(({ name }) => name));
    expect(names.size).toBe(reserved.length);
    for (const split of ['train', 'held-out', 'all'] as const)
      expect(layoutsOf(split).filter(({ name }) => names.has(name))).toEqual([]);
    const families = new Set(LAYOUTS.map(({ family }) => family));
    expect(reserved.filter(({ family }) => families.has(family))).toEqual([]);
    for (const { id, split } of every) expect(split, id).toBe('reserved');
  });

  it('give the same bytes for the same seed, and others for another', () => {
    for (const index of [0, 11, 23]) {
      expect(makePacket(7, index, reserved)).toEqual(makePacket(7, index, reserved));
      expect(makePacket(8, index, reserved).text).not.toBe(makePacket(7, index, reserved).text);
    }
  });

  it('carry labels that their schemas accept, every one of them printed', () => {
    const answers = modelAnswerSchema({ format: 'verbatim', reasons: false });
    for (const packet of every) {
      expect(ClaimSchema.safeParse(packet.expected).success, packet.id).toBe(true);
      expect(answers.safeParse(packet.answer).success, packet.id).toBe(true);
      expect(violations(packet.expected), packet.id).toEqual([]);
      expect(unprinted(packet), packet.id).toEqual([]);
      for (const exclusion of packet.answer.exclusions ?? [])
        expect(oneLine(packet.text), packet.id).toContain(exclusion);
      expect(packet.text, packet.id).not.toMatch(/[\ue000-\uf8ff]|undefined|\[object|\bnull\b|\{\w+\}/);
    }
  });

  it('state most of the fields in every layout, and each field in some packets but not in all', () => {
    const stated = ({ expected }: Packet): number =>
      FIELD_KEYS.filter((key) => expected[key] !== null).length;
    for (const packets of drawn) {
      const mean = packets.reduce((sum, packet) => sum + stated(packet), 0) / packets.length;
      expect(mean, packets[0]?.layout).toBeGreaterThan(14);
      for (const { id, expected } of packets) {
        expect(expected.claimant_name, id).not.toBeNull();
        expect(expected.incident_type, id).not.toBeNull();
      }
    }
    for (const key of FIELD_KEYS.filter((one) => one !== 'claimant_name' && one !== 'incident_type')) {
      const share = every.filter(({ expected }) => expected[key] !== null).length / every.length;
      expect(share, key).toBeGreaterThan(0.15);
      expect(share, key).toBeLessThan(1);
    }
  });

  it('read as text that somebody wrote: no stop after a stop, no line that ends in a bare label', () => {
    for (const { id, text } of every) {
      expect(text, id).not.toMatch(/[a-z]\.\.(?:\s|$)|,,|;;| [,;](?:\s|$)/i);
      expect(text, id).not.toMatch(/^(?!Dear)[A-Za-z][A-Za-z ]+:\s*\n\n/m);
    }
  });
});

function unprinted({ text, spans, answer }: Packet): string[] {
  const printed = oneLine(text);
  return FIELD_KEYS.filter((key) => !WORDS.has(key) && answer[key] !== null).flatMap((key) => {
    const pieces = (spans[key] ?? []).map(([start, end]) => oneLine(text.slice(start, end)));
    const copied = Array.isArray(answer[key]) ? answer[key] : [String(answer[key])];
    const whole = pieces.length === 1 || Array.isArray(answer[key]) ? copied : pieces;
    const made =
      copied.length === 0 ||
      copied.every((value) => pieces.includes(value)) ||
      pieces.every((piece) => copied[0]?.includes(piece));
    return whole.every((value) => printed.includes(value)) && made
      ? []
      : [`${key} ${JSON.stringify(answer[key])}`];
  });
}

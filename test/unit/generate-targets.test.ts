import { describe, expect, it } from 'vitest';
import { layoutsOf } from '../../scripts/data/layouts/index.ts';
import { makePacket, oneLine, type Packet } from '../../scripts/data/packet.ts';
import { TARGETS } from '../../scripts/data/targets.ts';
import { ClaimSchema } from '../../shared/claim-fields.ts';

const COUNT = 250;
const train = layoutsOf('train');
const drawn = Object.fromEntries(
  TARGETS.map((name) => [
    name,
    Array.from({ length: COUNT }, (_, index) => makePacket(3, index, train, name)),
  ]),
) as Record<(typeof TARGETS)[number], Packet[]>;
const share = (packets: readonly Packet[], holds: (packet: Packet) => boolean): number =>
  packets.filter(holds).length / packets.length;

describe('targeted packets', () => {
  it('are valid, repeat for the same seed, and leave the natural mix as it is', () => {
    for (const name of TARGETS) {
      expect(makePacket(3, 9, train, name)).toEqual(drawn[name][9]);
      for (const { id, expected } of drawn[name])
        expect(ClaimSchema.safeParse(expected).success, id).toBe(true);
    }
    const natural = Array.from({ length: COUNT }, (_, index) => makePacket(3, index, train));
    expect(share(natural, ({ expected }) => (expected.third_parties?.length ?? 0) >= 3)).toBeLessThan(0.1);
  });

  it('tell damage of six parts and more', () => {
    for (const { id, expected } of drawn['complex-damage'])
      expect((expected.damage_description ?? '').split(/[,;./:]| and /).length, id).toBeGreaterThanOrEqual(6);
  });

  it('name three other people and more, none of them the claimant or the witness', () => {
    for (const { id, expected, answer } of drawn['multi-party']) {
      const names = expected.third_parties ?? [];
      expect(names.length, id).toBeGreaterThanOrEqual(3);
      expect(new Set(names).size, id).toBe(names.length);
      expect(names, id).not.toContain(expected.claimant_name);
      expect(Array.isArray(answer.third_parties)).toBe(true);
    }
    expect(
      share(drawn['multi-party'], ({ text }) => /witness|passing by|bystander/i.test(text)),
    ).toBeGreaterThan(0.5);
    expect(share(drawn['multi-party'], ({ text }) => /passenger/i.test(text))).toBeGreaterThan(0.5);
  });

  it('lie on every edge of the coverage rule', () => {
    const edges = drawn['coverage-edge'];
    const some: Record<string, (packet: Packet) => boolean> = {
      'the first day': ({ expected: one }) =>
        one.incident_date !== null && one.incident_date === one.policy_effective_date,
      'the last day': ({ expected: one }) =>
        one.incident_date !== null && one.incident_date === one.policy_expiration_date,
      'outside of the period': ({ reasoning }) => /, (?:before|after) it/.test(reasoning),
      'an exclusion of all': ({ answer }) => answer.exclusion_scope === 'all',
      'an exclusion of a part': ({ answer }) => answer.exclusion_scope === 'part',
      'a finding': ({ answer }) => answer.adjuster_finding !== null,
      'a theft': ({ expected }) => expected.incident_type === 'theft',
      'a dispute': ({ answer }) => answer.fault_disputed === true,
      'a contradiction': ({ contradictions }) => contradictions.length > 0,
    };
    for (const [edge, holds] of Object.entries(some)) expect(share(edges, holds), edge).toBeGreaterThan(0.03);
    for (const value of ['covered', 'partially_covered', 'not_covered', 'needs_investigation'])
      expect(
        share(edges, ({ expected }) => expected.coverage_determination === value),
        value,
      ).toBeGreaterThan(0.05);
  });

  it('cannot be drawn from layouts that never show them', () => {
    const estimates = train.filter(({ family }) => family === 'estimate');
    expect(() => makePacket(3, 0, estimates, 'multi-party')).toThrow('none of the layouts shows multi-party');
  });
});

describe('the reasoning of a packet', () => {
  const packets = Object.values(drawn).flat();

  it('is one line of 160 characters at most', () => {
    for (const { id, reasoning } of packets) {
      expect(reasoning.length, id).toBeLessThanOrEqual(160);
      expect(reasoning, id).not.toMatch(/\n|undefined|null/);
    }
  });

  it('copies dates, numbers and amounts as the text prints them', () => {
    for (const { id, reasoning, text } of packets) {
      const printed = oneLine(text);
      const copied = [
        ...reasoning.matchAll(
          /^loss (.+?), policy|another date: ([^;]+)|report ([^;]*\d[^;]*)|total (.+?)(?= over first|$)/g,
        ),
      ].flatMap((match) => match.slice(1).filter((value) => value !== undefined));
      for (const value of copied) if (!value.startsWith('no ')) expect(printed, id).toContain(value);
    }
  });

  it('says outside where the rule finds the loss outside, and only there', () => {
    for (const { id, reasoning, expected: one } of packets) {
      if (one.incident_date === null) continue;
      const before = one.policy_effective_date !== null && one.incident_date < one.policy_effective_date;
      const after = one.policy_expiration_date !== null && one.incident_date > one.policy_expiration_date;
      expect(/, (?:before|after) it/.test(reasoning), id).toBe(before || after);
    }
  });
});

/** Cases that are rare in the natural mix, drawn on purpose: each bends the facts and says what it holds. */
import { damageByArea, damageText, manyItems } from './damage.ts';
import { addDays, costs, drawExclusion, otherParty } from './facts.ts';
import type { Kit } from './kit.ts';
import type { Layout } from './layout.ts';
import type { Packet } from './packet.ts';
import type { Random } from './random.ts';
import type { Scenario } from './stories.ts';

export const TARGETS = ['complex-damage', 'multi-party', 'coverage-edge'] as const;
export type TargetName = (typeof TARGETS)[number];

export interface Target {
  name: TargetName;
  scenario(scenario: Scenario): boolean;
  /** Whether a layout can show the case. */
  shownBy(layout: Layout): boolean;
  /** Changes the drawn facts before a word is written. */
  bend(kit: Kit): void;
  /** Whether the finished packet shows the case. */
  holds(packet: Packet): boolean;
}

const PARTS = 6;
const AREAS = {
  auto: ['Front', 'Rear', 'Left side', 'Right side', 'Interior', 'Underbody'],
  property: ['Ground floor', 'Upper floor', 'Exterior', 'Contents', 'Basement', 'Common areas'],
  liability: [],
} as const;

const complexDamage: Target = {
  name: 'complex-damage',
  scenario: ({ line, type }) => line !== 'liability' && type !== 'theft',
  shownBy: () => true,
  bend: ({ f, r, absent }) => {
    const { line } = f.scenario;
    absent.delete('damage_description');
    f.damage = manyItems(r, f.scenario, r.int(PARTS, 12));
    f.damageText = r.chance(0.5) ? damageByArea(r, f.damage, AREAS[line]) : damageText(r, f.damage, line);
    f.parts = costs(r, f.damage.length, 1);
    f.total = f.parts.reduce((sum, part) => sum + part, 0);
    f.earlier = Math.round((f.total * r.int(40, 95)) / 100);
  },
  holds: ({ expected }) =>
    (expected.damage_description ?? '').split(/[,;./:]| and /).filter((part) => part.trim() !== '').length >=
    PARTS,
};

const PARTIES = 3;

const multiParty: Target = {
  name: 'multi-party',
  scenario: ({ type, others }) => type === 'collision' && others === 'driver',
  shownBy: () => true,
  bend: ({ f, r }) => {
    const make = (role: 'driver' | 'owner' | 'passenger') => otherParty(r, f.insured, f.foreign, role);
    f.others = 'listed';
    f.otherParties = [
      make('driver'),
      ...r.some([make('passenger'), make('owner'), make('driver'), make('passenger')], r.int(2, 4)),
    ];
    const hurt = f.otherParties.some(({ role }) => role === 'passenger');
    if (hurt) f.injuries = 'stated';
  },
  holds: ({ expected }) => (expected.third_parties?.length ?? 0) >= PARTIES,
};

/** Edges of the coverage rule: how the facts are bent, and the packet that shows it. */
interface Edge {
  scenario: (scenario: Scenario) => boolean;
  shownBy: (layout: Layout) => boolean;
  bend: (kit: Kit) => void;
  holds: (packet: Packet) => boolean;
}

const anyScenario = (): boolean => true;
const anyLayout = (): boolean => true;

/** Nothing but the period decides. */
function onlyPeriod({ f, absent }: Kit): void {
  f.finding = null;
  f.exclusion = null;
  f.disputed = false;
  f.otherLossDate = null;
  for (const key of ['policy_effective_date', 'policy_expiration_date', 'incident_date'] as const)
    absent.delete(key);
}

/** The loss `days` after the first day of the policy, or after the last one. */
const period = (end: 'first' | 'last', days: number): Edge => ({
  scenario: anyScenario,
  shownBy: anyLayout,
  bend: (kit) => {
    onlyPeriod(kit);
    const { f, r } = kit;
    const term = r.pick([365, 364, 181, 183, 365]);
    f.effective = addDays(f.lossDate, -days - (end === 'first' ? 0 : term));
    f.expiration = addDays(f.effective, term);
  },
  holds: ({ expected, answer }) => {
    const edge = end === 'first' ? expected.policy_effective_date : expected.policy_expiration_date;
    return (
      edge !== null && answer.adjuster_finding === null && expected.incident_date === addDays(edge, days)
    );
  },
});

const excluded = (scope: 'all' | 'part'): Edge => ({
  scenario: anyScenario,
  shownBy: anyLayout,
  bend: ({ f, r }) => {
    f.exclusion = drawExclusion(r, f.scenario.line, scope);
    f.finding = null;
  },
  holds: ({ answer }) => answer.exclusion_scope === scope,
});

const theft = (reported: boolean): Edge => ({
  scenario: ({ type }) => type === 'theft',
  shownBy: anyLayout,
  bend: ({ f, r }) => {
    f.finding = null;
    f.exclusion = null;
    f.police = reported ? r.pick(['number', 'said'] as const) : 'none';
  },
  holds: ({ expected }) =>
    expected.incident_type === 'theft' &&
    (reported
      ? expected.coverage_determination === 'covered'
      : expected.coverage_determination === 'needs_investigation'),
});

const EDGES: readonly Edge[] = [
  period('first', 0),
  period('first', -1),
  period('last', 0),
  period('last', 1),
  excluded('all'),
  excluded('part'),
  theft(true),
  theft(false),
  {
    scenario: anyScenario,
    shownBy: ({ family, name }) => /adjuster|chain|full/.test(family) || name === 'packet-file',
    bend: ({ f, r }) => {
      f.finding = r.pick(['covered', 'partially_covered', 'not_covered', 'needs_investigation'] as const);
    },
    holds: ({ answer }) => (answer.adjuster_finding ?? null) !== null,
  },
  {
    scenario: ({ others }) => others === 'driver',
    shownBy: anyLayout,
    bend: ({ f }) => {
      f.others = 'listed';
      f.disputed = true;
      f.finding = null;
      f.exclusion = null;
    },
    holds: ({ answer }) => answer.fault_disputed === true,
  },
  {
    scenario: anyScenario,
    shownBy: ({ family }) => family === 'packet',
    bend: ({ f, r, absent }) => {
      absent.delete('incident_date');
      f.otherLossDate = addDays(f.lossDate, r.pick([-9, -3, -2, -1, 1, 2, 4, 11]));
      f.finding = null;
      f.exclusion = null;
    },
    holds: ({ contradictions }) => contradictions.length > 0,
  },
];

/** A case of this kind; which edge of the coverage rule is drawn by chance. */
export function targetOf(name: TargetName, r: Random): Target {
  if (name === 'complex-damage') return complexDamage;
  return name === 'multi-party' ? multiParty : { name, ...r.pick(EDGES) };
}

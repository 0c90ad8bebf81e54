/** One packet with its labels: a layout written over drawn facts. */

import {
  type Claim,
  type CoverageFacts,
  FIELD_KEYS,
  type FieldKey,
  type FieldValue,
  type ModelAnswer,
  type RawValue,
} from '../../shared/claim-fields.ts';
import { determineCoverage } from '../../shared/domain/coverage.ts';
import { detectDayFirst } from '../../shared/domain/normalise.ts';
import { oneLine } from '../../shared/extractors/printed-text.ts';
import { Kit } from './kit.ts';
import type { Box, Layout, Sheet } from './layout.ts';
import { type Split, splitOf } from './layouts/index.ts';
import { type MarkedSpan, type MarkKey, unmarked } from './marks.ts';
import { isDayFirst } from './print.ts';
import { Random } from './random.ts';
import { reasoningFor } from './reasoning.ts';
import { type Target, type TargetName, targetOf } from './targets.ts';

/** Parts of a packet's text are parted by form feeds, as pages of a text file are. */
const DOCUMENT_BREAK = '\n\f\n';

export interface Packet {
  id: string;
  layout: string;
  family: string;
  split: Exclude<Split, 'all'>;
  text: string;
  sheets: Sheet[];
  expected: Claim;
  uncertain: FieldKey[];
  /** Where each value stands in `text`: start and end of each of its pieces. */
  spans: Partial<Record<FieldKey, [number, number][]>>;
  /** What a `verbatim` model is to answer: values as printed, in the order of the schema. */
  answer: ModelAnswer;
  /** One line that says what decides, for a model that reasons before it answers. */
  reasoning: string;
  /** What `answer` and `reasoning` copy, in `text`: noise stays outside. */
  copied: [number, number][];
  /** Fields on which the packet was made to contradict itself. */
  contradictions: FieldKey[];
}

/**
 * Packet `index` of the run with this seed; independent of all others. With `targeted`, one that shows
 * this kind of case. Throws when none of the layouts can show it.
 */
export function makePacket(
  seed: number,
  index: number,
  layouts: readonly Layout[],
  targeted?: TargetName,
): Packet {
  const r = new Random((seed * 1_000_003 + index * 7919) | 0);
  const make = (from: readonly Layout[], target?: Target): Packet => {
    const layout = draw(from, r);
    const written = writeProven(layout, r.int(0, 2_000_000_000), target);
    return label(`${layout.name}-${seed}-${index}`, layout, written);
  };
  if (targeted === undefined) return make(layouts);
  for (let tried = 0; tried < TARGETS_TRIED; tried++) {
    const target = targetOf(targeted, r);
    const able = layouts.filter((layout) => target.shownBy(layout));
    for (let drawn = 0; drawn < (able.length > 0 ? DRAWN_EACH : 0); drawn++) {
      const packet = make(able, target);
      if (target.holds(packet)) return packet;
    }
  }
  throw new Error(`none of the layouts shows ${targeted}`);
}

// A case that a layout leaves out by chance is drawn again before another is tried.
const TARGETS_TRIED = 20;
const DRAWN_EACH = 60;

/** Figures with the day first need a date that proves it; where none does, the months are spelled out. */
function writeProven(layout: Layout, seed: number, target?: Target): Written {
  const first = write(layout, new Random(seed), {}, target);
  const unproven = isDayFirst(first.kit.style.date)
    ? detectDayFirst(first.text) !== true
    : detectDayFirst(first.text) === true;
  return unproven ? write(layout, new Random(seed), { date: 'day-month' }, target) : first;
}

function draw(layouts: readonly Layout[], r: Random): Layout {
  const weight = (layout: Layout): number => layout.weight ?? 1;
  let rest = r.next() * layouts.reduce((sum, layout) => sum + weight(layout), 0);
  for (const layout of layouts) {
    rest -= weight(layout);
    if (rest < 0) return layout;
  }
  throw new Error('no layouts to draw from');
}

interface Written {
  kit: Kit;
  text: string;
  sheets: Sheet[];
  spans: MarkedSpan[];
}

function write(layout: Layout, r: Random, style: NonNullable<Layout['style']>, target?: Target): Written {
  const kit = new Kit(r, layout.telling, { ...layout.style, ...style }, target);
  const sheets = layout.write(kit);
  const made = kit.finish(sheets.map((one) => one.text).join(DOCUMENT_BREAK));
  const { spans } = made;
  const capitals = made.text.toUpperCase();
  // Old systems print in capitals only; where that lengthens a letter the spans would no longer fit.
  const text = r.chance(0.04) && capitals.length === made.text.length ? capitals : made.text;
  const texts = text.split(DOCUMENT_BREAK);
  const clean = (value: string): string =>
    text === made.text ? unmarked(value) : unmarked(value).toUpperCase();
  return {
    kit,
    text,
    spans,
    sheets: sheets.map(({ name, boxes }, index) => ({
      name,
      text: texts[index] ?? '',
      ...(boxes ? { boxes: boxes.map((box) => cleaned(box, clean)) } : {}),
    })),
  };
}

const cleaned = ({ title, rows, prose }: Box, clean: (text: string) => string): Box => ({
  title: clean(title),
  rows: rows.map(([label, value]) => [label, clean(value)]),
  prose: prose.map(clean),
});

function label(id: string, layout: Layout, { kit, text, sheets, spans }: Written): Packet {
  const chosen: Packet['spans'] = {};
  const pieces = new Map<FieldKey, MarkedSpan[]>();
  const expected = {} as Record<FieldKey, FieldValue>;
  for (const key of FIELD_KEYS) {
    const own = piecesOf(key, spans);
    pieces.set(key, own);
    // Only what the finished text still holds is stated.
    expected[key] = own[0]?.truth ?? null;
    if (own.length > 0) chosen[key] = own.map((piece) => [piece.start, piece.end]);
  }
  // The kind of loss follows from what happened where no line names it.
  if (chosen.incident_description) expected.incident_type ??= kit.f.scenario.type;
  // Where an injury is what is claimed, naming it says that somebody is hurt.
  if (kit.f.scenario.type === 'liability_injury' && chosen.damage_description)
    expected.injuries_reported ??= true;
  const claim = expected as unknown as Claim;
  const facts = factsOf(spans, text);
  const stated = (key: MarkKey): MarkedSpan | undefined => spans.find((span) => span.key === key);
  const printed = (key: MarkKey): string | null => {
    const span = stated(key);
    return span ? oneLine(text.slice(span.start, span.end)) : null;
  };
  const policeSaid = stated('police_said') !== undefined;
  const contradictions: FieldKey[] =
    stated('other_loss_date') && claim.incident_date !== null ? ['incident_date'] : [];
  const finding = determineCoverage(claim, facts, { contradictions, policeReportSaid: policeSaid });
  claim.coverage_determination = finding.value;
  const values = Object.fromEntries(
    FIELD_KEYS.map((key) => [key, answered(key, expected[key], pieces.get(key) ?? [], text)]),
  );
  const answer = { ...values, ...facts } as ModelAnswer;
  return {
    id,
    layout: layout.name,
    family: layout.family,
    split: splitOf(layout.name),
    text,
    sheets,
    expected: claim,
    uncertain:
      claim.damage_description !== null && pieces.get('damage_description')?.some((piece) => piece.weak)
        ? ['damage_description']
        : [],
    spans: chosen,
    answer,
    reasoning: reasoningFor({
      claim,
      answer,
      policeSaid,
      otherLossDate: contradictions.length > 0 ? printed('other_loss_date') : null,
      earlierAmount: printed('earlier_amount'),
    }),
    copied: spans.map(({ start, end }) => [start, end]),
    contradictions,
  };
}

export { oneLine };

/** The facts of the coverage rule that the finished text states, exclusions as printed. */
function factsOf(spans: readonly MarkedSpan[], text: string): CoverageFacts {
  const excluded = spans.find(({ key }) => key === 'exclusion_all' || key === 'exclusion_part');
  const finding = spans.find(({ key }) => key === 'coverage_determination')?.truth ?? null;
  return {
    exclusions: excluded ? [oneLine(text.slice(excluded.start, excluded.end))] : null,
    exclusion_scope: excluded ? (excluded.key === 'exclusion_all' ? 'all' : 'part') : null,
    fault_disputed: spans.some(({ key }) => key === 'fault_disputed') ? true : null,
    adjuster_finding: finding as CoverageFacts['adjuster_finding'],
  };
}

function piecesOf(key: FieldKey, spans: readonly MarkedSpan[]): MarkedSpan[] {
  const own = spans.filter((span) => span.key === key);
  const first = own.find((span) => !span.weak) ?? own[0];
  return first ? own.filter((span) => span.group === first.group).sort((a, b) => a.entry - b.entry) : [];
}

function answered(key: FieldKey, truth: FieldValue, pieces: MarkedSpan[], text: string): RawValue {
  if (truth === null) return null;
  const printed = pieces.map((piece) => oneLine(text.slice(piece.start, piece.end)));
  switch (key) {
    case 'policy_type':
    case 'incident_type':
    case 'coverage_determination':
    case 'injuries_reported':
      return truth as RawValue;
    case 'third_parties':
      return Array.isArray(truth) && truth.length === 0 ? [] : printed;
    default:
      return printed.join(pieces[0]?.join ?? ' ');
  }
}

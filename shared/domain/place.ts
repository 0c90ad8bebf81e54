/** Where a value stands in a text, and which of several such places is meant. */
import type { DoubtReason, Grounding } from '../answers.ts';
import { type FieldKey, type FieldValue, fieldSpec } from '../claim-fields.ts';
import { valuesMatch } from './compare.ts';
import { type Label, labelAt } from './labels/labels.ts';
import { expectedValues, type Reading } from './reading.ts';
import { type Span, tokenF1, wordsOf } from './tokens.ts';

export interface Grounded {
  /** The value as code reads it from what is printed; `null` when it is printed nowhere. */
  value: FieldValue;
  grounding: Grounding;
  spans: Span[];
  /** A label of the field stands before the value. */
  labelled: boolean;
  /** Rank of that label among labels of its field. */
  rank: number;
  doubts: DoubtReason[];
}

export interface Place {
  spans: Span[];
  grounding: Grounding;
  value: FieldValue;
  doubts?: DoubtReason[];
}

export const NOWHERE: Grounded = {
  value: null,
  grounding: 'none',
  spans: [],
  labelled: false,
  rank: 0,
  doubts: [],
};

/** Of several places the one beside a label of the field; a value that only stands elsewhere is doubted. */
export function choose(key: FieldKey, places: readonly Place[], reading: Reading): Grounded {
  const ranked = places
    .filter(
      ({ spans }) => !isLabelItself(key, spans, reading) || emptyLabelAt(key, spans[0]?.start ?? 0, reading),
    )
    .map((place) => {
      const at = place.spans[0]?.start ?? 0;
      const label = labelAt(reading.labels, at) ?? emptyLabelAt(key, at, reading);
      const own = label?.keys.includes(key) ?? false;
      const foreign = label !== undefined && !own && label.keys.length > 0;
      const weight = (own ? 4 : 0) - (foreign ? 2 : 0) - (label?.party === 'outsider' ? 2 : 0);
      return {
        place,
        label,
        own,
        weight: weight - (place.grounding === 'partial' ? 3 : 0) + (label?.rank ?? 0) / 10,
      };
    })
    .sort((a, b) => b.weight - a.weight);
  const [best] = ranked;
  if (!best) return NOWHERE;
  const { place, own, label } = best;
  const rank = own ? (label?.rank ?? 0) : 0;
  return {
    value: place.value,
    grounding: place.grounding,
    spans: place.spans,
    labelled: own,
    rank,
    doubts: [
      ...new Set([
        ...(place.doubts ?? []),
        ...labelDoubts(key, place.value, own ? rank : null, reading),
        ...(label && own && isCutShort(key, place.spans, label, reading)
          ? (['label_disagrees'] as const)
          : []),
        ...(label && !own && isMisplaced(key, label) ? (['label_disagrees'] as const) : []),
      ]),
    ],
  };
}

/** The label of the field that would have no value if what stands at `at` were another label: "Property: Car VIN: 7". */
const emptyLabelAt = (key: FieldKey, at: number, { labels }: Reading): Label | undefined =>
  labels.find(({ keys, value }) => keys.includes(key) && value.start === at && value.end <= at);

// A word like "Auto" is a label in one form and in another what a line of business is called; "Re policy
// 4711:" holds the number that it announces.
const isLabelItself = (key: FieldKey, spans: readonly Span[], { labels }: Reading): boolean =>
  fieldSpec(key).kind !== 'identifier' &&
  spans.every((span) =>
    labels.some(
      (label) =>
        label.start <= span.start &&
        span.end <= label.end &&
        !(label.generic && label.keys.length > 0 && fieldSpec(key).kind === 'enum'),
    ),
  );

/** Whether the line behind a label goes on, or began before, the part of it that was read. */
function isCutShort(key: FieldKey, spans: readonly Span[], label: Label, reading: Reading): boolean {
  const { kind } = fieldSpec(key);
  const [first, last] = [spans[0], spans.at(-1)];
  if (!first || !last || spans.length > 1 || (kind !== 'name' && kind !== 'address')) return false;
  const before = reading.text.slice(label.value.start, first.start).split('\n').at(-1) ?? '';
  const [after = ''] = reading.text.slice(last.end, label.value.end).split('\n');
  return kind === 'name'
    ? /^[ .]+\p{Lu}\p{L}/u.test(after)
    : /^[\s,.]*[\p{L}\p{N}]/u.test(after) || /[\p{L}\p{N}]/u.test(before);
}

const tellsAStory = (key: FieldKey): boolean =>
  key === 'incident_description' || key === 'damage_description';

/** Whether a value stands only behind a label of another field of its kind, or of somebody else. */
function isMisplaced(key: FieldKey, label: Label): boolean {
  const { kind } = fieldSpec(key);
  if (kind === 'enum' || kind === 'names' || key === 'insured_item') return false;
  if (kind === 'text') return label.keys.length > 0 && !label.keys.some(tellsAStory);
  if (label.keys.length === 0) return label.party === 'other' || label.party === 'outsider';
  if (kind === 'address') return false;
  return label.keys.some((other) => fieldSpec(other).kind === kind || other === 'third_parties');
}

/** `label_disagrees` when a label of the field, as strong as the value's own, stands before something else. */
export function labelDoubts(
  key: FieldKey,
  value: FieldValue,
  ownRank: number | null,
  reading: Reading,
): DoubtReason[] {
  const { kind } = fieldSpec(key);
  const others = expectedValues(key, reading).filter((said) => !valuesMatch(key, said.value, value));
  const stronger = others.filter((said) => ownRank === null || said.label.rank > ownRank);
  // Of a text or an address the label may hold more than the value, and a part of it is no contradiction.
  const opposed =
    kind === 'text' || kind === 'address'
      ? stronger
          .filter(() => ownRank === null)
          .filter((said) => tokenF1(wordsOf(String(said.value)), wordsOf(String(value))) < 0.3)
      : stronger;
  return opposed.length > 0 ? ['label_disagrees'] : [];
}

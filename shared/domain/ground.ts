/** Finds where a value is printed. A value that is nowhere is not accepted: nothing is ever guessed. */
import { type FieldKey, type FieldValue, fieldSpec } from '../claim-fields.ts';
import { addressWords, withCountry, withWholeCountry } from './addresses.ts';
import { type Alignment, bestWindow, findSequence } from './align.ts';
import { findCutIdentifiers, findEmails, findIdentifiers, findPhones } from './contacts.ts';
import { scanDates } from './dates.ts';
import { groundBoolean, groundEnum, groundNobody } from './ground-statement.ts';
import { labelAt } from './labels/labels.ts';
import { scanMoney } from './money.ts';
import { nameWords } from './names.ts';
import { normaliseValue } from './normalise.ts';
import { choose, type Grounded, NOWHERE, type Place } from './place.ts';
import type { Reading } from './reading.ts';
import { scanTimes } from './times.ts';
import { oneLine, type Span, type Token, tokenF1, wordsOf } from './tokens.ts';
import { isDayOfWriting } from './told/days.ts';

/** F1 under which a window of text does not carry a value. */
const LEAST_F1 = 0.6;

/** One word is found somewhere in any text; with fewer than these only a label tells what it is. */
const LEAST_WORDS: Record<string, number> = { name: 2, address: 2, text: 2, incident_description: 4 };

/** Where `raw`, as a model wrote it for `key`, is printed in the text. Never throws. */
export function ground(key: FieldKey, raw: FieldValue, reading: Reading): Grounded {
  const { value } = normaliseValue(key, raw);
  if (value === null) return NOWHERE;
  if (Array.isArray(value))
    return value.length === 0 ? groundNobody(reading) : groundNames(key, value, reading);
  if (typeof value === 'boolean') return groundBoolean(value, reading);
  if (fieldSpec(key).kind === 'enum') return groundEnum(key, String(value), reading);
  const found = choose(key, places(key, value, raw, reading), reading);
  const words = wordsOf(String(value)).filter((word) => /\p{L}/u.test(word)).length;
  const short = words < (LEAST_WORDS[key] ?? LEAST_WORDS[fieldSpec(key).kind] ?? 0);
  return short && !found.labelled && found.value !== null ? { ...found, grounding: 'partial' } : found;
}

function places(key: FieldKey, value: string | number, raw: FieldValue, reading: Reading): Place[] {
  const { text } = reading;
  const written = (spans: Span[]): Place[] =>
    spans.map((span) => ({
      spans: [span],
      value,
      grounding: text.slice(span.start, span.end) === String(raw) ? 'exact' : 'normalised',
    }));
  switch (fieldSpec(key).kind) {
    case 'date':
      return datePlaces(key, String(value), raw, reading);
    case 'time':
      return timePlaces(String(value), reading, written);
    case 'money':
      return moneyPlaces(key, value, reading);
    case 'phone':
      return written(findPhones(text, String(value)));
    case 'email':
      return written(findEmails(text, String(value)));
    case 'identifier':
      return identifierPlaces(String(value), reading, written);
    case 'name':
      return namePlaces(String(value), reading);
    case 'address':
      return addressPlaces(withWholeCountry(String(value), text), reading);
    default:
      return textPlaces(key, String(value), reading);
  }
}

function datePlaces(key: FieldKey, value: string, raw: FieldValue, reading: Reading): Place[] {
  const { text, dayFirstAt: dayFirst } = reading;
  const dates = key === 'claimant_dob' ? scanDates(text, { dayFirst, birth: true }) : reading.dates;
  return dates
    .filter((date) => date.value === value || date.exchanged === value)
    .filter((date) => key === 'reported_date' || !isDayOfWriting(reading.text, date))
    .map((date) => ({
      spans: [{ start: date.start, end: date.end }],
      // The document's own order of day and month decides, not the model's.
      value: date.value,
      grounding: reading.text.slice(date.start, date.end) === raw ? 'exact' : 'normalised',
      doubts: date.unproven && reading.foreignAt(date.start) ? ['ambiguous_date'] : [],
    }));
}

function timePlaces(value: string, { text }: Reading, written: (spans: Span[]) => Place[]): Place[] {
  const times = scanTimes(text);
  const same = times.filter((time) => time.value === value);
  if (same.length > 0) return written(same);
  // A model that lost "PM" means the printed time, and the printed time is the value.
  return times
    .filter(
      (time) =>
        /m\.?$|in the|at night/i.test(text.slice(time.start, time.end)) &&
        isTwelveHoursOff(time.value, value),
    )
    .map((time) => ({
      spans: [{ start: time.start, end: time.end }],
      value: time.value,
      grounding: 'partial',
    }));
}

const isTwelveHoursOff = (a: string, b: string): boolean =>
  a.slice(2) === b.slice(2) && Math.abs(Number(a.slice(0, 2)) - Number(b.slice(0, 2))) === 12;

/** A number of which the model left out the last parts is the one that is printed, where only one begins so. */
function identifierPlaces(value: string, { text }: Reading, written: (spans: Span[]) => Place[]): Place[] {
  const whole = written(findIdentifiers(text, value));
  if (whole.length > 0) return whole;
  const longer = findCutIdentifiers(text, value);
  if (longer.some((other) => other.value !== longer[0]?.value)) return [];
  return longer.map(({ value: printed, ...span }) => ({
    ...{ spans: [span], value: printed, grounding: 'partial' },
  }));
}

function moneyPlaces(key: FieldKey, value: string | number, reading: Reading): Place[] {
  return scanMoney(reading.text)
    .filter((amount) => amount.value === value)
    .map((amount) => {
      const plain = !amount.currency && !/[.,]\d/.test(reading.text.slice(amount.start, amount.end));
      const labelled = labelAt(reading.labels, amount.start)?.keys.includes(key);
      return {
        spans: [{ start: amount.start, end: amount.end }],
        value,
        // A bare number is an amount only where a label makes it one.
        grounding: plain && !labelled ? 'partial' : 'normalised',
      };
    });
}

function namePlaces(name: string, reading: Reading): Place[] {
  const words = nameWords(name);
  const [last, rest] = [words.at(-1) ?? '', words.slice(0, -1)];
  const found = [
    ...findSequence(reading.tokens, words),
    ...(rest.length > 0 ? findSequence(reading.tokens, [last, ...rest]) : []),
    ...findSequence(reading.tokens, words, true),
  ];
  if (found.length > 0) return found.map((place) => toPlace(place, name, reading));
  // Every word of the name must be printed; only a middle name may be left out by the model.
  const window = words.length > 1 ? bestWindow(reading.tokens, words) : null;
  if (!window || window.covered < words.length || window.f1 < LEAST_F1) return [];
  const between = wordsOf(quoteOf(window.spans, reading)).length - words.length;
  return between <= 2 ? [{ spans: window.spans, value: name, grounding: 'partial' }] : [];
}

function addressPlaces(address: string, reading: Reading): Place[] {
  const words = addressWords(address);
  const sequences = [
    ...findSequence(reading.addressTokens, words),
    ...findSequence(reading.addressTokens, words, true),
  ];
  if (sequences.length > 0) return sequences.map((place) => wholeAddress(place, address, reading));
  const inParts = partsFrom(reading.addressTokens, address.split(/,\s*/).map(addressWords));
  if (inParts) return [{ spans: inParts, value: address, grounding: 'partial' }];
  const window = bestWindow(reading.addressTokens, words);
  if (!window || window.f1 < LEAST_F1) return [];
  // A house number or ZIP code that is not printed there makes it another address.
  const printed = new Set(addressWords(quoteOf(window.spans, reading)));
  if (words.some((word) => /\d/.test(word) && !printed.has(word))) return [];
  return [{ spans: window.spans, value: address, grounding: 'partial' }];
}

function wholeAddress(place: Alignment, address: string, reading: Reading): Place {
  const last = place.spans.at(-1);
  const end = last ? withCountry(reading.text, last.end) : 0;
  if (!last || end === last.end) return toPlace(place, address, reading);
  const country = reading.text.slice(last.end, end).replace(/^[\s,]+/, '');
  const spans = [...place.spans.slice(0, -1), { start: last.start, end }];
  return { spans, value: `${address}, ${country}`, grounding: 'normalised' };
}

function textPlaces(key: FieldKey, value: string, reading: Reading): Place[] {
  const words = wordsOf(value);
  const sequences = findSequence(reading.tokens, words);
  if (sequences.length === 0) sequences.push(...findSequence(reading.tokens, words, true));
  if (sequences.length > 0) return sequences.map((place) => toPlace(place, value, reading));
  const inParts = partPlace(key, value, reading);
  if (inParts) return [inParts];
  // Where the model strayed from the text, the document's own words are the value: all that its label
  // stands before, or else the stretch that is most like the answer.
  const behindLabel = reading.labels
    .filter((label) => label.keys.includes(key))
    .map((label) => ({ span: label.value, printed: reading.text.slice(label.value.start, label.value.end) }))
    .find(({ printed }) => tokenF1(wordsOf(printed), words) >= LEAST_F1);
  if (behindLabel) {
    return [{ spans: [behindLabel.span], value: oneLine(behindLabel.printed), grounding: 'partial' }];
  }
  const window = bestWindow(reading.tokens, words);
  if (!window || window.f1 < LEAST_F1) return [];
  const quoted = normaliseValue(key, quoteOf(window.spans, reading)).value;
  return quoted === null ? [] : [{ spans: window.spans, value: quoted, grounding: 'partial' }];
}

/** How far apart the parts of one value may stand: a table's row with what it costs. */
const BETWEEN_PARTS = 200;

/** A value whose parts stand one after the other with other cells between: a list of damage with amounts, "Year", "Make" and "Model". */
function partPlace(key: FieldKey, value: string, reading: Reading): Place | null {
  if (key === 'insured_item') {
    const words = wordsOf(value).map((word) => [word]);
    const spans = partsFrom(reading.tokens, words, (at, end) => goesOn(key, at, end, reading));
    return spans && { spans, value, grounding: 'normalised' };
  }
  if (key !== 'damage_description') return null;
  const parts = value.split(/[,;]\s/).map(wordsOf);
  const spans = partsFrom(reading.tokens, parts);
  // Single words stand in any story.
  const sure = parts.every((words) => words.length > 1);
  return spans && { spans, value, grounding: sure ? 'normalised' : 'partial' };
}

/** Where all parts stand in their order, each near the one before and, if asked, where `fits` allows it. */
function partsFrom(
  tokens: readonly Token[],
  parts: readonly string[][],
  fits: (at: number, end: number) => boolean = () => true,
): Span[] | null {
  const [head, ...rest] = parts;
  if (!head || rest.length === 0 || parts.some((words) => words.length === 0)) return null;
  for (const { spans: first } of findSequence(tokens, head)) {
    const spans = [...first];
    for (const words of rest) {
      const end = spans.at(-1)?.end ?? 0;
      const near = tokens.filter((token) => token.start >= end && token.start < end + BETWEEN_PARTS);
      const next = findSequence(near, words).find((place) => fits(place.spans[0]?.start ?? 0, end));
      if (!next) break;
      spans.push(...next.spans);
    }
    if (spans.length === parts.length) return spans;
  }
  return null;
}

/** Whether a place goes on directly after `end`, or stands behind a label of the field. */
const goesOn = (key: FieldKey, at: number, end: number, reading: Reading): boolean =>
  /^[\s-]*$/.test(reading.text.slice(end, at)) || labelAt(reading.labels, at)?.keys.includes(key) === true;

function toPlace(place: Alignment, value: string, reading: Reading): Place {
  const same = quoteOf(place.spans, reading) === value;
  return { spans: place.spans, value, grounding: same ? 'exact' : 'normalised' };
}

const quoteOf = (spans: readonly Span[], reading: Reading): string =>
  reading.text.slice(spans[0]?.start ?? 0, spans.at(-1)?.end ?? 0);

function groundNames(key: FieldKey, names: readonly string[], reading: Reading): Grounded {
  const found = names.map((name) => ({ name, place: choose(key, namePlaces(name, reading), reading) }));
  const kept = found.filter(({ place }) => place.grounding !== 'none' && !isOutsider(place.spans, reading));
  if (kept.length === 0) return NOWHERE;
  const groundings = kept.map(({ place }) => place.grounding);
  return {
    value: kept.map(({ name }) => name),
    grounding:
      (['partial', 'normalised', 'exact'] as const).find((kind) => groundings.includes(kind)) ?? 'partial',
    spans: kept.flatMap(({ place }) => place.spans),
    labelled: kept.every(({ place }) => place.labelled),
    rank: 0,
    doubts: kept.length < names.length ? ['not_in_text'] : [],
  };
}

const ROLE_BEFORE =
  /\b(?:witness(?:es)?(?: ?#?\d)?|agent|adjuster|officer|trooper|deputy|sergeant|detective|investigator|appraiser|estimator)(?: name)?[:\s,–-]*(?:(?:officer|sgt|det)\.?\s*)?$/i;
const ROLE_AFTER =
  /^[ \t,]*[(–-]?[ \t]*(?:an? )?(?:eye)?(?:witness|agent|adjuster|officer|claims (?:adjuster|representative)|investigator)\b/i;

/** Whether a name is printed as that of a witness, agent, adjuster or officer. */
function isOutsider(spans: readonly Span[], reading: Reading): boolean {
  const [first] = spans;
  const last = spans.at(-1);
  if (!first || !last) return false;
  const label = labelAt(reading.labels, first.start);
  if (label?.party === 'outsider') return true;
  return (
    ROLE_BEFORE.test(reading.text.slice(Math.max(0, first.start - 40), first.start)) ||
    ROLE_AFTER.test(reading.text.slice(last.end, last.end + 40))
  );
}

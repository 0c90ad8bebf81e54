/** What a model that copies is to answer for each chunk of a claim: what stands in that chunk, as it stands there. */
import {
  type CoverageFacts,
  FIELD_KEYS,
  type FieldKey,
  fieldSpec,
  type ModelAnswer,
  NO_COVERAGE_FACTS,
} from '../claim-fields.ts';
import { saysDisputed } from '../domain/coverage-facts.ts';
import { labelledValues, prepare } from '../domain/reading.ts';
import { injuryStatements, noOthersStatements } from '../domain/statements.ts';
import { statedValues } from '../domain/vocabulary.ts';
import { oneLine, PrintedText } from './printed-text.ts';

export type AnswerKey = FieldKey | keyof CoverageFacts;
export type FullAnswer = ModelAnswer & CoverageFacts;

export interface AnsweredClaim {
  answer: FullAnswer;
  reasoning: string;
  /** The text and where values stand in it; absent for documents. */
  source?: { text: string; spans: Partial<Record<FieldKey, [number, number][]>> };
}

export interface ChunkAnswers {
  /** One for each chunk. */
  answers: FullAnswer[];
  /** `''` where the claim has several chunks, or where it would quote what nobody can read. */
  reasoning: string;
  /** Values that are answered as they were misread. */
  misread: AnswerKey[];
  /** Values, or names of a list, that no chunk prints. */
  dropped: AnswerKey[];
}

/** A claim of a data set with what its answers are made from. */
export const answered = ({
  answer,
  reasoning,
  text,
  spans = {},
}: Pick<AnsweredClaim, 'answer' | 'reasoning'> & {
  text?: string | undefined;
  spans?: NonNullable<AnsweredClaim['source']>['spans'] | undefined;
}): AnsweredClaim => ({
  answer,
  reasoning,
  ...(text === undefined ? {} : { source: { text, spans } }),
});

export function answerChunks(claim: AnsweredClaim, chunks: readonly string[]): ChunkAnswers {
  return new ChunkAnswering(claim, chunks).all();
}

/** Characters before a value that tell its place from others with the same words. */
const PLACE_CHARACTERS = 30;
const NARRATIVE_CHARACTERS = 40;

class ChunkAnswering {
  readonly #claim: AnsweredClaim;
  readonly #chunks: readonly string[];
  readonly #printed: PrintedText[];
  readonly #strings: ReadonlySet<string>;
  readonly #misread = new Map<AnswerKey, [wanted: string, read: string][]>();
  readonly #dropped = new Map<AnswerKey, string[]>();

  constructor(claim: AnsweredClaim, chunks: readonly string[]) {
    this.#claim = claim;
    this.#chunks = chunks;
    this.#printed = chunks.map((chunk) => new PrintedText(chunk));
    this.#strings = new Set(
      Object.values(claim.answer)
        .flat()
        .filter((value) => typeof value === 'string')
        .map(oneLine),
    );
  }

  all(): ChunkAnswers {
    const { answer } = this.#claim;
    const columns = new Map<AnswerKey, readonly unknown[]>();
    for (const key of FIELD_KEYS) columns.set(key, this.#field(key));
    for (const [key, values] of Object.entries(this.#facts())) columns.set(key as AnswerKey, values);
    const answers = this.#chunks.map(
      (_, index) =>
        Object.fromEntries(
          [...FIELD_KEYS, ...FACT_KEYS].map((key) => [key, columns.get(key)?.[index] ?? null]),
        ) as unknown as FullAnswer,
    );
    if (this.#chunks.length > 0)
      for (const [key, values] of columns)
        if (isStated(answer[key]) && !values.some(isStated) && !this.#isWithheld(key)) this.#drop(key, '');
    return {
      answers,
      reasoning: this.#reasoning(),
      misread: [...this.#misread.keys()],
      dropped: [...this.#dropped.keys()],
    };
  }

  /** No chunk of several can draw the conclusion alone; code draws it from what they state. */
  #isWithheld(key: AnswerKey): boolean {
    return (
      key === 'coverage_determination' &&
      this.#chunks.length > 1 &&
      this.#claim.answer.adjuster_finding === null
    );
  }

  #drop(key: AnswerKey, value: string): void {
    this.#dropped.set(key, [...(this.#dropped.get(key) ?? []), value]);
  }

  #field(key: FieldKey): readonly unknown[] {
    const value = this.#claim.answer[key];
    if (value === null) return [];
    if (Array.isArray(value)) return value.length > 0 ? this.#list(key, key, value) : this.#where(key, value);
    if (typeof value === 'string' && fieldSpec(key).kind !== 'enum') return this.#string(key, key, value);
    return this.#isWithheld(key) ? [] : this.#where(key, value);
  }

  #facts(): Record<keyof CoverageFacts, readonly unknown[]> {
    const { exclusions, exclusion_scope, fault_disputed, adjuster_finding } = this.#claim.answer;
    const named = exclusions?.length
      ? this.#list('exclusions', 'incident_description', exclusions)
      : this.#only(exclusions);
    return {
      exclusions: named,
      exclusion_scope: named.map((names) => (names === null ? null : exclusion_scope)),
      fault_disputed:
        fault_disputed && this.#chunks.length > 1
          ? this.#chunks.map((chunk) => (saysDisputed(oneLine(chunk)) ? true : null))
          : this.#only(fault_disputed),
      adjuster_finding:
        adjuster_finding === null ? [] : this.#where('coverage_determination', adjuster_finding),
    };
  }

  /** A value without words of its own: the claim's only chunk has it, none of several. */
  #only(value: unknown): readonly unknown[] {
    return this.#chunks.map(() => (this.#chunks.length === 1 ? value : null));
  }

  /** The value where it is printed; where it is nowhere, what is printed in its place. */
  #string(key: AnswerKey, as: FieldKey, value: string): (string | null)[] {
    const words = oneLine(value);
    const there = this.#printed.map((text) => text.holdsValue(as, words));
    if (there.includes(true)) return there.map((holds) => (holds ? value : null));
    const others = new Set([...this.#strings].filter((other) => other !== words));
    const read = this.#printed.map((text) => text.reading(as, value, others));
    const misread = read.find((one) => one !== null);
    if (misread === undefined) this.#drop(key, value);
    else if (misread !== null) this.#misread.set(key, [...(this.#misread.get(key) ?? []), [value, misread]]);
    return read;
  }

  #list(key: AnswerKey, as: FieldKey, values: readonly string[]): (string[] | null)[] {
    const each = values.map((value) => this.#string(key, as, value));
    return this.#chunks.map((_, index) => {
      const here = each.flatMap((row) => row[index] ?? []);
      return here.length > 0 ? here : null;
    });
  }

  /** A value that is a conclusion from words: in the chunks that hold them. */
  #where(key: FieldKey, value: unknown): unknown[] {
    if (this.#chunks.length === 1) return [value];
    const ways = [
      () => this.#spansIn(key),
      () => this.#chunks.map((chunk) => labelledAs(key, value, chunk)),
      () => this.#chunks.map((chunk) => saidAs(key, value, chunk)),
      () => this.#narrativeIn(key),
    ];
    for (const way of ways) {
      const there = way();
      if (there.includes(true)) return there.map((holds) => (holds ? value : null));
    }
    return [];
  }

  /** Which chunks hold the marked place of a field together with what stands before it. */
  #spansIn(key: FieldKey): boolean[] {
    const { source } = this.#claim;
    const [first] = source?.spans[key] ?? [];
    if (!source || !first) return [];
    const [start, end] = first;
    const place = oneLine(source.text.slice(Math.max(0, start - PLACE_CHARACTERS), end));
    return this.#printed.map(({ text }) => text.includes(place));
  }

  #narrativeIn(key: FieldKey): boolean[] {
    if (key !== 'incident_type' && key !== 'injuries_reported') return [];
    const { incident_description, damage_description } = this.#claim.answer;
    const told = [incident_description, damage_description].filter((text) => typeof text === 'string');
    return this.#printed.map(({ text }) =>
      told.some((words) => text.includes(oneLine(words).slice(0, NARRATIVE_CHARACTERS))),
    );
  }

  /** The claim's line, quoting values as they were read. */
  #reasoning(): string {
    if (this.#chunks.length !== 1) return '';
    let line = this.#claim.reasoning;
    for (const [wanted, read] of [...this.#misread.values()].flat())
      line = line.replaceAll(wanted, () => read);
    const lost = [...this.#dropped.values()].flat().filter((value) => value !== '');
    return lost.some((value) => line.includes(value)) ? '' : line;
  }
}

const FACT_KEYS = Object.keys(NO_COVERAGE_FACTS) as (keyof CoverageFacts)[];
const isStated = (value: unknown): boolean => value !== null && value !== undefined;

const labelledAs = (key: FieldKey, value: unknown, chunk: string): boolean =>
  labelledValues(key, prepare(chunk)).some((found) => found.value === value);

function saidAs(key: FieldKey, value: unknown, chunk: string): boolean {
  if (key === 'injuries_reported') return injuryStatements(chunk).some(({ hurt }) => hurt === value);
  if (key === 'third_parties') return noOthersStatements(chunk).length > 0;
  // What kind of loss it was is told by the narrative, and its words stand elsewhere as well.
  if (key === 'incident_type') return false;
  return statedValues(key, chunk).some((stated) => stated.value === value);
}

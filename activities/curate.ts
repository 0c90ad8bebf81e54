/** From verified and imported claims to a frozen data set: standardised, whole, each once, balanced, split by claim, sealed. */
import { Context } from '@temporalio/activity';
import pLimit from 'p-limit';
import type { Chunk, ModelVersion } from '../shared/answers.ts';
import { FIELD_KEYS, type FieldKey, isFieldKey, modelAnswerSchema } from '../shared/claim-fields.ts';
import { balance, targeted } from '../shared/curation/balance.ts';
import { findDuplicates } from '../shared/curation/duplicates.ts';
import { PARTS, type Part, partOf } from '../shared/curation/split.ts';
import { type StandardisedLabels, standardiseLabels } from '../shared/curation/standardise.ts';
import type { Database } from '../shared/database/database.ts';
import { keepReading, listUnreadImports } from '../shared/database/imported-claims.ts';
import { type LabelledSource, listLabelled, newestLabel } from '../shared/database/labelled-claims.ts';
import {
  type CurationReport,
  type DataSetPart,
  type DataSetParts,
  insertDataSet,
  latestEvaluation,
} from '../shared/database/registry.ts';
import { answerChunks, type FullAnswer } from '../shared/extractors/chunk-answers.ts';
import { printedAnswer } from '../shared/extractors/printed-answer.ts';
import { failure } from '../shared/failures.ts';
import { loadModel, modelVersion } from '../shared/model.ts';
import type { CurateSettings } from '../shared/model-contracts.ts';
import { objectKeys } from '../shared/object-keys.ts';
import { getJson } from '../shared/objects/object-store.ts';
import { sha256 } from '../shared/packet.ts';
import { chunkActivities } from './chunk.ts';
import { readStoredPacket } from './evaluate.ts';
import { type ReadDependencies, readActivities } from './read.ts';
import { recogniseActivities } from './recognise.ts';

/** A claim that judges, as it lies in `judge…`: its pages are in the store. */
export interface FrozenClaim {
  id: string;
  expected: StandardisedLabels['labels'];
  uncertain: FieldKey[];
  readings: { document: string; pages: number[] }[];
}

export interface CuratedSet {
  dataSet: string;
  checksum: string;
  isNew: boolean;
  report: CurationReport;
}

const AT_ONCE = 4;
const HEARTBEAT_MS = 2_000;
/** Ids that a report shows of what was dropped. */
const SHOWN = 5;
const verbatim = modelAnswerSchema({ format: 'verbatim', reasons: false });

/** A claim with what the model would be shown of it. */
interface Candidate extends StandardisedLabels {
  id: string;
  source: LabelledSource;
  texts: string[];
  text: string;
  part: Part;
  corrected: FieldKey[];
}

type Dropped = Map<string, string[]>;

export function curateActivities(deps: { database: Database } & ReadDependencies) {
  const { database, objects } = deps;
  const { chunkPacket } = chunkActivities({ objects, models: loadModel });

  return {
    /** Reads the documents of imported claims that nobody has read; what is done stays done. Returns how many claims. */
    async readImports({ tenant }: { tenant: string }): Promise<{ read: number }> {
      const unread = await listUnreadImports(database, tenant);
      const activities = { ...readActivities(deps), ...recogniseActivities(deps) };
      const call = <I, O>(activity: (input: I) => Promise<O>, input: I): Promise<O> => activity(input);
      await alive(unread.length, (count) =>
        pLimit(AT_ONCE).map(unread, async ({ claimId, documents }) => {
          const run = await readStoredPacket({ tenant, documents, activities, call });
          const account = run.completeness();
          await keepReading(database, {
            ...{ tenant, claimId },
            reading: {
              documents: run
                .orderedReadings()
                .filter(({ pages }) => pages.length > 0)
                .map(({ document, pages }) => ({ document, pages: pages.map(({ page }) => page) })),
              unreadPages: account.unreadPages,
              rejectedDocuments: account.rejectedDocuments,
            },
          });
          count();
        }),
      );
      return { read: unread.length };
    },

    /**
     * Makes and freezes the data set; from the same claims with the same settings follows the same set,
     * byte for byte. Fails with `NothingToLearn` where too few claims are left, `InvalidInput` for a base
     * whose answers are not as printed.
     */
    async curateDataSet(settings: CurateSettings & { base: string; active: string }): Promise<CuratedSet> {
      const { tenant, base, active, ...rules } = settings;
      const { card } = loadModel(base);
      if (card.answerFormat !== 'verbatim')
        throw failure('InvalidInput', `${base} does not answer as printed; it cannot be trained on`);
      const labelsUntil = (await newestLabel(database, tenant)) ?? new Date(0);
      const sources = await listLabelled(database, tenant);
      const dropped: Dropped = new Map();
      const read = await alive(sources.length, (count) =>
        pLimit(AT_ONCE).map(sources, async (source) => {
          const candidate = await candidateOf(source, modelVersion(card), rules);
          count();
          return candidate;
        }),
      );
      const whole = read.filter((candidate) => isWhole(candidate, dropped));
      const once = withoutDuplicates(whole, rules.nearDuplicateAt, dropped);
      const of = (part: Part): Candidate[] => once.filter((candidate) => candidate.part === part);
      const { kept, reserve } = balance(of('train'), { share: rules.balanceShare });
      const fields = await worstFields(active, rules.targetedFields);
      const again = targeted({ kept, reserve }, { fields, atMost: rules.targetedAtMost });
      const put = new Set(again);
      note(
        dropped,
        'balanced_out',
        reserve.filter((claim) => !put.has(claim)),
      );
      const counts = { train: new Set([...kept, ...again]).size, validation: of('validation').length };
      const judging = of('evaluation').length;
      if (once.length < rules.claimsAtLeast || counts.train === 0 || counts.validation === 0 || judging === 0)
        throw failure(
          'NothingToLearn',
          `of ${sources.length} labelled claims ${once.length} are whole, complete and there once (${counts.train} to learn from, ${counts.validation} to validate, ${judging} to judge); ${rules.claimsAtLeast} with some of each are needed`,
        );

      const notPrinted = new Map<string, number>();
      const examples = {
        train: [...kept, ...again].flatMap((claim) => examplesOf(claim, notPrinted)),
        validation: of('validation').flatMap((claim) => examplesOf(claim, new Map())),
      };
      const parts: DataSetParts = {
        train: await freeze(tenant, examples.train),
        validation: await freeze(tenant, examples.validation),
        judgeValidation: await freeze(tenant, of('validation').map(frozen)),
        judgeEvaluation: await freeze(tenant, of('evaluation').map(frozen)),
      };
      const checksum = sha256([base, ...Object.values(parts).map((part) => part.sha256)].join('\n'));
      const report: CurationReport = {
        labelled: sources.length,
        bySource: countedBy(sources, ({ source }) => source),
        standardised: countedBy(
          once.flatMap(({ changed }) => changed),
          String,
        ),
        dropped: Object.fromEntries(
          [...dropped].map(([why, ids]) => [why, { claims: ids.length, examples: ids.slice(0, SHOWN) }]),
        ),
        claims: { ...counts, evaluation: judging },
        examples: { train: examples.train.length, validation: examples.validation.length },
        targeted: { fields, claims: again.length },
        byIncidentType: countedBy(kept, ({ labels }) => labels.incident_type ?? 'not_stated'),
        notPrinted: Object.fromEntries(notPrinted),
      };
      const dataSet = `data-${checksum.slice(0, 12)}`;
      const isNew = await database.transaction((within) =>
        insertDataSet(
          within,
          { name: dataSet, tenant, base, checksum, settings, report, parts, labelsUntil },
          [...new Set([...kept, ...again, ...of('validation'), ...of('evaluation')])].map(
            ({ id, source, part }) => ({
              ...{ tenant, claimId: id, part },
              source: source.source,
            }),
          ),
        ),
      );
      return { dataSet, checksum, isNew, report };
    },
  };

  async function candidateOf(
    source: LabelledSource,
    model: ModelVersion,
    rules: { trainShare: number; validationShare: number },
  ): Promise<Candidate> {
    const { tenant, claimId, documents } = source;
    const readings = documents.filter(({ pages }) => pages.length > 0);
    const { chunks } =
      readings.length === 0 ? { chunks: [] } : await chunkPacket({ tenant, model, readings });
    const texts: string[] = [];
    for (const { id } of chunks)
      texts.push((await getJson<Chunk>(objects, objectKeys.chunk(tenant, id))).text);
    return {
      ...standardiseLabels(source.labels),
      ...{ id: claimId, source, texts, text: texts.join('\n\n'), corrected: source.corrected },
      part: partOf({ tenant, claimId }, rules),
    };
  }

  /** The fields that the active version reads worst, as its latest evaluation says. */
  async function worstFields(active: string, count: number): Promise<FieldKey[]> {
    const latest = await latestEvaluation(database, active);
    const worst = (latest?.figures['worstFields'] ?? []) as { key: string }[];
    return worst
      .map(({ key }) => key)
      .filter(isFieldKey)
      .slice(0, count);
  }

  /** Sealed under its own hash: what is frozen is never written over. */
  async function freeze(tenant: string, lines: readonly object[]): Promise<DataSetPart> {
    const bytes = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const hash = sha256(bytes);
    const object = objectKeys.dataSetPart(tenant, hash);
    if (!(await objects.has(object))) await objects.put(object, bytes);
    return { object, sha256: hash, lines: lines.length };
  }
}

/** Runs what takes long while heartbeats say how far it is. */
async function alive<T>(of: number, work: (count: () => void) => Promise<T>): Promise<T> {
  const context = Context.current();
  let done = 0;
  const timer = setInterval(() => context.heartbeat({ done, of }), HEARTBEAT_MS);
  try {
    return await Promise.race([
      work(() => {
        done += 1;
        context.heartbeat({ done, of });
      }),
      context.cancelled,
    ]);
  } finally {
    clearInterval(timer);
  }
}

function note(dropped: Dropped, why: string, claims: readonly { id: string }[]): void {
  if (claims.length > 0) dropped.set(why, [...(dropped.get(why) ?? []), ...claims.map(({ id }) => id)]);
}

/** Whether the claim teaches what it states: all of it read, every label readable, nothing missing. */
function isWhole(candidate: Candidate, dropped: Dropped): boolean {
  const why =
    candidate.texts.length === 0
      ? 'nothing_read'
      : !candidate.source.whole
        ? 'read_in_part'
        : candidate.lost.length > 0
          ? 'label_unreadable'
          : !candidate.complete
            ? 'incomplete'
            : null;
  if (why !== null) note(dropped, why, [candidate]);
  return why === null;
}

/** Claims that judge come first: of two that are the same, the one that is learnt from goes. */
function withoutDuplicates(claims: readonly Candidate[], nearAt: number, dropped: Dropped): Candidate[] {
  const order: readonly Part[] = [...PARTS].reverse();
  const sorted = claims.toSorted((a, b) => order.indexOf(a.part) - order.indexOf(b.part));
  const duplicates = new Map(findDuplicates(sorted, { nearAt }).map((one) => [one.id, one]));
  const byId = new Map(sorted.map((claim) => [claim.id, claim]));
  for (const { id, of, kind } of duplicates.values()) {
    const crosses = byId.get(id)?.part !== byId.get(of)?.part;
    note(dropped, crosses ? `${kind}_across_parts` : kind, [{ id }]);
  }
  return claims.filter(({ id }) => !duplicates.has(id));
}

/** The claim's chunks, each with what it states, as the trainer reads them. */
function examplesOf(
  { id, source, text, texts, labels }: Candidate,
  notPrinted: Map<string, number>,
): object[] {
  const given = verbatim.safeParse(source.answer);
  const answer = (given.success ? given.data : printedAnswer(text, labels)) as FullAnswer;
  const { answers, dropped } = answerChunks({ answer, reasoning: '' }, texts);
  for (const key of dropped) notPrinted.set(key, (notPrinted.get(key) ?? 0) + 1);
  if (!given.success)
    for (const key of FIELD_KEYS)
      if (labels[key] !== null && answer[key] === null) notPrinted.set(key, (notPrinted.get(key) ?? 0) + 1);
  return texts.map((chunk, index) => ({
    ...{ id: `${id}#${index + 1}`, text: chunk, expected: labels, answer: answers[index], reasoning: '' },
  }));
}

const frozen = ({ id, labels, source }: Candidate): FrozenClaim => ({
  id,
  expected: labels,
  uncertain: source.uncertain,
  readings: source.documents.filter(({ pages }) => pages.length > 0),
});

function countedBy<T>(items: readonly T[], key: (item: T) => string): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(items, key)].map(([name, members]) => [name, members.length]));
}

/** Whether a candidate may take the place of the active version: two evaluations of the same claims, and a policy. Pure. */
import { CLAIM_FIELDS, FIELD_KEYS, type FieldKey } from '../claim-fields.ts';
import type { ClaimRow, EvaluationFile } from '../evaluation/report-schema.ts';
import {
  type PairedClaim,
  type PairedDifference,
  pairedBootstrap,
  shareDifference,
} from '../evaluation/statistics.ts';
import type { GatePolicy } from '../model-contracts.ts';

export type Criterion =
  | 'same_claims'
  | 'enough_claims'
  | 'better_overall'
  | 'stated_values'
  | 'no_field_worse'
  | 'format'
  | 'latency'
  | 'cost'
  | 'calibration';

export interface GateFinding {
  criterion: Criterion;
  passed: boolean;
  /** One sentence with the figures. */
  sentence: string;
  figures: Record<string, number | string | null>;
}

export interface GateResult {
  passed: boolean;
  findings: GateFinding[];
}

/** What the gate needs of an evaluation. */
export type Judged = Pick<
  EvaluationFile,
  | 'n'
  | 'fieldAccuracy'
  | 'nonNullFieldAccuracy'
  | 'formatCompliance'
  | 'answersAsked'
  | 'latencyMs'
  | 'costUsdPerClaim'
  | 'ece'
  | 'claims'
> & { run: Pick<EvaluationFile['run'], 'calibration'> };

/** Everything that is asked of the candidate, in order; it passes when all of it is met. Never throws. */
export function judgeCandidate(candidate: Judged, active: Judged, policy: GatePolicy): GateResult {
  const pairs = pairedRows(candidate.claims, active.claims);
  if (!pairs || pairs.length === 0) {
    const finding: GateFinding = {
      criterion: 'same_claims',
      passed: false,
      sentence: 'The two evaluations are not about the same claims.',
      figures: { candidate: candidate.claims.length, active: active.claims.length },
    };
    return { passed: false, findings: [finding] };
  }
  const findings = [
    enoughClaims(pairs, policy),
    betterOverall(pairs, policy),
    statedValues(pairs),
    noFieldWorse(pairs, policy),
    format(candidate, active, policy),
    atMost(
      'latency',
      'p95 latency',
      'ms',
      candidate.latencyMs.p95,
      active.latencyMs.p95,
      policy.latencyFactor,
    ),
    atMost(
      'cost',
      'cost of a claim',
      'USD',
      candidate.costUsdPerClaim,
      active.costUsdPerClaim,
      policy.costFactor,
    ),
    calibration(candidate, policy),
  ];
  return { passed: findings.every(({ passed }) => passed), findings };
}

type Pair = readonly [candidate: ClaimRow, active: ClaimRow];

function pairedRows(candidate: readonly ClaimRow[], active: readonly ClaimRow[]): Pair[] | null {
  const rows = new Map(active.map((row) => [row.id, row]));
  const pairs = candidate.map((row) => [row, rows.get(row.id)] as const);
  const same =
    candidate.length === active.length && pairs.every(([row, other]) => other?.stated === row.stated);
  return same ? (pairs as Pair[]) : null;
}

/** What the candidate has right more than the active version, claim by claim, over the fields that count. */
const differences = (
  pairs: readonly Pair[],
  counts: (row: ClaimRow, field: number) => boolean,
): PairedClaim[] =>
  pairs.map(([row, other]) => {
    let [difference, weight] = [0, 0];
    for (let field = 0; field < row.right.length; field++) {
      if (!counts(row, field)) continue;
      weight += 1;
      difference += Number(row.right[field]) - Number(other.right[field]);
    }
    return { difference, weight };
  });

const enoughClaims = (pairs: readonly Pair[], { claimsAtLeast }: GatePolicy): GateFinding => ({
  criterion: 'enough_claims',
  passed: pairs.length >= claimsAtLeast,
  sentence: `Judged on ${pairs.length} claims; ${claimsAtLeast} are needed.`,
  figures: { claims: pairs.length, needed: claimsAtLeast },
});

function betterOverall(pairs: readonly Pair[], { significance }: GatePolicy): GateFinding {
  const all = pairedBootstrap(differences(pairs, () => true));
  return {
    criterion: 'better_overall',
    passed: all.difference > 0 && all.p <= significance,
    sentence: `Field accuracy differs by ${described(all)}; a gain with p of ${significance} or less is needed.`,
    figures: figuresOf(all),
  };
}

/** A version that answers `null` more often must not look better for it. */
function statedValues(pairs: readonly Pair[]): GateFinding {
  const stated = pairedBootstrap(differences(pairs, (row, field) => row.stated[field] === '1'));
  return {
    criterion: 'stated_values',
    passed: stated.interval[1] >= 0,
    sentence: `Over stated values it differs by ${described(stated)}; it must not be worse beyond chance.`,
    figures: figuresOf(stated),
  };
}

function noFieldWorse(pairs: readonly Pair[], { fieldMargin }: GatePolicy): GateFinding {
  const fields = FIELD_KEYS.map((key, index) => {
    const claims = differences(pairs, (_row, field) => field === index);
    return { key, claims, difference: claims.reduce((sum, one) => sum + one.difference, 0) / claims.length };
  });
  const worse = fields.filter(
    ({ claims, difference }) => difference < -fieldMargin && pairedBootstrap(claims).interval[1] < 0,
  );
  const [worst] = fields.toSorted((a, b) => a.difference - b.difference);
  const named = worse.map(({ key, difference }) => `${title(key)} by ${points(difference)}`).join(', ');
  return {
    criterion: 'no_field_worse',
    passed: worse.length === 0,
    sentence:
      worse.length === 0
        ? `No field is worse by more than ${points(fieldMargin)} beyond chance; ${worst ? `${title(worst.key)} differs most, by ${points(worst.difference)}` : 'none differs'}.`
        : `Worse by more than ${points(fieldMargin)}: ${named}.`,
    figures: {
      fields: worse.map(({ key }) => key).join(' '),
      worst: worst?.key ?? null,
      difference: worst?.difference ?? null,
    },
  };
}

function format(candidate: Judged, active: Judged, { formatMargin }: GatePolicy): GateFinding {
  const [own, other] = [candidate.formatCompliance, active.formatCompliance];
  const { difference, interval } = shareDifference(complying(candidate), complying(active));
  const isWorse = difference < -formatMargin && interval[1] < 0;
  return {
    criterion: 'format',
    passed: own !== null && !isWorse,
    sentence: `Answers have the right form in ${percent(own)} of ${candidate.answersAsked} (active version ${percent(other)} of ${active.answersAsked}); more than ${points(formatMargin)} less, beyond chance, are refused.`,
    figures: { candidate: own, active: other, low: interval[0], high: interval[1] },
  };
}

const complying = ({ formatCompliance, answersAsked }: Judged): [number, number] => [
  (formatCompliance ?? 0) * answersAsked,
  answersAsked,
];

function atMost(
  criterion: 'latency' | 'cost',
  what: string,
  unit: string,
  own: number,
  other: number,
  factor: number,
): GateFinding {
  return {
    criterion,
    passed: own <= other * factor,
    sentence: `Its ${what} is ${Number(own.toPrecision(3))} ${unit} (active version ${Number(other.toPrecision(3))}, ${factor} times as much is allowed).`,
    figures: { candidate: own, active: other, factor },
  };
}

function calibration(candidate: Judged, { calibrationError, calibrated }: GatePolicy): GateFinding {
  const fitted = candidate.run.calibration !== 'uncalibrated';
  return {
    criterion: 'calibration',
    passed: candidate.ece <= calibrationError && (fitted || !calibrated),
    sentence: `Confidence is ${fitted ? 'fitted' : 'not fitted'} and off by ${percent(candidate.ece)} on average; ${percent(calibrationError)} is allowed.`,
    figures: { ece: candidate.ece, calibration: candidate.run.calibration },
  };
}

const figuresOf = ({ difference, interval, p }: PairedDifference) => ({
  difference,
  low: interval[0],
  high: interval[1],
  p,
});
const described = ({ difference, interval, p }: PairedDifference): string =>
  `${points(difference)} (${points(interval[0])} to ${points(interval[1])}, p ${p.toFixed(3)})`;
const points = (share: number): string => `${share < 0 ? '−' : ''}${Math.abs(100 * share).toFixed(1)} points`;
const percent = (share: number | null): string => (share === null ? 'none' : `${(100 * share).toFixed(1)} %`);
const title = (key: FieldKey): string => CLAIM_FIELDS[key].title;

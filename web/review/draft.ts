/** A reviewer's unsubmitted work on one version of a claim: decisions that can be taken back, and what is being typed. */
import type { FieldKey, FieldValue } from '../../shared/claim-fields.ts';

export type Decision = { decision: 'confirm' } | { decision: 'correct'; value: FieldValue };
export type Decisions = Partial<Record<FieldKey, Decision>>;

export interface Draft {
  decisions: Decisions;
  /** Text in an open editor, not yet a decision. */
  typing: { field: FieldKey; text: string } | null;
  note: string;
  reasonCode: string;
  past: Decisions[];
  future: Decisions[];
}

export const EMPTY_DRAFT: Draft = {
  decisions: {},
  typing: null,
  note: '',
  reasonCode: 'reviewed',
  past: [],
  future: [],
};

export type DraftAction =
  | { type: 'decide'; field: FieldKey; decision: Decision }
  | { type: 'withdraw'; field: FieldKey }
  | { type: 'type'; field: FieldKey; text: string }
  | { type: 'stop_typing' }
  | { type: 'note'; note: string }
  | { type: 'reason'; reasonCode: string }
  | { type: 'undo' }
  | { type: 'redo' };

/** Steps that can be taken back; more than anybody takes with 23 fields. */
const MOST_STEPS = 200;

export function reduceDraft(draft: Draft, action: DraftAction): Draft {
  switch (action.type) {
    case 'decide':
      return stepped(draft, { ...draft.decisions, [action.field]: action.decision });
    case 'withdraw': {
      if (!draft.decisions[action.field]) return draft;
      const { [action.field]: _withdrawn, ...decisions } = draft.decisions;
      return stepped(draft, decisions);
    }
    case 'type':
      return { ...draft, typing: { field: action.field, text: action.text } };
    case 'stop_typing':
      return { ...draft, typing: null };
    case 'note':
      return { ...draft, note: action.note };
    case 'reason':
      return { ...draft, reasonCode: action.reasonCode };
    case 'undo': {
      const before = draft.past.at(-1);
      if (!before) return draft;
      const future = [draft.decisions, ...draft.future];
      return { ...draft, decisions: before, past: draft.past.slice(0, -1), future };
    }
    case 'redo': {
      const [after, ...future] = draft.future;
      if (!after) return draft;
      return { ...draft, decisions: after, past: [...draft.past, draft.decisions], future };
    }
  }
}

function stepped(draft: Draft, decisions: Decisions): Draft {
  const past = [...draft.past, draft.decisions].slice(-MOST_STEPS);
  return { ...draft, decisions, typing: null, past, future: [] };
}

/** What a new version of the claim leaves of the work on the old one. */
export interface CarriedOver {
  draft: Draft;
  kept: FieldKey[];
  /** Decided before, but the claim now reads another value there. */
  again: FieldKey[];
}

/** Decisions stay where the claim still reads the same value; the others are to be made again. */
export function carryOver(
  draft: Draft,
  before: Partial<Record<FieldKey, { value: FieldValue }>>,
  now: Partial<Record<FieldKey, { value: FieldValue }>>,
): CarriedOver {
  const decided = Object.keys(draft.decisions) as FieldKey[];
  const same = (key: FieldKey): boolean =>
    JSON.stringify(before[key]?.value) === JSON.stringify(now[key]?.value);
  const kept = decided.filter(same);
  const decisions = Object.fromEntries(kept.map((key) => [key, draft.decisions[key]])) as Decisions;
  return {
    draft: { ...draft, decisions, past: [], future: [] },
    kept,
    again: decided.filter((key) => !kept.includes(key)),
  };
}

/**
 * A reviewer's work on one claim: the version that it is on, the draft, and the calls that hold, release and
 * submit it. Nothing of the draft goes before the server has accepted it.
 */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useReducer, useRef, useState } from 'react';
import type { FieldKey } from '../../shared/claim-fields.ts';
import { ApiProblem, call } from '../api/client.ts';
import { type Me, type Review, reviewQuery } from '../api/queries.ts';
import { carryOver, type Draft, type DraftAction, reduceDraft } from './draft.ts';
import { type DraftKey, dropDraft, loadDraft, saveDraft } from './draft-store.ts';
import { WorkMeter } from './work-meter.ts';

/** What a new version left of the work on the old one. */
export interface Carried {
  from: number;
  kept: FieldKey[];
  again: FieldKey[];
}

interface Work {
  review: Review;
  draft: Draft;
  carried: Carried | null;
}

type WorkAction = DraftAction | { type: 'read'; review: Review } | { type: 'seen' };

export interface ReviewWork extends Work {
  dispatch: (action: WorkAction) => void;
  hold: () => void;
  release: () => Promise<boolean>;
  submit: (decision: 'approve' | 'reject', reasonCode: string) => Promise<boolean>;
  busy: boolean;
  /** The last refusal, of whatever was tried. */
  error: Error | null;
  /** The tab's storage takes nothing: a reload would lose the work. */
  unsaved: boolean;
}

function reduceWork(work: Work, action: WorkAction): Work {
  if (action.type === 'seen') return { ...work, carried: null };
  if (action.type !== 'read') {
    const draft = reduceDraft(work.draft, action);
    return draft === work.draft ? work : { ...work, draft };
  }
  const { review } = action;
  if (review.state.version === work.review.state.version) return { ...work, review };
  const { draft, kept, again } = carryOver(work.draft, work.review.fields, review.fields);
  return { review, draft, carried: { from: work.review.state.version, kept, again } };
}

const keyOf = (me: Me, review: Review): DraftKey => ({
  tenant: me.tenant,
  subject: me.subject,
  claimId: review.state.id,
  version: review.state.version,
});

/** `read` is the newest answer of the server. */
export function useReviewWork(read: Review, me: Me): ReviewWork {
  const client = useQueryClient();
  const { id } = read.state;
  const [work, dispatch] = useReducer(reduceWork, read, (review) => ({
    review,
    draft: loadDraft(sessionStorage, keyOf(me, review)),
    carried: null,
  }));
  const { review, draft } = work;
  const [unsaved, setUnsaved] = useState(false);
  const [meter] = useState(() => new WorkMeter(id));
  const submitted = useRef(false);

  useEffect(() => dispatch({ type: 'read', review: read }), [read]);

  const { version } = review.state;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key of this person and version
  useEffect(() => {
    if (submitted.current) return;
    const key = keyOf(me, review);
    setUnsaved(!saveDraft(sessionStorage, key, draft));
    if (work.carried) dropDraft(sessionStorage, { ...key, version: work.carried.from });
  }, [draft, version]);

  const started = Object.keys(draft.decisions).length > 0 || draft.typing !== null || draft.note !== '';
  useEffect(() => {
    if (!started) return;
    const warn = (event: BeforeUnloadEvent): void => {
      if (!submitted.current) event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [started]);

  const mine = review.state.holder === me.subject && review.state.status === 'in_review';
  useEffect(() => (mine ? meter.start() : undefined), [mine, meter]);

  const reread = useCallback(
    () => client.invalidateQueries({ queryKey: reviewQuery(id).queryKey }),
    [client, id],
  );
  const opened = useRef<number | null>(null);
  useEffect(() => {
    if (!mine || opened.current === version) return;
    const again = opened.current !== null;
    opened.current = version;
    // After a reload the work goes on under the session that it began with.
    if (meter.session !== null && !again) return;
    call('openReview', { params: { id }, body: { version } }).then(
      ({ session }) => {
        meter.session = session;
      },
      // Only the measuring depends on it; what else the refusal means, the submission says as well.
      (error: unknown) => (error instanceof ApiProblem ? void reread() : undefined),
    );
  }, [mine, version, id, meter, reread]);

  const adopt = (state: Review['state']): void => {
    client.setQueryData(reviewQuery(id).queryKey, (known) => known && { ...known, state });
  };
  /** Another version, another holder, or decided: what the page shows is old. */
  const onError = (error: Error): void => {
    if (error instanceof ApiProblem && error.status === 409) void reread();
  };

  const hold = useMutation({
    mutationFn: () => call('holdReview', { params: { id } }),
    onSuccess: adopt,
    onError,
  });
  const release = useMutation({
    mutationFn: () => call('releaseReview', { params: { id } }),
    onSuccess: adopt,
    onError,
  });
  const submit = useMutation({
    mutationFn: ({ decision, reasonCode }: { decision: 'approve' | 'reject'; reasonCode: string }) => {
      const measured = meter.result();
      return call('submitReview', {
        params: { id },
        body: {
          ...{ version, decision, reasonCode, note: draft.note, fields: draft.decisions },
          ...(measured ? { work: measured } : {}),
        },
      });
    },
    onSuccess() {
      submitted.current = true;
      dropDraft(sessionStorage, keyOf(me, review));
      meter.forget();
      client.removeQueries({ queryKey: ['queue'] });
      void client.invalidateQueries({ queryKey: ['claims'] });
    },
    onError,
  });

  const done = (attempt: Promise<unknown>): Promise<boolean> =>
    attempt.then(
      () => true,
      () => false,
    );
  return {
    ...work,
    ...{ dispatch, unsaved },
    hold: () => hold.mutate(),
    release: () => done(release.mutateAsync()),
    submit: (decision, reasonCode) => {
      if (submit.isPending || submitted.current) return Promise.resolve(false);
      return done(submit.mutateAsync({ decision, reasonCode }));
    },
    busy: hold.isPending || release.isPending || submit.isPending,
    error: submit.error ?? hold.error ?? release.error,
  };
}

/** A packet past its budget: a person says whether it is read on. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { call } from '../api/client.ts';
import type { Review } from '../api/queries.ts';
import { PageHead } from '../parts/page-head.tsx';
import { ErrorNotice } from '../parts/states.tsx';
import { useMe } from '../shell/me.ts';
import { isReviewer, timelinePath } from '../shell/places.ts';
import { counted } from '../words/words.ts';

export function BudgetPage({ review }: { review: Review }) {
  const { id } = review.state;
  const client = useQueryClient();
  const me = useMe();
  const decide = useMutation({
    mutationFn: (decision: 'approve' | 'reject') =>
      call('decideBudget', { params: { id }, body: { decision } }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['review', id] }),
  });
  const pages = review.documents.reduce((sum, document) => sum + document.pages.length, 0);
  return (
    <div className="page">
      <PageHead
        title={id}
        about={`The packet is larger than what may be spent on one claim: ${counted(review.documents.length, 'document')}, ${counted(pages, 'page')}.`}
        end={
          <Link className="button" href={timelinePath(id)}>
            Timeline
          </Link>
        }
      />
      <div className="card">
        <div className="card-body budget">
          <p>
            Reading on costs more time of the model server. Where it is not read on, the claim comes to review
            with what was read so far.
          </p>
          {decide.error && <ErrorNotice error={decide.error} />}
          {decide.isSuccess ? (
            <p role="status">Noted. The claim goes on; it comes to the queue when it needs a person again.</p>
          ) : (
            isReviewer(me) && (
              <p className="budget-end">
                <button
                  type="button"
                  className="button primary"
                  disabled={decide.isPending}
                  onClick={() => decide.mutate('approve')}
                >
                  Read on
                </button>
                <button
                  type="button"
                  className="button"
                  disabled={decide.isPending}
                  onClick={() => decide.mutate('reject')}
                >
                  Do not read on
                </button>
              </p>
            )
          )}
        </div>
      </div>
    </div>
  );
}

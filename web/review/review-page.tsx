/** A review, or why there is none. */
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'wouter';
import { ApiProblem } from '../api/client.ts';
import { type Review, reviewQuery } from '../api/queries.ts';
import { PageHead, useTitle } from '../parts/page-head.tsx';
import { ErrorNotice, Loaded, Notice } from '../parts/states.tsx';
import { timelinePath } from '../shell/places.ts';
import { STATUS_WORDS } from '../words/words.ts';
import { BudgetPage } from './budget-page.tsx';
import { Desk } from './desk.tsx';

export default function ReviewPage() {
  const { id = '' } = useParams<{ id: string }>();
  useTitle(`Review of ${id}`);
  const query = useQuery(reviewQuery(id));
  const { error } = query;
  // Work on a review goes on while the server is away; once it is decided there is nothing to work on.
  if (error instanceof ApiProblem && error.code === 'review_not_open') return <NotOpen id={id} />;
  if (error instanceof ApiProblem && query.data === undefined)
    return (
      <div className="page">
        <PageHead title={id} />
        <ErrorNotice error={error} actions={<BackToQueue />} onRetry={() => void query.refetch()} />
      </div>
    );
  return (
    <Loaded query={query} what="Opening the review">
      {(review: Review) => {
        const { status } = review.state;
        if (status === 'awaiting_budget') return <BudgetPage review={review} />;
        if (status !== 'in_review') return <NotOpen id={id} word={STATUS_WORDS[status].word} />;
        return <Desk key={id} read={review} onReload={() => void query.refetch()} />;
      }}
    </Loaded>
  );
}

const BackToQueue = () => (
  <Link className="button" href="/queue">
    Back to the queue
  </Link>
);

function NotOpen({ id, word }: { id: string; word?: string }) {
  return (
    <div className="page">
      <PageHead title={id} />
      <Notice
        tone="accent"
        role="status"
        title="This claim is not waiting for a review"
        actions={
          <>
            <Link className="button" href={timelinePath(id)}>
              See its timeline
            </Link>
            <BackToQueue />
          </>
        }
      >
        <p>
          {word ? `It is ${word}.` : 'It was decided or stopped.'} The timeline says what happened, and who
          decided.
        </p>
      </Notice>
    </div>
  );
}

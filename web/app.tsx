/** Which page stands at which address. */
import { useQuery } from '@tanstack/react-query';
import { Suspense, useEffect } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { ApiProblem } from './api/client.ts';
import { type Me, meQuery } from './api/queries.ts';
import { PageHead } from './parts/page-head.tsx';
import { ErrorNotice, Loading } from './parts/states.tsx';
import { dropDraftsOfOthers } from './review/draft-store.ts';
import { ErrorBoundary } from './shell/error-boundary.tsx';
import { MeContext } from './shell/me.ts';
import { Page, pageOf } from './shell/page-of.tsx';
import { firstPlace, isReviewer } from './shell/places.ts';
import { Shell } from './shell/shell.tsx';
import { SignIn } from './shell/sign-in.tsx';

const reviewPage = pageOf(() => import('./review/review-page.tsx'));

// An address with an id ends in a word: an id may hold a dot, and a last part with a dot is a file's.
const PAGES = [
  ['/queue', pageOf(() => import('./queue/queue-page.tsx'))],
  ['/claims', pageOf(() => import('./claims/claims-page.tsx'))],
  ['/claims/:id/timeline', pageOf(() => import('./claims/timeline-page.tsx'))],
  ['/claims/:id/review', reviewPage],
  ['/audits', pageOf(() => import('./audits/audits-page.tsx'))],
  ['/audits/:id/reading', pageOf(() => import('./audits/reading-page.tsx'))],
  ['/disagreements', pageOf(() => import('./disagreements/disagreements-page.tsx'))],
  ['/disagreements/:id/decision', pageOf(() => import('./disagreements/decision-page.tsx'))],
  ['/dashboard', pageOf(() => import('./dashboard/dashboard-page.tsx'))],
  ['/models', pageOf(() => import('./models/models-page.tsx'))],
  ['/models/:name/card', pageOf(() => import('./models/model-page.tsx'))],
] as const;

export function App() {
  const me = useQuery(meQuery);
  if (me.data) return <SignedIn me={me.data} />;
  if (!me.error) return <Loading />;
  if (me.error instanceof ApiProblem && me.error.status === 401)
    return <SignIn ended={me.error.code === 'sign_in_expired'} />;
  return (
    <main className="page">
      <ErrorNotice error={me.error} onRetry={() => void me.refetch()} />
    </main>
  );
}

function SignedIn({ me }: { me: Me }) {
  useEffect(() => dropDraftsOfOthers(sessionStorage, me), [me]);
  // Whoever looks at the queue opens a review next.
  useEffect(() => {
    if (isReviewer(me)) reviewPage.fetch();
  }, [me]);
  return (
    <MeContext value={me}>
      <Shell me={me}>
        <ErrorBoundary>
          <Suspense fallback={<Loading />}>
            <Switch>
              <Route path="/">
                <Redirect to={firstPlace(me)} replace />
              </Route>
              {PAGES.map(([path, source]) => (
                <Route key={path} path={path}>
                  <Page key={path} source={source} />
                </Route>
              ))}
              <Route>
                <Nowhere />
              </Route>
            </Switch>
          </Suspense>
        </ErrorBoundary>
      </Shell>
    </MeContext>
  );
}

function Nowhere() {
  return (
    <div className="page">
      <PageHead title="There is no page at this address" about="Choose one above." />
    </div>
  );
}

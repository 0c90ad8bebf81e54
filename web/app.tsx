/** Which page stands at which address. */
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { ApiProblem } from './api/client.ts';
import { type Me, meQuery } from './api/queries.ts';
import { Empty, ErrorNotice, Loading } from './parts/states.tsx';
import { dropDraftsOfOthers } from './review/draft-store.ts';
import { ErrorBoundary } from './shell/error-boundary.tsx';
import { MeContext } from './shell/me.ts';
import { firstPlace } from './shell/places.ts';
import { Shell } from './shell/shell.tsx';
import { SignIn } from './shell/sign-in.tsx';

// An address with an id ends in a word: an id may hold a dot, and a last part with a dot is a file's.
const PAGES = [
  ['/queue', lazy(() => import('./queue/queue-page.tsx'))],
  ['/claims', lazy(() => import('./claims/claims-page.tsx'))],
  ['/claims/:id/timeline', lazy(() => import('./claims/timeline-page.tsx'))],
  ['/claims/:id/review', lazy(() => import('./review/review-page.tsx'))],
  ['/audits', lazy(() => import('./audits/audits-page.tsx'))],
  ['/audits/:id/reading', lazy(() => import('./audits/reading-page.tsx'))],
  ['/disagreements', lazy(() => import('./disagreements/disagreements-page.tsx'))],
  ['/disagreements/:id/decision', lazy(() => import('./disagreements/decision-page.tsx'))],
  ['/dashboard', lazy(() => import('./dashboard/dashboard-page.tsx'))],
  ['/models', lazy(() => import('./models/models-page.tsx'))],
  ['/models/:name/card', lazy(() => import('./models/model-page.tsx'))],
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
  return (
    <MeContext value={me}>
      <Shell me={me}>
        <ErrorBoundary>
          <Suspense fallback={<Loading />}>
            <Switch>
              <Route path="/">
                <Redirect to={firstPlace(me)} replace />
              </Route>
              {PAGES.map(([path, Page]) => (
                <Route key={path} path={path}>
                  <Page />
                </Route>
              ))}
              <Route>
                <Empty title="There is no page at this address">Choose one above.</Empty>
              </Route>
            </Switch>
          </Suspense>
        </ErrorBoundary>
      </Shell>
    </MeContext>
  );
}

/** What waits for a person, the most pressing first. */
import './queue.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { queueQuery, type ReviewLine } from '../api/queries.ts';
import { KeyHelp } from '../keys/key-help.tsx';
import type { ShortcutGroup } from '../keys/shortcuts.ts';
import { More } from '../parts/more.tsx';
import { PageHead } from '../parts/page-head.tsx';
import { Empty, Loaded, Notice } from '../parts/states.tsx';
import { useMe } from '../shell/me.ts';
import { isReviewer, reviewPath } from '../shell/places.ts';
import { counted } from '../words/words.ts';
import { type OpenedFromQueue, QueueTable } from './queue-table.tsx';
import { isSubmitted, type Submitted, submittedWords } from './submitted.ts';

type View = 'all' | 'reviewers' | 'senior_reviewers' | 'mine';

const VIEWS: { view: View; title: string }[] = [
  { view: 'all', title: 'All' },
  { view: 'reviewers', title: 'Reviewers' },
  { view: 'senior_reviewers', title: 'Seniors' },
  { view: 'mine', title: 'Held by me' },
];

export default function QueuePage() {
  const me = useMe();
  const senior = !isReviewer(me) || me.roles.includes('senior_reviewer');
  const [view, setView] = useState<View>(senior ? 'all' : 'reviewers');
  const query = useInfiniteQuery(
    queueQuery({
      ...(view === 'mine' ? { heldBy: me.subject } : {}),
      ...(view === 'reviewers' || view === 'senior_reviewers' ? { queue: view } : {}),
    }),
  );
  const submitted = useHistoryState<{ submitted?: Submitted } | null>()?.submitted;
  const listed = query.data?.pages.flatMap(({ reviews }) => reviews) ?? [];
  const lines = listed.filter((line) => !isSubmitted(line, submitted));
  const next = isReviewer(me) ? lines.find((line) => mayTake(line, me)) : undefined;
  const list = useRef<HTMLTableSectionElement>(null);

  // The first claim has the focus, so that Enter opens it.
  const first = lines[0]?.id;
  useEffect(() => {
    if (first === undefined) return;
    const { activeElement } = document;
    if (activeElement === document.body || activeElement?.id === 'content') linksOf(list.current)[0]?.focus();
  }, [first]);

  const keys: ShortcutGroup[] = [
    {
      title: 'Queue',
      shortcuts: [
        { keys: ['j', 'ArrowDown'], what: 'Next claim', run: () => moveFocus(list.current, 1) },
        { keys: ['k', 'ArrowUp'], what: 'Claim before', run: () => moveFocus(list.current, -1) },
        { keys: ['Enter'], what: 'Open the claim', run: () => linksOf(list.current)[0]?.click() },
      ],
    },
  ];

  return (
    <div className="page">
      <PageHead
        title="Queue"
        about="Ordered by the hour of the deadline, then by urgency, then by how many errors are expected."
        end={
          <>
            <KeyHelp groups={keys} />
            <fieldset className="choices">
              <legend className="unseen">Which reviews</legend>
              {VIEWS.filter(({ view: each }) => senior || each === 'reviewers' || each === 'mine').map(
                ({ view: each, title }) => (
                  <button key={each} type="button" aria-pressed={each === view} onClick={() => setView(each)}>
                    {title}
                  </button>
                ),
              )}
            </fieldset>
            {next && (
              <Link className="button primary" href={reviewPath(next.id)} state={FROM_QUEUE}>
                Take the next
              </Link>
            )}
          </>
        }
      />
      {submitted && (
        <div className="queue-submitted">
          <Notice tone="good" role="status" title={submittedWords(submitted)}>
            It is on record now and can no longer be undone.
          </Notice>
        </div>
      )}
      <Loaded query={query} what="Loading the queue">
        {() =>
          lines.length === 0 ? (
            <div className="card">
              <Empty title={view === 'mine' ? 'You hold no claim' : 'Nothing waits for a person'}>
                Claims with doubtful fields appear here by themselves.
              </Empty>
            </div>
          ) : (
            <>
              <QueueTable lines={lines} me={me} list={list} />
              <p className="queue-count quiet small">
                {counted(lines.length, 'review')} shown{query.hasNextPage ? ', there are more' : ''}
              </p>
            </>
          )
        }
      </Loaded>
      <More query={query} />
    </div>
  );
}

const FROM_QUEUE: OpenedFromQueue = { hold: true };

const mayTake = (line: ReviewLine, me: { subject: string; roles: string[] }): boolean =>
  (line.heldBy === null || line.heldBy === me.subject) &&
  (line.queue !== 'senior_reviewers' || me.roles.includes('senior_reviewer'));

const linksOf = (list: HTMLElement | null): HTMLAnchorElement[] => [
  ...(list?.querySelectorAll<HTMLAnchorElement>('a[data-claim]') ?? []),
];

function moveFocus(list: HTMLElement | null, by: number): void {
  const links = linksOf(list);
  const at = links.indexOf(document.activeElement as HTMLAnchorElement);
  const to = at < 0 ? 0 : Math.min(links.length - 1, Math.max(0, at + by));
  links[to]?.focus();
}

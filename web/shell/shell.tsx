/** What stands around every page: where one can go, who one is, whether the server answers. */
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { call } from '../api/client.ts';
import type { Me } from '../api/queries.ts';
import { BrandMark } from './brand.tsx';
import { ConnectionBanner } from './connection-banner.tsx';
import { placesOf } from './places.ts';
import { ThemeButton } from './theme-button.tsx';

export function Shell({ me, children }: { me: Me; children: ReactNode }) {
  const [path] = useLocation();
  const client = useQueryClient();
  const main = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: at each new address
  useEffect(() => {
    scrollTo(0, 0);
    // What had the focus is gone with its page, unless the new one has taken it already.
    if (document.activeElement === document.body) main.current?.focus();
  }, [path]);
  const signOut = async (): Promise<void> => {
    await call('signOut').catch(() => undefined);
    client.clear();
    location.assign('/');
  };
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        Skip to the content
      </a>
      <header className="shell-header">
        <Link href="/" className="shell-brand">
          <BrandMark />
          Claim reader
        </Link>
        <nav className="shell-nav" aria-label="Pages">
          {placesOf(me).map((place) => (
            <Link
              key={place.path}
              href={place.path}
              aria-current={placeOfPath(path) === place.path ? 'page' : undefined}
            >
              {place.title}
            </Link>
          ))}
        </nav>
        <div className="shell-end">
          {me.temporalUi && (
            <a className="button bare" href={me.temporalUi} target="_blank" rel="noreferrer">
              Temporal UI<span aria-hidden="true">↗</span>
              <span className="unseen">, opens in a new tab</span>
            </a>
          )}
          <ThemeButton />
          <div className="shell-person">
            <span>{me.name}</span>
            <span className="quiet small">{me.tenant}</span>
          </div>
          <button type="button" className="button bare" onClick={() => void signOut()}>
            Sign out
          </button>
        </div>
      </header>
      <ConnectionBanner subject={me.subject} />
      <main ref={main} id="content" className="shell-main" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}

/** A review belongs to the queue, though its address is a claim's. */
function placeOfPath(path: string): string {
  if (path.endsWith('/review')) return '/queue';
  return `/${path.split('/')[1] ?? ''}`;
}

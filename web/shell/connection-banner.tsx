/** Says that the server is away or knows nobody any more, and finds out when that is over. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call } from '../api/client.ts';
import { useConnection } from '../api/connection.ts';
import { signInPath } from './places.ts';

const ASK_AGAIN_MS = 5_000;

export function ConnectionBanner({ subject }: { subject: string }) {
  const connection = useConnection();
  const client = useQueryClient();

  useEffect(() => {
    if (connection === 'fine') return;
    const ask = async (): Promise<void> => {
      const me = await call('showMe').catch(() => null);
      if (!me) return;
      // Somebody else signed in meanwhile: nothing of this page is theirs.
      if (me.subject !== subject) location.reload();
      else void client.invalidateQueries({ predicate: (query) => query.state.status === 'error' });
    };
    const again = (): void => void ask();
    const timer = setInterval(again, ASK_AGAIN_MS);
    addEventListener('focus', again);
    return () => {
      clearInterval(timer);
      removeEventListener('focus', again);
    };
  }, [connection, subject, client]);

  if (connection === 'fine') return <div role="status" />;
  return (
    <div className="shell-banner" role="status">
      {connection === 'offline' ? (
        <span>
          <strong>The server cannot be reached.</strong> Work on: what you decide and type is kept in this tab
          and can be submitted when the connection is back.
        </span>
      ) : (
        <>
          <span>
            <strong>Your sign-in has expired.</strong> What you decided and typed is kept in this tab. Sign in
            again in a new tab, then come back and go on.
          </span>
          <a className="button" href={signInPath()} target="_blank" rel="noreferrer">
            Sign in again
          </a>
        </>
      )}
    </div>
  );
}

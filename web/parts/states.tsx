/** What a page shows while nothing is there: loading, empty, refused. */
import type { ReactNode } from 'react';
import { ApiProblem } from '../api/client.ts';
import { adviceOn } from './advice.ts';

export function Loading({ what = 'Loading' }: { what?: string }) {
  return (
    <p className="state" role="status">
      <span className="spinner" aria-hidden="true" />
      {what}…
    </p>
  );
}

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="state">
      <strong>{title}</strong>
      {children}
    </div>
  );
}

export interface NoticeProps {
  tone?: 'plain' | 'good' | 'doubt' | 'bad' | 'accent';
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** `alert` interrupts a screen reader, `status` waits for it. */
  role?: 'alert' | 'status';
}

export function Notice({ tone = 'plain', title, children, actions, role }: NoticeProps) {
  return (
    <div className={`notice ${tone}`} role={role}>
      <div>
        <strong>{title}</strong>
        {children}
      </div>
      {actions && <div className="actions">{actions}</div>}
    </div>
  );
}

/** A refusal: what happened, what to do about it, and the id under which the server's log has it. */
export function ErrorNotice({
  error,
  onRetry,
  actions,
}: {
  error: Error;
  onRetry?: (() => void) | undefined;
  actions?: ReactNode;
}) {
  const requestId = error instanceof ApiProblem ? error.requestId : null;
  const advice = adviceOn(error);
  return (
    <Notice
      tone="bad"
      role="alert"
      title={error.message}
      actions={
        <>
          {actions}
          {onRetry && (
            <button type="button" className="button" onClick={onRetry}>
              Try again
            </button>
          )}
        </>
      }
    >
      {advice && <p>{advice}</p>}
      {requestId && (
        <p className="small quiet">
          Request <code>{requestId}</code>
        </p>
      )}
    </Notice>
  );
}

/** Of a query: its data once it is there, and until then what it waits for or why it is not there. */
export function Loaded<T>({
  query,
  what,
  children,
}: {
  query: {
    data: T | undefined;
    error: Error | null;
    refetch: () => Promise<unknown>;
  };
  what?: string;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.error)
    return (
      <div className="page">
        <ErrorNotice error={query.error} onRetry={() => void query.refetch()} />
      </div>
    );
  return <Loading {...(what === undefined ? {} : { what })} />;
}

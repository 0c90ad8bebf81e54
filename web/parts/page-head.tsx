import { type ReactNode, useEffect } from 'react';

/** The heading of a page, which is also the tab's title. */
export function PageHead({ title, about, end }: { title: string; about?: ReactNode; end?: ReactNode }) {
  useTitle(title);
  return (
    <div className="page-head">
      <h1>{title}</h1>
      {end && <div className="end">{end}</div>}
      {about && <p>{about}</p>}
    </div>
  );
}

export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Claim reader`;
  }, [title]);
}

import type { ApiDeps } from '../call.ts';

/** The workflow server answers within this, or the caller hears that it does not. */
const ANSWER_WITHIN_MS = 20_000;

/** Does what needs the workflow server; the time begins now, not when the request began to arrive. */
export const timely = <T>(deps: ApiDeps, work: () => Promise<T>): Promise<T> =>
  deps.client.withDeadline(Date.now() + ANSWER_WITHIN_MS, work);

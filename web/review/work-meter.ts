/** Counts what a review takes: keys, pointer, time with the page in front. It outlives a reload of the tab. */
import { z } from 'zod';
import type { Body } from '../api/client.ts';

type Work = NonNullable<Body<'submitReview'>['work']>;

const StateSchema = z.object({
  /** Under which the server measures the minutes. */
  session: z.string().nullable(),
  keyStrokes: z.number(),
  pointerActions: z.number(),
  activeMs: z.number(),
});
type State = z.infer<typeof StateSchema>;
const NOTHING: State = { session: null, keyStrokes: 0, pointerActions: 0, activeMs: 0 };

export class WorkMeter {
  readonly #key: string;
  #state: State;
  /** When the page came to the front; `null` while it is not. */
  #since: number | null = null;

  constructor(claimId: string) {
    this.#key = `work/${encodeURIComponent(claimId)}`;
    this.#state = load(this.#key);
  }

  get session(): string | null {
    return this.#state.session;
  }

  set session(session: string | null) {
    this.#state.session = session;
    this.#save();
  }

  /** Counts until the returned function is called. */
  start(): () => void {
    const listening = new AbortController();
    const { signal } = listening;
    this.#since = inFront();
    const press = (event: KeyboardEvent): void => {
      if (!event.repeat) this.#state.keyStrokes += 1;
    };
    const point = (): void => {
      this.#state.pointerActions += 1;
    };
    const settle = (): void => this.#settle();
    addEventListener('keydown', press, { capture: true, signal });
    addEventListener('pointerdown', point, { capture: true, signal });
    addEventListener('pagehide', settle, { signal });
    document.addEventListener('visibilitychange', settle, { signal });
    return () => {
      this.#settle();
      this.#since = null;
      listening.abort();
    };
  }

  /** For the submission; nothing where the server never took note of the beginning. */
  result(): Work | undefined {
    this.#settle();
    const { session, ...counts } = this.#state;
    if (session === null) return undefined;
    return { session, ...counts, activeMs: Math.round(counts.activeMs), simulated: navigator.webdriver };
  }

  /** The claim is decided: the next review of it begins anew. */
  forget(): void {
    this.#state = { ...NOTHING };
    this.#since = null;
    sessionStorage.removeItem(this.#key);
  }

  #settle(): void {
    if (this.#since !== null) this.#state.activeMs += performance.now() - this.#since;
    this.#since = inFront();
    this.#save();
  }

  #save(): void {
    if (this.#state.session === null) return;
    try {
      sessionStorage.setItem(this.#key, JSON.stringify(this.#state));
    } catch {
      // A full storage costs the counts of a reload, nothing else.
    }
  }
}

const inFront = (): number | null => (document.visibilityState === 'visible' ? performance.now() : null);

function load(key: string): State {
  try {
    return StateSchema.parse(JSON.parse(sessionStorage.getItem(key) ?? ''));
  } catch {
    return { ...NOTHING };
  }
}

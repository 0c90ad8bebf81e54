/** What somebody types into a form, kept in the tab: over a reload, an expired session or a lost network. */
import { useCallback, useState } from 'react';
import type { z } from 'zod';
import { ownerPrefix } from '../review/draft-store.ts';
import { useMe } from '../shell/me.ts';

export interface Kept<T> {
  value: T;
  change: (value: T) => void;
  /** The form is handed in: nothing of it stays. */
  drop: () => void;
  /** The tab's storage takes nothing: a reload would lose what was typed. */
  unsaved: boolean;
}

/** Lies beside the drafts of reviews and goes with them when somebody else signs in. `form` names it for this person. */
export function useKept<T>(form: string, schema: z.ZodType<T>, empty: T): Kept<T> {
  const key = ownerPrefix(useMe()) + encodeURIComponent(form);
  const [value, setValue] = useState(() => load(key, schema) ?? empty);
  const [unsaved, setUnsaved] = useState(false);
  const change = useCallback(
    (next: T) => {
      setValue(next);
      try {
        sessionStorage.setItem(key, JSON.stringify(next));
        setUnsaved(false);
      } catch {
        setUnsaved(true);
      }
    },
    [key],
  );
  const drop = useCallback(() => sessionStorage.removeItem(key), [key]);
  return { value, change, drop, unsaved };
}

function load<T>(key: string, schema: z.ZodType<T>): T | null {
  try {
    return schema.parse(JSON.parse(sessionStorage.getItem(key) ?? ''));
  } catch {
    return null;
  }
}

/** The keys of a blind reading. Turning pages works while something is typed, too. */
import { pageKeys } from '../document/page-keys.ts';
import type { Viewer } from '../document/use-viewer.ts';
import type { ShortcutGroup } from '../keys/shortcuts.ts';

export const readingKeys = (
  { submit, nextOpen }: { submit: () => void; nextOpen: () => void },
  viewer: Viewer,
): ShortcutGroup[] => [
  {
    title: 'Reading',
    shortcuts: [
      // Inside a field the form itself goes on; the list names it.
      { keys: ['Enter'], what: 'Go on to the next field', run: nextOpen },
      { keys: ['n'], what: 'First field without a value', run: nextOpen },
      { keys: ['Ctrl+Enter'], what: 'Hand in', everywhere: true, run: submit },
    ],
  },
  pageKeys(viewer),
];

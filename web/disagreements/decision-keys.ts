/** The keys of a senior's decision. */
import { pageKeys } from '../document/page-keys.ts';
import type { Viewer } from '../document/use-viewer.ts';
import type { ShortcutGroup } from '../keys/shortcuts.ts';

export const decisionKeys = (
  commands: { move: (by: number) => void; choose: (nth: number) => void; submit: () => void },
  viewer: Viewer,
): ShortcutGroup[] => [
  {
    title: 'Deciding',
    shortcuts: [
      { keys: ['j'], what: 'Next field', run: () => commands.move(1) },
      { keys: ['k'], what: 'Field before', run: () => commands.move(-1) },
      { keys: ['1'], what: 'The first reading is right', run: () => commands.choose(0) },
      { keys: ['2'], what: 'The second reading is right', run: () => commands.choose(1) },
      { keys: ['3'], what: 'Another value', run: () => commands.choose(2) },
      { keys: ['Ctrl+Enter'], what: 'Submit the decision', everywhere: true, run: commands.submit },
    ],
  },
  pageKeys(viewer),
];

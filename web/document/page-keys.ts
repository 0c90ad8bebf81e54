/** The keys that turn and enlarge pages beside a form: turning works while something is typed, too. */
import type { ShortcutGroup } from '../keys/shortcuts.ts';
import type { Viewer } from './use-viewer.ts';

export const pageKeys = (viewer: Viewer): ShortcutGroup => ({
  title: 'Pages',
  shortcuts: [
    { keys: ['PageDown'], what: 'Next page', everywhere: true, run: () => viewer.turn(1) },
    { keys: ['PageUp'], what: 'Page before', everywhere: true, run: () => viewer.turn(-1) },
    { keys: ['+', '='], shown: ['+'], what: 'Larger', run: () => viewer.zoomBy(1) },
    { keys: ['-'], what: 'Smaller', run: () => viewer.zoomBy(-1) },
    { keys: ['0'], what: 'Fit to the width', run: viewer.fit },
    { keys: ['t'], what: 'Image or text', run: viewer.toggleText },
  ],
});

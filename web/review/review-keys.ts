/** The keys of the review page. */
import type { Viewer } from '../document/use-viewer.ts';
import type { ShortcutGroup } from '../keys/shortcuts.ts';

export interface ReviewCommands {
  move: (by: number) => void;
  nextMissing: () => void;
  confirm: () => void;
  edit: () => void;
  notStated: () => void;
  withdraw: () => void;
  useAlternative: (number: number) => void;
  nextPlace: () => void;
  unfold: () => void;
  undo: () => void;
  redo: () => void;
  note: () => void;
  back: () => void;
  hold: () => void;
  approve: () => void;
  reject: () => void;
}

export const reviewKeys = (commands: ReviewCommands, viewer: Viewer): ShortcutGroup[] => [
  {
    title: 'Fields',
    shortcuts: [
      { keys: ['j', 'ArrowDown'], what: 'Next field', run: () => commands.move(1) },
      { keys: ['k', 'ArrowUp'], what: 'Field before', run: () => commands.move(-1) },
      { keys: ['n'], what: 'Next field that is not decided', run: commands.nextMissing },
      { keys: ['o'], what: 'Show or fold the sure fields', run: commands.unfold },
    ],
  },
  {
    title: 'Deciding a field',
    shortcuts: [
      {
        keys: ['Enter'],
        what: 'Confirm the value, go to the next',
        // A key held down must not confirm what nobody has looked at.
        run: (event) => (event.repeat ? undefined : commands.confirm()),
      },
      { keys: ['e'], what: 'Correct the value', run: commands.edit },
      {
        keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'],
        shown: ['1', '…', '9'],
        what: 'Use another value of the packet',
        run: ({ key }) => commands.useAlternative(Number(key)),
      },
      { keys: ['x'], what: 'Say that it is not stated', run: commands.notStated },
      { keys: ['w'], what: 'Take the decision back', run: commands.withdraw },
      { keys: ['u', 'Ctrl+z'], what: 'Undo', run: commands.undo },
      { keys: ['r', 'Ctrl+y', 'Ctrl+Z'], shown: ['r', 'Ctrl+y'], what: 'Redo', run: commands.redo },
    ],
  },
  {
    title: 'Pages',
    shortcuts: [
      { keys: ['v'], what: 'Jump to the evidence, then to the next place', run: commands.nextPlace },
      { keys: [']', 'PageDown'], what: 'Next page', run: () => viewer.turn(1) },
      { keys: ['[', 'PageUp'], what: 'Page before', run: () => viewer.turn(-1) },
      { keys: ['+', '='], shown: ['+'], what: 'Larger', run: () => viewer.zoomBy(1) },
      { keys: ['-'], what: 'Smaller', run: () => viewer.zoomBy(-1) },
      { keys: ['0'], what: 'Fit to the width', run: viewer.fit },
      { keys: ['t'], what: 'Image or text', run: viewer.toggleText },
    ],
  },
  {
    title: 'The claim',
    shortcuts: [
      { keys: ['h'], what: 'Take the claim', run: commands.hold },
      { keys: ['m'], what: 'Write a note', run: commands.note },
      { keys: ['Escape'], what: 'Back to the field', everywhere: true, run: commands.back },
      { keys: ['Ctrl+Enter'], what: 'Approve', everywhere: true, run: commands.approve },
      { keys: ['Ctrl+Backspace'], what: 'Reject…', run: commands.reject },
    ],
  },
];

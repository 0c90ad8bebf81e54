/** The list of a page's keys, and the switch for those of a single character. */
import './keys.css';
import { Fragment, useRef } from 'react';
import { type ShortcutGroup, switchSingleKeys, useShortcuts, useSingleKeys } from './shortcuts.ts';

const NAMES: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  Enter: '↵',
  Escape: 'Esc',
  ' ': 'Space',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Backspace: '⌫',
};

const shown = (key: string): string =>
  key
    .split(/(?<=.)\+(?=.)/)
    .map((part) => NAMES[part] ?? part)
    .join(' ');

export const Keys = ({ keys }: { keys: readonly string[] }) => (
  <span className="keys">
    {keys.map((key) => (
      <kbd key={key}>{shown(key)}</kbd>
    ))}
  </span>
);

/** Binds the keys, and the one that lists them. */
export function KeyHelp({ groups }: { groups: readonly ShortcutGroup[] }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const on = useSingleKeys();
  const open = (): void => dialog.current?.showModal();
  const help: ShortcutGroup = {
    title: 'Help',
    shortcuts: [{ keys: ['?'], what: 'List the keys', run: open }],
  };
  const all = [...groups, help];
  useShortcuts(all);
  return (
    <>
      <button type="button" className="button bare small" onClick={open} title="Keys (?)">
        Keys{' '}
        <span className="key" aria-hidden="true">
          ?
        </span>
      </button>
      <dialog ref={dialog} className="dialog" aria-labelledby="keys-title">
        <div className="key-help">
          <header>
            <h2 id="keys-title">Keys</h2>
            <label>
              <input
                type="checkbox"
                checked={on}
                onChange={(event) => switchSingleKeys(event.currentTarget.checked)}
              />
              Keys of a single character
            </label>
            <button type="button" className="button small" onClick={() => dialog.current?.close()}>
              Close
            </button>
          </header>
          <div className="key-groups">
            {all.map(({ title, shortcuts }) => (
              <section key={title}>
                <h3>{title}</h3>
                <dl>
                  {shortcuts.map(({ keys, shown: names = keys, what }) => (
                    <Fragment key={what}>
                      <dt>
                        <Keys keys={names} />
                      </dt>
                      <dd>{what}</dd>
                    </Fragment>
                  ))}
                </dl>
              </section>
            ))}
          </div>
          <p className="quiet small">
            On a Mac, ⌘ works as Ctrl. Everything that a key does, a button does too; Tab reaches them all.
          </p>
        </div>
      </dialog>
    </>
  );
}

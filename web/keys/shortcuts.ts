/** Keys that work a page. Single characters can be switched off: dictation and stray keys would set them off. */
import { useEffect, useRef, useSyncExternalStore } from 'react';

export interface Shortcut {
  /** As `keyName` says it: `j`, `ArrowDown`, `Ctrl+Enter`. */
  keys: readonly string[];
  /** How the list names the keys, where they are many. */
  shown?: readonly string[];
  /** What it does, for the list of keys. */
  what: string;
  /** Also while something is typed. */
  everywhere?: boolean;
  run: (event: KeyboardEvent) => void;
}

export interface ShortcutGroup {
  title: string;
  shortcuts: readonly Shortcut[];
}

const STORED = 'single-keys';
const listeners = new Set<() => void>();
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

const singleKeysOn = (): boolean => localStorage.getItem(STORED) !== 'off';

export const useSingleKeys = (): boolean => useSyncExternalStore(subscribe, singleKeysOn);

export function switchSingleKeys(on: boolean): void {
  localStorage.setItem(STORED, on ? 'on' : 'off');
  for (const listener of listeners) listener();
}

export const isSingle = (key: string): boolean => key.length === 1;

function keyName(event: KeyboardEvent): string {
  const command = event.ctrlKey || event.metaKey ? 'Ctrl+' : '';
  // The shift of a character is in the character.
  const shift = event.shiftKey && event.key.length > 1 ? 'Shift+' : '';
  return command + (event.altKey ? 'Alt+' : '') + shift + event.key;
}

const isTyping = (target: Element): boolean => target.matches('input, textarea, select, [contenteditable]');
/** What scrolls keeps the keys that scroll. */
const scrolls = (target: Element, key: string): boolean =>
  /^(?:Arrow|Page)/.test(key) && target.matches('[data-scrolls]');
const hasOwnEnter = (target: Element): boolean => target.matches('button, a, summary, [role="button"]');

/** Listens on the whole page for as long as the caller is shown; not while a dialog is open. */
export function useShortcuts(groups: readonly ShortcutGroup[]): void {
  const latest = useRef(groups);
  latest.current = groups;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
      const name = keyName(event);
      if (isSingle(name) && !singleKeysOn()) return;
      const target = event.target instanceof Element ? event.target : document.body;
      const found = latest.current
        .flatMap(({ shortcuts }) => shortcuts)
        .find(({ keys, everywhere }) => keys.includes(name) && (everywhere || !isTyping(target)));
      if (!found || scrolls(target, name) || ((name === 'Enter' || name === ' ') && hasOwnEnter(target)))
        return;
      event.preventDefault();
      found.run(event);
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, []);
}

/** Whether the server answers, and whether it still knows who asks: every call reports it, the shell shows it. */
import { useSyncExternalStore } from 'react';

export type Connection = 'fine' | 'offline' | 'signed_out';

let connection: Connection = 'fine';
const listeners = new Set<() => void>();

export function reportConnection(now: Connection): void {
  if (now === connection) return;
  connection = now;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useConnection = (): Connection => useSyncExternalStore(subscribe, () => connection);

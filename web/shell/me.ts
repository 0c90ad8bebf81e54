/** Who is signed in, for every page inside the shell. */
import { createContext, useContext } from 'react';
import type { Me } from '../api/queries.ts';

export const MeContext = createContext<Me | null>(null);

export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('a page outside of the shell');
  return me;
}

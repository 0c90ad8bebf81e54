import { useEffect, useState } from 'react';

/** `true` after so long: a page that is only leafed past asks the server for no image. */
export function useLater(ms: number): boolean {
  const [later, setLater] = useState(ms === 0);
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return later;
}

import { type ComponentType, lazy, useState } from 'react';

interface PageModule {
  default: ComponentType;
}

export interface PageSource {
  /** The page once it is there. */
  there: ComponentType | null;
  /** Fetches it when it is shown. */
  whenShown: ComponentType;
  fetch: () => void;
}

export function pageOf(load: () => Promise<PageModule>): PageSource {
  const fetched = async (): Promise<PageModule> => {
    const module = await load();
    source.there = module.default;
    return module;
  };
  const source: PageSource = {
    there: null,
    whenShown: lazy(fetched),
    // What does not come is asked for again when it is shown, and refused there.
    fetch: () => void fetched().catch(() => undefined),
  };
  return source;
}

/** A page that is there already is shown at once, without the "loading" that React keeps up once it has shown it. */
export function Page({ source }: { source: PageSource }) {
  const [Shown] = useState<ComponentType>(() => source.there ?? source.whenShown);
  return <Shown />;
}

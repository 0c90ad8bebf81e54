import { useLayoutEffect, useRef, useState } from 'react';

/** The width that an element has on the page; 0 until it is there. Charts are drawn in pixels, so that text keeps its size. */
export function useWidth<E extends HTMLElement>(): [ref: React.RefObject<E | null>, width: number] {
  const element = useRef<E>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const { current } = element;
    if (!current) return;
    const measure = (): void => setWidth(current.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}

/** How large an element is drawn, in CSS pixels: for pictures whose marks keep their size. */
import { type RefCallback, useCallback, useState } from 'react';

export interface Box {
  readonly width: number;
  readonly height: number;
}

/** @returns the element's ref, and its box; null until it has been measured */
export function useBox(): readonly [RefCallback<Element>, Box | null] {
  const [box, setBox] = useState<Box | null>(null);
  const ref = useCallback((element: Element | null) => {
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry!.contentRect;
      setBox({ width, height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, box];
}

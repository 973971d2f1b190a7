/** A value that changes at most so often; the last change always arrives. */
import { useEffect, useRef, useState } from 'react';

export function useThrottled<Value>(value: Value, intervalMs: number): Value {
  const [shown, setShown] = useState(value);
  const lastMs = useRef(0);
  useEffect(() => {
    const wait = Math.max(0, lastMs.current + intervalMs - performance.now());
    const timer = setTimeout(() => {
      lastMs.current = performance.now();
      setShown(value);
    }, wait);
    return () => clearTimeout(timer);
  }, [value, intervalMs]);
  return shown;
}

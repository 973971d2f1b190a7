/**
 * Parts of the page that are slow to draw take turns: one in a task, so that no task holds up the page for long. Of
 * several changes while a part waits only the last is drawn, and waiting longer never costs it its place. A turn is a
 * transition: React may spread its work over several tasks.
 */
import { startTransition, useEffect, useId, useState } from 'react';

/** Time for a frame, a press or a key between two turns. */
const PAUSE_MS = 16;

const waiting = new Map<string, () => void>();
let isTaking = false;

/** @returns what `value` was at this part's last turn */
export function useInTurn<Value>(value: Value): Value {
  const [shown, setShown] = useState(() => value);
  const id = useId();
  useEffect(() => {
    if (Object.is(shown, value)) waiting.delete(id);
    else wait(id, () => startTransition(() => setShown(() => value)));
  }, [id, shown, value]);
  useEffect(
    () => () => {
      waiting.delete(id);
    },
    [id],
  );
  return shown;
}

function wait(id: string, draw: () => void): void {
  waiting.set(id, draw);
  if (isTaking) return;
  isTaking = true;
  setTimeout(takeTurn);
}

/** The next turn is asked for in this one, not before: timers that are late together would be drawn together. */
function takeTurn(): void {
  const [next] = waiting;
  if (!next) {
    isTaking = false;
    return;
  }
  const [id, draw] = next;
  waiting.delete(id);
  draw();
  setTimeout(takeTurn, PAUSE_MS);
}

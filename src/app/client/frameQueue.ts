/**
 * Collects what workers report and hands it over once a frame, so that a fast GPU doesn't render a thousand times a second.
 * In a hidden tab, where no frames come, a slow timer does it.
 */
const HIDDEN_FLUSH_MS = 500;

export interface FrameQueue<Item> {
  push(item: Item): void;
}

export function createFrameQueue<Item>(flush: (items: readonly Item[]) => void): FrameQueue<Item> {
  let waiting: Item[] = [];
  let isScheduled = false;

  function deliver(): void {
    if (!isScheduled) return;
    isScheduled = false;
    const items = waiting;
    waiting = [];
    flush(items);
  }

  return {
    push(item) {
      waiting.push(item);
      if (isScheduled) return;
      isScheduled = true;
      // Behind the frame, not in it: laying out and painting are long enough by themselves.
      requestAnimationFrame(() => setTimeout(deliver));
      // The tab may be hidden now or any moment; delivering twice is delivering once.
      setTimeout(deliver, HIDDEN_FLUSH_MS);
    },
  };
}

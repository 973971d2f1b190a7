/** Which view a stage that begins by drawing pairs shows: until the visitor chooses, votes while it draws, then curves. */
import { useCallback, useState } from 'react';
import type { RunRecord } from '../../store/state.ts';

interface ViewWithVotes<View extends string> {
  readonly view: View | 'curves' | 'vote';
  readonly setView: (view: View) => void;
  /** Who has begun to vote isn't taken away when the first curve comes. */
  readonly stayWithVotes: () => void;
}

export function useViewWithVotes<View extends string>(run: RunRecord | null): ViewWithVotes<View> {
  const [chosen, setView] = useState<View | 'vote' | null>(null);
  const view = chosen ?? (run?.preparation?.pairs.length ? 'vote' : 'curves');
  const stayWithVotes = useCallback(() => setView('vote'), []);
  return { view, setView, stayWithVotes };
}

/** While pairs are drawn: what, how many, how long. */
import { useEffect, useState } from 'react';
import { Button } from 'react-aria-components';
import { BASE } from '../../../lab/pipeline.ts';
import { formatDuration } from '../../series/format.ts';
import type { Drawing } from '../../store/label/labelState.ts';
import { drawingRun } from '../../store/label/drawnPairs.ts';
import { drawAhead } from '../../store/label/pairActions.ts';
import { inSentence, stageTitle } from '../../store/run/stageRuns.ts';
import { useLab } from '../../store/store.ts';

export function DrawingNote() {
  const drawing = useLab((state) => state.bench.drawing);
  const problem = useLab((state) => state.bench.problem);
  if (problem !== null) {
    return (
      <div className="problem" role="alert">
        <p>
          <strong>No pairs could be drawn: {problem}.</strong> Your labels are kept.
        </p>
        <Button className="button" onPress={() => void drawAhead()}>
          Try again
        </Button>
      </div>
    );
  }
  return drawing ? <DrawingText drawing={drawing} /> : <RunDrawingText />;
}

/** A run is drawing pairs for itself, and shows them here. */
function RunDrawingText() {
  const run = useLab(drawingRun);
  const title = useLab((state) => (run ? stageTitle(state, run.stageId) : ''));
  if (!run?.preparation) return null;
  const { done, total } = run.preparation;
  return (
    <p className="muted drawing">
      Waiting for the next pair: the {inSentence(title)} stage is drawing them, <span className="number">{done}</span>{' '}
      of <span className="number">{total}</span> so far.
    </p>
  );
}

function DrawingText({ drawing }: { readonly drawing: Drawing }) {
  const title = useLab((state) => stageTitle(state, drawing.policy));
  const elapsedMs = useElapsed(drawing.startedMs);
  const { count, policy, expectedMs } = drawing;
  const seconds = (ms: number) => formatDuration(Math.max(1, ms / 1000));
  const left = expectedMs === null ? 'the first time takes longest' : `about ${seconds(expectedMs)} in all`;
  return (
    <p className="muted drawing">
      Drawing {count} pairs from {policy === BASE ? 'the base model' : title}:{' '}
      <span className="number">{seconds(elapsedMs)}</span> so far, {left}.
    </p>
  );
}

function useElapsed(startedMs: number): number {
  const [nowMs, setNowMs] = useState(startedMs);
  useEffect(() => {
    const timer = setInterval(() => setNowMs(performance.now()), 1000);
    return () => clearInterval(timer);
  }, [startedMs]);
  return Math.max(0, nowMs - startedMs);
}

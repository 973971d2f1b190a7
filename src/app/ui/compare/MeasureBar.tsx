/** Measures every column that has weights, and says how far that is. */
import { Button } from 'react-aria-components';
import { measureColumns } from '../../store/compare/compareActions.ts';
import { stageTitle } from '../../store/run/stageRuns.ts';
import { useLab } from '../../store/store.ts';

export function MeasureBar() {
  const measuring = useLab((state) => state.compare.measuring);
  const title = useLab((state) => state.compare.measuring && stageTitle(state, state.compare.measuring.column));
  const isBusy = useLab(({ compare }) => compare.comparing !== null || compare.measuring !== null);
  const isReady = useLab((state) => state.session.model !== null);
  const isNew = useLab((state) => Object.keys(state.compare.measured).length === 0);
  return (
    <div className="measure-bar">
      <Button className="button" isDisabled={isBusy || !isReady} onPress={() => void measureColumns('quick')}>
        Measure quickly
      </Button>
      <Button className="button" isDisabled={isBusy || !isReady} onPress={() => void measureColumns('full')}>
        Measure in full
      </Button>
      <p className="muted" role="status">
        {measuring
          ? `Measuring ${title}, ${measuring.place} of ${measuring.of} …`
          : isNew
            ? 'Every checkpoint answers the same held-out prompts. Quick asks a quarter of them, with twice the error.'
            : ''}
      </p>
    </div>
  );
}

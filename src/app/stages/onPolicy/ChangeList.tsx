/** What the sliders did to the run in progress: what is about to take effect, and what did when. */
import { formatNumber } from '../../series/format.ts';
import type { StageProps } from '../face.ts';
import { isOpen, stageRun } from '../../store/run/stageRuns.ts';
import { useLab } from '../../store/store.ts';

const NAMES: Readonly<Record<string, string>> = {
  klCoef: 'KL coefficient',
  learningRate: 'learning rate',
  clipRange: 'clip range',
  temperature: 'temperature',
};

/** Newest shown; older ones are ticks on the charts. */
const SHOWN = 2;

export function ChangeList({ id }: StageProps) {
  const run = useLab((state) => stageRun(state, id));
  if (!run) return null;
  const pending = Object.keys(run.pending);
  return (
    <div className="changes" aria-live="polite">
      {pending.length > 0 && isOpen(run) && (
        <p>
          <strong>{pending.map((key) => NAMES[key]).join(', ')}</strong>: takes effect with the next update
        </p>
      )}
      {run.changes.slice(-SHOWN).map(({ step, key, value }) => (
        <p key={`${step} ${key}`} className="muted">
          update {step}: {NAMES[key]} {formatNumber(value)}
        </p>
      ))}
    </div>
  );
}

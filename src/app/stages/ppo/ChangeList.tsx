/** What the sliders did to the run in progress: what is about to take effect, and what did when. */
import { formatNumber } from '../../series/format.ts';
import { isOpen, stageRun } from '../../store/run/stageRuns.ts';
import type { SettingChange } from '../../store/state.ts';
import { useLab } from '../../store/store.ts';

const NAMES: Readonly<Record<SettingChange['key'], string>> = {
  klCoef: 'KL coefficient',
  learningRate: 'learning rate',
  clipRange: 'clip range',
  temperature: 'temperature',
};

/** Newest shown; older ones are ticks on the charts. */
const SHOWN = 2;

export function ChangeList() {
  const run = useLab((state) => stageRun(state, 'ppo'));
  if (!run) return null;
  const pending = Object.keys(run.pending) as SettingChange['key'][];
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

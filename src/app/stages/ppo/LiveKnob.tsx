/** A slider that sets the next RL run, or, while one is open, changes it from its next update on. */
import { memo } from 'react';
import type { LiveSettings } from '../../../rlhf/ppoTypes.ts';
import { setStageSetting } from '../../store/experiment/experimentActions.ts';
import { runActions } from '../../store/session/sessionActions.ts';
import { isOpen, liveSetting, stageOf, stageRun } from '../../store/run/stageRuns.ts';
import { useLab } from '../../store/store.ts';
import { Knob, type KnobRange } from '../../ui/controls/Knob.tsx';

export interface LiveKnobSpec {
  readonly key: keyof LiveSettings;
  readonly label: string;
  readonly term: string;
  readonly range: KnobRange;
}

export const LiveKnob = memo(function LiveKnob({ spec: { key, ...spec } }: { readonly spec: LiveKnobSpec }) {
  const planned = useLab((state) => stageOf(state.experiment.document, 'ppo')?.[key]);
  const isRunOpen = useLab((state) => isOpen(stageRun(state, 'ppo')));
  const live = useLab((state) => liveSetting(stageRun(state, 'ppo'), key));
  const value = isRunOpen ? live : planned;
  if (value === undefined) return null;
  return (
    <Knob
      {...spec}
      value={value}
      onChange={(changed) => {
        if (isRunOpen) void runActions.change({ [key]: changed });
        else setStageSetting('ppo', key, changed);
      }}
    />
  );
});

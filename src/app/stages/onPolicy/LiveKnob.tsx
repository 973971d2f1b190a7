/** A slider that sets the next RL run, or, while one is open, changes it from its next update on. */
import { memo } from 'react';
import type { StageId } from '../../../lab/stages/kinds.ts';
import type { LiveSettings } from '../../../rlhf/onPolicySettings.ts';
import { setStageSetting } from '../../store/experiment/experimentActions.ts';
import { runActions } from '../../store/session/sessionActions.ts';
import { isOpen, liveSetting, stageRun } from '../../store/run/stageRuns.ts';
import { useLab } from '../../store/store.ts';
import { Knob, type KnobRange } from '../../ui/controls/Knob.tsx';
import { plannedStage } from './plannedStage.ts';

export interface LiveKnobSpec {
  readonly key: keyof LiveSettings;
  readonly label: string;
  readonly term: string;
  readonly range: KnobRange;
}

interface LiveKnobProps {
  readonly id: StageId;
  readonly spec: LiveKnobSpec;
}

export const LiveKnob = memo(function LiveKnob({ id, spec: { key, ...spec } }: LiveKnobProps) {
  const planned = useLab((state) => plannedStage(state, id)?.[key]);
  const isRunOpen = useLab((state) => isOpen(stageRun(state, id)));
  const live = useLab((state) => liveSetting(stageRun(state, id), key));
  const value = isRunOpen ? live : planned;
  if (value === undefined) return null;
  return (
    <Knob
      {...spec}
      value={value}
      onChange={(changed) => {
        if (isRunOpen) void runActions.change(id, { [key]: changed });
        else setStageSetting(id, key, changed);
      }}
    />
  );
});

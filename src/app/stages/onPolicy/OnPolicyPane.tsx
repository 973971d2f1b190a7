/** What RL can be told, whatever its algorithm: the leash, the pace and the variety act on a run in progress too; the rest folded. */
import type { ReactNode } from 'react';
import { Fold } from '../../ui/controls/Fold.tsx';
import type { StageProps } from '../face.ts';
import { StagePane } from '../StagePane.tsx';
import { ChangeList } from './ChangeList.tsx';
import { liveKnobs } from './knobs.ts';
import { LiveKnob } from './LiveKnob.tsx';

/** @param children knobs of the algorithm, below the fold */
export function OnPolicyPane({ id, children }: StageProps & { readonly children: ReactNode }) {
  return (
    <StagePane id={id}>
      {liveKnobs.map((spec) => (
        <LiveKnob key={spec.key} id={id} spec={spec} />
      ))}
      <ChangeList id={id} />
      <Fold>{children}</Fold>
    </StagePane>
  );
}

/** What RLOO can be told: the leash, the pace and the variety as sliders that also act on a run in progress; the rest folded. */
import { Fold } from '../../ui/controls/Fold.tsx';
import { StageChoice, StageKnob } from '../../ui/controls/StageKnob.tsx';
import type { StageProps } from '../face.ts';
import { ChangeList } from '../onPolicy/ChangeList.tsx';
import { batchKnobs, limitKnobs, liveKnobs, REWARDS, updatesKnob } from '../onPolicy/knobs.ts';
import { LiveKnob } from '../onPolicy/LiveKnob.tsx';
import { StagePane } from '../StagePane.tsx';

const MORE = [...batchKnobs, ...limitKnobs];

export function RlooPane({ id }: StageProps) {
  return (
    <StagePane id={id}>
      {liveKnobs.map((spec) => (
        <LiveKnob key={spec.key} id={id} spec={spec} />
      ))}
      <ChangeList id={id} />
      <Fold>
        <StageKnob id={id} kind="rloo" spec={updatesKnob} />
        <StageChoice id={id} kind="rloo" setting="reward" label="Reward" term="reward-source" choices={REWARDS} />
        {MORE.map((spec) => (
          <StageKnob key={spec.key} id={id} kind="rloo" spec={spec} />
        ))}
      </Fold>
    </StagePane>
  );
}

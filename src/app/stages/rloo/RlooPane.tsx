/** What RLOO can be told: what every on-policy algorithm can. */
import { StageChoice, StageKnob } from '../../ui/controls/StageKnob.tsx';
import type { StageProps } from '../face.ts';
import { batchKnobs, limitKnobs, REWARDS, updatesKnob } from '../onPolicy/knobs.ts';
import { OnPolicyPane } from '../onPolicy/OnPolicyPane.tsx';

const MORE = [...batchKnobs, ...limitKnobs];

export function RlooPane({ id }: StageProps) {
  return (
    <OnPolicyPane id={id}>
      <StageKnob id={id} kind="rloo" spec={updatesKnob} />
      <StageChoice id={id} kind="rloo" setting="reward" label="Reward" term="reward-source" choices={REWARDS} />
      {MORE.map((spec) => (
        <StageKnob key={spec.key} id={id} kind="rloo" spec={spec} />
      ))}
    </OnPolicyPane>
  );
}

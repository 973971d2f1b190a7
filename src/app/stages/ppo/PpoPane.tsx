/** What PPO can be told: what every on-policy algorithm can, and its critic’s settings. */
import { formatNumber } from '../../series/format.ts';
import { type KnobSpec, StageChoice, StageKnob, StageSwitch } from '../../ui/controls/StageKnob.tsx';
import type { StageProps } from '../face.ts';
import { batchKnobs, limitKnobs, REWARDS, updatesKnob, whole } from '../onPolicy/knobs.ts';
import { OnPolicyPane } from '../onPolicy/OnPolicyPane.tsx';

const TRUNKS = { own: 'its own', shared: 'policy', detached: 'frozen' } as const;
const BASELINES = { prompt: 'its prompt', none: 'none' } as const;

const MORE: readonly KnobSpec<'ppo'>[] = [
  ...batchKnobs,
  {
    key: 'gaeLambda',
    label: 'GAE λ',
    term: 'gae-lambda',
    range: { low: 0, high: 1, grain: 0.05, scale: 'linear' },
  },
  { key: 'vfCoef', label: 'Value weight', term: 'vf-coef', range: { low: 0, high: 1, grain: 0.05, scale: 'linear' } },
  {
    key: 'entropyCoef',
    label: 'Entropy bonus',
    term: 'entropy-coef',
    range: { low: 0, high: 0.05, grain: 0.001, scale: 'linear' },
    format: (bonus) => (bonus === 0 ? 'off' : formatNumber(bonus)),
  },
  {
    key: 'valueWarmupEpochs',
    label: 'Value warm-up',
    term: 'value-warmup',
    range: whole(0, 30, 1),
    format: (passes) => `${passes} passes`,
  },
  ...limitKnobs,
];

export function PpoPane({ id }: StageProps) {
  return (
    <OnPolicyPane id={id}>
      <StageKnob id={id} kind="ppo" spec={updatesKnob} />
      <StageChoice id={id} kind="ppo" setting="reward" label="Reward" term="reward-source" choices={REWARDS} />
      <StageChoice id={id} kind="ppo" setting="valueTrunk" label="Critic’s trunk" term="critic" choices={TRUNKS} />
      <StageChoice id={id} kind="ppo" setting="baseline" label="Baseline" term="baseline" choices={BASELINES} />
      {MORE.map((spec) => (
        <StageKnob key={spec.key} id={id} kind="ppo" spec={spec} />
      ))}
      <StageSwitch id={id} kind="ppo" setting="whitenAdvantages" label="Whiten advantages" term="advantage" />
    </OnPolicyPane>
  );
}

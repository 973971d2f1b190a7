/** What RL can be told: the leash, the pace and the variety as sliders that also act on a run in progress; the rest folded. */
import { formatNumber } from '../../series/format.ts';
import { Fold } from '../../ui/controls/Fold.tsx';
import type { StageProps } from '../face.ts';
import { StagePane } from '../StagePane.tsx';
import { type KnobSpec, StageChoice, StageKnob, StageSwitch } from '../../ui/controls/StageKnob.tsx';
import { ChangeList } from './ChangeList.tsx';
import { LiveKnob, type LiveKnobSpec } from './LiveKnob.tsx';

const REWARDS = { rewardModel: 'reward model', gold: 'gold' } as const;
const BASELINES = { prompt: 'its prompt', none: 'none' } as const;

const LIVE: readonly LiveKnobSpec[] = [
  {
    key: 'klCoef',
    label: 'KL coefficient',
    term: 'kl-coef',
    range: { low: 0, high: 0.5, grain: 0.01, scale: 'linear' },
  },
  {
    key: 'learningRate',
    label: 'Learning rate',
    term: 'ppo-learning-rate',
    range: { low: 1e-5, high: 1e-2, grain: 10, scale: 'log' },
  },
  {
    key: 'clipRange',
    label: 'Clip range',
    term: 'clip-range',
    range: { low: 0.05, high: 0.5, grain: 0.05, scale: 'linear' },
  },
  {
    key: 'temperature',
    label: 'Temperature',
    term: 'rollout-temperature',
    range: { low: 0.5, high: 1.5, grain: 0.05, scale: 'linear' },
  },
];

const whole = (low: number, high: number, grain: number) => ({ low, high, grain, scale: 'linear' }) as const;

const UPDATES: KnobSpec<'ppo'> = {
  key: 'updates',
  label: 'Updates',
  term: 'updates',
  range: whole(10, 400, 10),
  format: String,
};

const MORE: readonly KnobSpec<'ppo'>[] = [
  { key: 'promptsPerUpdate', label: 'Prompts', term: 'prompts-per-update', range: whole(4, 64, 4), format: String },
  {
    key: 'completionsPerPrompt',
    label: 'Each answered',
    term: 'completions-per-prompt',
    range: whole(2, 16, 1),
    format: (count) => `${count} times`,
  },
  {
    key: 'maxNewTokens',
    label: 'Longest',
    term: 'max-new-tokens',
    range: whole(8, 80, 8),
    format: (tokens) => `${tokens} tokens`,
  },
  { key: 'epochs', label: 'Epochs', term: 'epochs', range: whole(1, 8, 1), format: String },
  { key: 'minibatches', label: 'Minibatches', term: 'minibatches', range: whole(1, 8, 1), format: String },
  {
    key: 'gaeLambda',
    label: 'GAE λ',
    term: 'gae-lambda',
    range: { low: 0, high: 1, grain: 0.05, scale: 'linear' },
  },
  {
    key: 'adamEpsilon',
    label: 'Adam ε',
    term: 'adam-epsilon',
    range: { low: 1e-8, high: 1e-1, grain: 1, scale: 'log' },
    format: formatNumber,
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
  {
    key: 'missingEosPenalty',
    label: 'Not ending',
    term: 'missing-eos',
    range: { low: 0, high: 5, grain: 0.25, scale: 'linear' },
    format: (penalty) => (penalty === 0 ? 'free' : `costs ${formatNumber(penalty)}`),
  },
  {
    key: 'klTarget',
    label: 'KL target',
    term: 'kl-target',
    range: whole(0, 20, 1),
    format: (nats) => (nats === 0 ? 'off' : `${nats} nats`),
  },
  {
    key: 'stopAtKl',
    label: 'Stop at KL',
    term: 'stop-at-kl',
    range: whole(0, 50, 1),
    format: (nats) => (nats === 0 ? 'never' : `${nats} nats`),
  },
  {
    key: 'goldEvery',
    label: 'Held-out check',
    term: 'ppo-eval-gold',
    range: whole(0, 50, 5),
    format: (updates) => (updates === 0 ? 'never' : `every ${updates}`),
  },
  { key: 'prompts', label: 'Practice on', term: 'practice-prompts', range: whole(50, 2000, 50), format: String },
];

export function RlPane({ id }: StageProps) {
  return (
    <StagePane id={id}>
      {LIVE.map((spec) => (
        <LiveKnob key={spec.key} id={id} spec={spec} />
      ))}
      <ChangeList id={id} />
      <Fold>
        <StageKnob id={id} kind="ppo" spec={UPDATES} />
        <StageChoice id={id} kind="ppo" setting="reward" label="Reward" term="reward-source" choices={REWARDS} />
        <StageChoice id={id} kind="ppo" setting="baseline" label="Baseline" term="baseline" choices={BASELINES} />
        {MORE.map((spec) => (
          <StageKnob key={spec.key} id={id} kind="ppo" spec={spec} />
        ))}
        <StageSwitch id={id} kind="ppo" setting="whitenAdvantages" label="Whiten advantages" term="advantage" />
      </Fold>
    </StagePane>
  );
}

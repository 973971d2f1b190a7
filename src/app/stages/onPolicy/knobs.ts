/** Knobs of every on-policy algorithm. */
import { formatNumber } from '../../series/format.ts';
import { adamEpsilonKnob, warmupKnob } from '../../ui/controls/sharedKnobs.ts';
import type { KnobSpec } from '../../ui/controls/StageKnob.tsx';
import type { LiveKnobSpec } from './LiveKnob.tsx';

/** Of settings that all of them have. */
type OnPolicyKnob = KnobSpec<'ppo' | 'rloo'>;

/** Where the reward comes from. */
export const REWARDS = { rewardModel: 'reward model', gold: 'gold' } as const;

/** Of a setting that counts something. */
export const whole = (low: number, high: number, grain: number) => ({ low, high, grain, scale: 'linear' }) as const;

/** The leash, the pace and the variety: they also act on a run in progress. */
export const liveKnobs: readonly LiveKnobSpec[] = [
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
    range: { low: 0.01, high: 0.5, grain: 0.01, scale: 'linear' },
  },
  {
    key: 'temperature',
    label: 'Temperature',
    term: 'rollout-temperature',
    range: { low: 0.5, high: 1.5, grain: 0.05, scale: 'linear' },
  },
];

export const updatesKnob: OnPolicyKnob = {
  key: 'updates',
  label: 'Updates',
  term: 'updates',
  range: whole(10, 400, 10),
  format: String,
};

/** How much is drawn an update, and how it is learnt from. */
export const batchKnobs: readonly OnPolicyKnob[] = [
  { key: 'promptsPerUpdate', label: 'Prompts', term: 'prompts-per-update', range: whole(4, 256, 4), format: String },
  {
    key: 'completionsPerPrompt',
    label: 'Each answered',
    term: 'completions-per-prompt',
    range: whole(1, 16, 1),
    format: (count) => (count === 1 ? 'once' : `${count} times`),
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
  warmupKnob,
  adamEpsilonKnob,
];

/** What else holds the policy, and what is measured beside it. */
export const limitKnobs: readonly OnPolicyKnob[] = [
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

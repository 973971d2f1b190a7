/** The words of preferences, reward models and reinforcement learning, in plain language. Metrics are in lab/stages/metrics.ts. */
import type { GlossaryEntry } from '../../lab/stages/glossaryEntry.ts';

export const postTrainingWords: readonly GlossaryEntry[] = [
  {
    id: 'policy',
    core: 6,
    label: 'Policy',
    plain:
      'A language model seen as what acts: given a text, how likely it is to write each token next. SFT makes one, and RL changes it.',
    exact: 'π(y_t | x, y_<t)',
  },
  {
    id: 'reference-model',
    core: 8,
    label: 'Reference model',
    plain:
      'The policy as it was when RL began, frozen. How far RL has moved is measured from it, and every step away costs reward, so that it doesn’t forget how to write.',
    exact: 'π_ref; the reward of a completion is score − klCoef · log π/π_ref',
    source: 'Ziegler et al. 2019',
  },
  {
    id: 'kl',
    core: 9,
    label: 'KL divergence',
    plain:
      'How far one policy is from another: by how many nats it finds its own completions likelier than the other does, on average. 0 means the same; it grows as RL goes its own way.',
    exact: 'KL(π ‖ π_ref) = mean over completions y of π of log π(y|x) − log π_ref(y|x)',
  },
  {
    id: 'reward-hacking',
    core: 10,
    label: 'Reward hacking',
    plain:
      'The policy finds what the reward model scores high although nobody wants it: flattery, length, a phrase that always pleases. The proxy reward climbs while gold falls, so look at the text.',
    source: 'Gao, Schulman & Hilton 2022 (over-optimization)',
  },
  {
    id: 'pairs',
    label: 'Pairs',
    plain:
      'How many prompts are answered twice. A labeler then says which of the two completions is better; the reward model learns from nothing else.',
  },
  {
    id: 'head',
    label: 'Head',
    plain:
      'Where the score is read. Last token: from the last hidden state, as in the literature. Mean-pooled: from all of them, together with how likely the policy it started from finds the text; it learns more from few pairs.',
    source: 'Stiennon et al. 2020',
  },
  {
    id: 'labelers',
    label: 'Labelers',
    plain:
      'Who judges the pairs. Each is simulated: they read the same spec with different care, know different things, and cost different amounts.',
    source: 'Ouyang et al. 2022 (InstructGPT), §3.4',
  },
  {
    id: 'rm-epochs',
    label: 'Passes',
    plain: 'How often every pair is gone over. More than one or two and the reward model learns its pairs by heart.',
  },
  {
    id: 'ties',
    label: 'Ties',
    plain:
      'Pairs in which a labeler found neither better. They are left out, or taught as “one half each”, which keeps the two scores together.',
  },
  {
    id: 'pair-temperature',
    label: 'Pair temperature',
    plain: 'How freely the two completions are drawn. At 1 and below most pairs are alike and teach little.',
  },
  {
    id: 'own-label-epochs',
    label: 'Passes over your labels',
    plain: 'After everybody else’s labels, yours are gone over this often, so that twenty of them matter.',
  },
  {
    id: 'margin-scale',
    label: 'Asked margin',
    plain: 'Labelers say how much better one completion is; this much of it is asked of the difference of the scores.',
    source: 'Touvron et al. 2023 (Llama 2), eq. 2',
  },
  {
    id: 'length-baseline',
    label: 'Length baseline',
    plain:
      'How often one would be right who always prefers the longer completion (or always the shorter). A reward model that is no better has learnt nothing but length.',
    source: 'Singhal et al. 2023',
  },
  {
    id: 'calibration',
    label: 'Calibration',
    plain:
      'Whether “80 % sure” means right 80 % of the time. On the diagonal the reward model is as sure as it should be; below it, too sure.',
    source: 'Bai et al. 2022, §3.3',
  },
  {
    id: 'confidence',
    label: 'Confidence',
    plain:
      'How sure the reward model is of its choice between two completions: one half is a coin toss, 1 is certain. Sure choices should be right more often.',
    exact: 'max(p, 1 − p), p = σ(score(a) − score(b))',
  },
  {
    id: 'contradictions',
    label: 'Contradictions',
    plain: 'Labels against the written spec: the completion that lost is the better one by the rules.',
  },
  {
    id: 'score',
    label: 'Score',
    plain:
      'The reward model’s one number for a completion. It is scaled so that the completions it learnt from have mean 0 and standard deviation 1. What mean and deviation the replies of the policy have that RL starts from is measured: on RL’s first batch, beside the curve of the proxy reward.',
  },
  {
    id: 'proxy-reward',
    label: 'Proxy reward',
    plain: 'The score that RL follows. It stands in for what is wanted, and can be wrong.',
    source: 'Gao, Schulman & Hilton 2022',
  },
  {
    id: 'gold-reward',
    label: 'Gold reward',
    plain:
      'What is really wanted: the written spec’s own judgement, by rules, from −1 to 1. In a real lab nobody has it.',
    source: 'Gao, Schulman & Hilton 2022',
  },
  {
    id: 'kl-coef',
    label: 'KL coefficient',
    plain:
      'The leash: how much reward each nat of distance from where RL started costs. Larger holds the policy closer; at 0 it goes wherever the reward model leads.',
    source: 'Ziegler et al. 2019',
  },
  {
    id: 'clip-range',
    label: 'Clip range',
    plain: 'How much likelier or unlikelier one update may make a token before further change earns nothing.',
    exact: 'ratio is clipped to 1 ± clipRange',
    source: 'Schulman et al. 2017 (PPO)',
  },
  {
    id: 'rollout',
    label: 'Rollout',
    plain: 'The policy writes a batch of completions. They are the only data that its update trains on.',
  },
  {
    id: 'rollout-temperature',
    label: 'Rollout temperature',
    plain: 'How freely the policy writes while it practises. Without variety there is nothing to compare.',
  },
  {
    id: 'updates',
    label: 'Updates',
    plain: 'How often the policy writes a batch, has it scored, and is improved by it.',
  },
  { id: 'prompts-per-update', label: 'Prompts an update', plain: 'How many prompts are answered in one rollout.' },
  {
    id: 'completions-per-prompt',
    label: 'Completions a prompt',
    plain: 'How often each prompt is answered. The others of its prompt tell whether a completion was good for it.',
  },
  {
    id: 'max-new-tokens',
    label: 'Longest completion',
    plain: 'Where a completion is cut that has not ended by itself.',
  },
  { id: 'epochs', label: 'Epochs', plain: 'Passes over one rollout. Beyond the first, the clip matters.' },
  {
    id: 'minibatches',
    label: 'Minibatches',
    plain: 'Parts a rollout is split into; each is one optimizer step. Beyond the first, the clip matters.',
  },
  {
    id: 'kl-target',
    label: 'KL target',
    plain: 'Nats a completion to which the KL coefficient is steered while RL runs. 0 leaves it alone.',
    source: 'Ziegler et al. 2019, eq. 4',
  },
  {
    id: 'stop-at-kl',
    label: 'Stop at KL',
    plain: 'RL ends when the policy is this many nats a completion away from where it started. 0 never ends it.',
  },
  {
    id: 'gae-lambda',
    label: 'GAE λ',
    plain:
      'How far ahead a token’s credit looks: 1 takes the reward as it came, 0 trusts the critic’s guess of the next token.',
    source: 'Schulman et al. 2015',
  },
  {
    id: 'vf-coef',
    label: 'Value weight',
    plain: 'How much the value loss counts beside the policy loss.',
  },
  {
    id: 'adam-epsilon',
    label: 'Adam ε',
    plain:
      'Adam moves every parameter by about the same step, even where the gradient is mostly noise. A larger ε holds still what says little: as much reward for less KL.',
    source: 'Kingma & Ba 2015, §2',
  },
  {
    id: 'entropy-coef',
    label: 'Entropy bonus',
    plain: 'A reward for staying open about the next token. It slows the collapse onto one text.',
  },
  {
    id: 'value-warmup',
    label: 'Value warm-up',
    plain: 'Before the first update only the critic learns, so that the first steps of the policy have a yardstick.',
  },
  {
    id: 'baseline',
    label: 'Baseline',
    plain:
      'What a completion’s score is compared with before anything else: the other completions of its prompt, or nothing but the critic.',
    source: 'Ahmadian et al. 2024',
  },
  {
    id: 'missing-eos',
    label: 'Penalty for not ending',
    plain: 'Taken off the score of a completion that was cut, or rambling would cost nothing.',
    source: 'Stiennon et al. 2020',
  },
  {
    id: 'practice-prompts',
    label: 'Practice prompts',
    plain: 'How many different prompts RL practises on.',
  },
  {
    id: 'reward-source',
    label: 'Reward',
    plain:
      'What RL follows: the reward model, as in practice, or gold itself, as a control that shows what the proxy costs.',
  },
  {
    id: 'advantage',
    label: 'Advantage',
    plain:
      'How much better a token turned out than was expected of it. Positive ones are made likelier. This is what the loss takes: of PPO whitened, to mean 0 and variance 1 over the batch.',
    source: 'Schulman et al. 2015',
  },
  {
    id: 'value',
    label: 'Value',
    plain: 'The critic’s guess, before the token is written, of the reward still to come.',
  },
  {
    id: 'token-reward',
    label: 'Reward of a token',
    plain:
      'The KL penalty on every token; on the last one also the score of the whole completion, less the baseline where there is one: the mean score of the prompt’s other completions.',
  },
  {
    id: 'plain-advantage',
    label: 'Advantage before whitening',
    plain:
      'As generalised advantage estimation gives it, in units of reward: what is still to come less what was expected.',
    source: 'Schulman et al. 2015',
  },
  {
    id: 'token-ratio',
    label: 'Ratio of a token',
    plain: 'How much likelier the update has made this token. 1 is no change.',
    exact: 'π_new / π_old',
  },
  {
    id: 'ref-logprob',
    label: 'Reference log-prob',
    plain: 'The log-probability of the same token under the frozen policy that this stage started from.',
  },
  {
    id: 'token-kl',
    label: 'KL of a token',
    plain:
      'Log-prob less reference log-prob: what this token adds to the distance from where the stage started. Single tokens can be negative.',
  },
  {
    id: 'sqrt-kl',
    label: '√KL',
    plain:
      'The distance from the policy that a stage started from, on the scale on which reward bends smoothly. Over-optimization shows here: gold rises, turns and falls while the proxy goes on.',
    source: 'Gao, Schulman & Hilton 2022',
  },
];

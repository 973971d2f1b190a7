/**
 * The one metric table: what every number a recipe reports is called, measured in and means. Chart titles, tooltips,
 * glossary and run documents read it; keys follow TRL so that curves can be laid over published ones.
 * No metric is computed here. A metric of a new recipe is one row.
 */

export type MetricRecipe = 'sft' | 'rewardModel' | 'ppo';

/** `share` is stored as 0…1 and shown in percent. `score`: standard deviations of the reward model on reference samples. */
export type MetricUnit =
  | 'nats/token'
  | 'nats/completion'
  | 'nats/pair'
  | 'nats²'
  | 'share'
  | 'score'
  | 'reward'
  | 'norm'
  | 'per step'
  | 'tokens'
  | 'number';

export interface Metric {
  readonly recipe: MetricRecipe;
  /** One that ends in `*` stands for a family: `eval/accuracy/*` for every labeler. */
  readonly key: string;
  readonly label: string;
  readonly unit: MetricUnit;
  /** In the words of 3-rlhf-reference.md §3.1. */
  readonly formula: string;
  /** Where it lies in a run that goes well. */
  readonly healthy: string;
  /** One plain sentence: what it tells, and what confuses people about it. */
  readonly hint: string;
  readonly paper: string;
}

const LM_PAPER = 'Ouyang et al. 2022 (InstructGPT), §3.5; the loss of Bengio et al. 2003';
const RM_PAPER = 'Bradley & Terry 1952; Ouyang et al. 2022 (InstructGPT), eq. 1';
const PPO_PAPER = 'Schulman et al. 2017 (PPO)';
const RLHF_PAPER = 'Ziegler et al. 2019, §2; Ouyang et al. 2022 (InstructGPT), §3.5';
const KL_PAPER = 'Schulman 2020, “Approximating KL divergence”';

export const metrics = [
  {
    recipe: 'sft',
    key: 'loss',
    label: 'Train loss',
    unit: 'nats/token',
    formula: '−mean over completion tokens of log π(y_t | x, y_<t)',
    healthy: 'Falls quickly in the first tenth of the run, then slowly.',
    hint: 'How surprised the model is by the demonstrated answers of this batch. Prompt tokens do not count. It jitters because every step sees other examples.',
    paper: LM_PAPER,
  },
  {
    recipe: 'sft',
    key: 'eval/loss',
    label: 'Held-out loss',
    unit: 'nats/token',
    formula: 'the same mean over examples that are never trained on',
    healthy: 'Falls with the train loss and stays close to it.',
    hint: 'Surprise at answers the model has not seen. When it rises while the train loss falls, the model is memorising; answers can still improve for a while.',
    paper: LM_PAPER,
  },
  {
    recipe: 'sft',
    key: 'mean_token_accuracy',
    label: 'Token accuracy',
    unit: 'share',
    formula: 'share of completion tokens where argmax π(· | x, y_<t) = y_t',
    healthy: 'Rises; in open writing it never reaches 100 %.',
    hint: 'How often the likeliest next token is the demonstrated one. Many good answers exist, so a low share is not a bad model.',
    paper: 'TRL, SFTTrainer',
  },
  {
    recipe: 'sft',
    key: 'entropy',
    label: 'Entropy',
    unit: 'nats/token',
    formula: 'mean over completion tokens of −Σ_v π(v) log π(v)',
    healthy: 'Falls, but not to zero.',
    hint: 'How open the model is about the next token. Near zero, it says the same thing every time.',
    paper: 'Shannon 1948',
  },
  {
    recipe: 'sft',
    key: 'grad_norm',
    label: 'Gradient norm',
    unit: 'norm',
    formula: '√Σ g² over all parameters, before clipping to 1',
    healthy: 'Around 1 or less after warm-up; lone peaks are harmless.',
    hint: 'How strongly this batch pulls on the parameters. Lasting values far above 1 mean the learning rate is too high.',
    paper: 'Pascanu et al. 2013',
  },
  {
    recipe: 'sft',
    key: 'learning_rate',
    label: 'Learning rate',
    unit: 'per step',
    formula: 'linear warm-up to the peak, then a cosine down to its end',
    healthy: 'Follows the schedule by construction.',
    hint: 'How far AdamW moves each parameter in a step. It starts small so that the first noisy steps do no harm.',
    paper: 'Loshchilov & Hutter 2017',
  },
  {
    recipe: 'sft',
    key: 'num_tokens',
    label: 'Tokens seen',
    unit: 'tokens',
    formula: 'tokens of prompts and completions fed so far, padding left out',
    healthy: 'Grows in a straight line.',
    hint: 'How much text post-training has read. Compare it with pre-training: post-training is the small last step.',
    paper: 'TRL, SFTTrainer',
  },
  {
    recipe: 'rewardModel',
    key: 'loss',
    label: 'Train loss',
    unit: 'nats/pair',
    formula: '−mean over pairs of log σ(score(chosen) − score(rejected)); a tie counts half each way',
    healthy: 'Starts at ln 2 = 0.693 (a coin toss) and falls; labels that contradict each other keep it above 0.',
    hint: 'How surprised the reward model is by what labelers preferred. 0.693 is knowing nothing; above it, it is sure and wrong.',
    paper: RM_PAPER,
  },
  {
    recipe: 'rewardModel',
    key: 'eval/loss',
    label: 'Held-out loss',
    unit: 'nats/pair',
    formula: 'the same mean over pairs that are never trained on',
    healthy: 'Falls with the train loss; turns up when the pairs are gone over too often.',
    hint: 'When it rises while accuracy stays, the reward model is getting too sure of itself: its order is right, its scores are too far apart.',
    paper: RM_PAPER,
  },
  {
    recipe: 'rewardModel',
    key: 'accuracy',
    label: 'Train accuracy',
    unit: 'share',
    formula: 'share of the batch’s pairs with score(chosen) > score(rejected)',
    healthy: 'From one half upwards; near 100 % it knows its pairs by heart.',
    hint: 'How often the preferred completion gets the higher score. Labelers disagree with one another, so no honest model reaches 100 %.',
    paper: 'TRL, RewardTrainer',
  },
  {
    recipe: 'rewardModel',
    key: 'eval/accuracy',
    label: 'Held-out accuracy',
    unit: 'share',
    formula: 'share of held-out pairs with score(chosen) > score(rejected), ties left out',
    healthy: 'Well above one half, and near the train accuracy. The literature’s reward models reach 65 to 80 %.',
    hint: 'The one figure that says what the reward model has learnt. It is bounded by how often labelers agree with one another.',
    paper: 'Stiennon et al. 2020, §4.3',
  },
  {
    recipe: 'rewardModel',
    key: 'eval/accuracy/*',
    label: 'Held-out accuracy by labeler',
    unit: 'share',
    formula: 'the same share over the pairs one labeler judged',
    healthy: 'High for careful labelers, lower for noisy ones.',
    hint: 'A labeler with a figure near one half is noisy, or wants something else than the others do.',
    paper: 'Ouyang et al. 2022 (InstructGPT), appendix E.2',
  },
  {
    recipe: 'rewardModel',
    key: 'margin',
    label: 'Margin',
    unit: 'number',
    formula: 'mean over pairs of score(chosen) − score(rejected), before scores are normalised',
    healthy: 'Rises from 0 and levels off.',
    hint: 'How far apart the two scores are. It goes on growing after accuracy stands still: then only the confidence grows.',
    paper: 'TRL, RewardTrainer',
  },
  {
    recipe: 'rewardModel',
    key: 'mean_reward',
    label: 'Mean score',
    unit: 'number',
    formula: 'mean of all raw scores of the batch',
    healthy: 'Drifts freely: only differences are trained.',
    hint: 'Has no meaning by itself, because the loss sees differences only. When training ends, scores are shifted to mean 0 and scaled to spread 1.',
    paper: 'Stiennon et al. 2020, §3.4',
  },
  {
    recipe: 'rewardModel',
    key: 'grad_norm',
    label: 'Gradient norm',
    unit: 'norm',
    formula: '√Σ g² over all parameters, before clipping to 1',
    healthy: 'Lone peaks are harmless: a batch with labels nobody would guess.',
    hint: 'How strongly this batch of pairs pulls on the parameters.',
    paper: 'Pascanu et al. 2013',
  },
  {
    recipe: 'rewardModel',
    key: 'learning_rate',
    label: 'Learning rate',
    unit: 'per step',
    formula: 'linear warm-up to the peak, then a cosine down to its end',
    healthy: 'Follows the schedule by construction.',
    hint: 'How far AdamW moves each parameter in a step.',
    paper: 'Loshchilov & Hutter 2017',
  },
  {
    recipe: 'ppo',
    key: 'objective/scores',
    label: 'Proxy reward',
    unit: 'score',
    formula: 'mean over completions of score(x, y), less the penalty for those that did not stop',
    healthy: 'Rises. That alone proves nothing: it is what is being optimized.',
    hint: 'What the reward model says of the completions. It can go on rising after the text has stopped improving: read it beside gold.',
    paper: RLHF_PAPER,
  },
  {
    recipe: 'ppo',
    key: 'objective/gold',
    label: 'Gold reward',
    unit: 'reward',
    formula: 'mean over completions of the written spec’s own judgement, from −1 to 1',
    healthy: 'Rises with the proxy. When it turns down while the proxy rises, the policy exploits the reward model.',
    hint: 'What is really wanted, and what the policy never sees. A real lab does not have this curve: it asks people.',
    paper: 'Gao, Schulman & Hilton 2022',
  },
  {
    recipe: 'ppo',
    key: 'eval/scores',
    label: 'Held-out proxy reward',
    unit: 'score',
    formula: 'mean score over the same held-out prompts, drawn with the same seeds every time',
    healthy: 'Follows the proxy reward of the batches, with less noise.',
    hint: 'Batches answer other prompts every time; these stay the same, so a difference between two points is the policy’s.',
    paper: 'Gao, Schulman & Hilton 2022',
  },
  {
    recipe: 'ppo',
    key: 'eval/gold',
    label: 'Held-out gold reward',
    unit: 'reward',
    formula: 'mean gold over the same held-out prompts, drawn with the same seeds every time',
    healthy: 'Rises and stays; a lasting fall from its peak is over-optimization.',
    hint: 'The curve to judge RL by: unseen prompts, what is really wanted, and differences that are not luck of the batch.',
    paper: 'Gao, Schulman & Hilton 2022',
  },
  {
    recipe: 'ppo',
    key: 'objective/kl',
    label: 'KL (k1)',
    unit: 'nats/completion',
    formula: 'mean over completions of Σ_t logprob − refLogprob',
    healthy: 'Starts at 0, rises, and levels off where klCoef balances the reward: a few nats.',
    hint: 'How far the policy has moved away from SFT. This estimate is right on average but noisy; in one batch it can even be negative, though the true KL cannot.',
    paper: KL_PAPER,
  },
  {
    recipe: 'ppo',
    key: 'objective/kl_k3',
    label: 'KL (k3)',
    unit: 'nats/completion',
    formula: 'mean over completions of Σ_t expm1(logr) − logr, logr = refLogprob − logprob',
    healthy: 'Close to k1, and smoother.',
    hint: 'The same distance by an estimate that is never negative. Far above k1, a few tokens that SFT finds very unlikely dominate.',
    paper: KL_PAPER,
  },
  {
    recipe: 'ppo',
    key: 'objective/kl_exact',
    label: 'KL (exact, by token)',
    unit: 'nats/completion',
    formula: 'mean over completions of Σ_t Σ_v π(v) · (log π(v) − log ref(v))',
    healthy: 'Between the estimates.',
    hint: 'Summed over the whole vocabulary at every token instead of sampled: a model as small as this one can afford it.',
    paper: KL_PAPER,
  },
  {
    recipe: 'ppo',
    key: 'objective/entropy',
    label: 'Entropy',
    unit: 'nats/completion',
    formula: 'mean over completions of Σ_t −Σ_v π(v) log π(v)',
    healthy: 'Falls gently.',
    hint: 'How much the completions could vary. Reward up and entropy near zero means the same text every time.',
    paper: 'Shannon 1948; Kirk et al. 2023 on what RL costs in diversity',
  },
  {
    recipe: 'ppo',
    key: 'objective/non_score_reward',
    label: 'KL penalty',
    unit: 'score',
    formula: '−klCoef · KL (k1)',
    healthy: 'Small beside the gain in score.',
    hint: 'What the distance from SFT costs. It is negative whenever the KL is positive.',
    paper: RLHF_PAPER,
  },
  {
    recipe: 'ppo',
    key: 'objective/rlhf_reward',
    label: 'Reward with penalty',
    unit: 'score',
    formula: 'proxy reward + KL penalty',
    healthy: 'Rises: this is what PPO maximises.',
    hint: 'When it stands still while the proxy rises, every further gain is paid for in KL.',
    paper: RLHF_PAPER,
  },
  {
    recipe: 'ppo',
    key: 'policy/approxkl_avg',
    label: 'Step KL',
    unit: 'nats²',
    formula: 'mean over tokens of ½ · (log π_new − log π_old)² (k2)',
    healthy: '0 in the first minibatch, below 0.02 after.',
    hint: 'How far one update moves the policy from the one that wrote the batch, not from SFT. Large values mean the learning rate is too high.',
    paper: KL_PAPER,
  },
  {
    recipe: 'ppo',
    key: 'policy/clipfrac_avg',
    label: 'Clip fraction',
    unit: 'share',
    formula: 'share of tokens with |ratio − 1| > clipRange',
    healthy: '0 in the first minibatch of a batch, under 20 % after.',
    hint: 'How many tokens the clip keeps from moving further. With one epoch and one minibatch it is always 0: new and old policy are still the same.',
    paper: PPO_PAPER,
  },
  {
    recipe: 'ppo',
    key: 'policy/entropy_avg',
    label: 'Entropy by token',
    unit: 'nats/token',
    formula: 'mean over completion tokens of −Σ_v π(v) log π(v)',
    healthy: 'Falls gently, not to zero.',
    hint: 'As entropy, but it does not change with the length of the completions.',
    paper: 'Shannon 1948',
  },
  {
    recipe: 'ppo',
    key: 'loss/policy_avg',
    label: 'Policy loss',
    unit: 'number',
    formula: 'mean over tokens of max(−A·ratio, −A·clip(ratio, 1 ± clipRange))',
    healthy: 'Around 0 all the time.',
    hint: 'Not a curve to watch: whitened advantages have mean 0, so this starts near 0 and need not fall while the policy improves.',
    paper: PPO_PAPER,
  },
  {
    recipe: 'ppo',
    key: 'loss/value_avg',
    label: 'Value loss',
    unit: 'number',
    formula: '½ · mean over tokens of (V(x, y_<t) − return)², clipped as the policy is',
    healthy: 'Falls, then follows the spread of the rewards.',
    hint: 'How wrong the value head is about the reward still to come. It may rise when completions change faster than it learns.',
    paper: PPO_PAPER,
  },
  {
    recipe: 'ppo',
    key: 'val/explained_variance',
    label: 'Explained variance',
    unit: 'share',
    formula: '1 − var(return − value) / var(return)',
    healthy: 'Above 0 after the warm-up; 1 would be perfect foresight.',
    hint: 'How much of the differences in reward the value head foresees. Below 0 it is worse than always guessing the mean.',
    paper: PPO_PAPER,
  },
  {
    recipe: 'ppo',
    key: 'val/ratio',
    label: 'Ratio',
    unit: 'number',
    formula: 'mean over tokens of π_new(y_t) / π_old(y_t)',
    healthy: 'Exactly 1 in the first minibatch, near 1 after.',
    hint: 'How much likelier the updated policy makes the tokens of the batch.',
    paper: PPO_PAPER,
  },
  {
    recipe: 'ppo',
    key: 'val/num_eos_tokens',
    label: 'Completions that stopped',
    unit: 'number',
    formula: 'completions of the batch that ended with EOS',
    healthy: 'Nearly all of them.',
    hint: 'A completion that never ends gets a penalty, so this should not fall.',
    paper: 'TRL, PPOTrainer',
  },
  {
    recipe: 'ppo',
    key: 'completions/mean_length',
    label: 'Completion length',
    unit: 'tokens',
    formula: 'mean of C over the batch, EOS included',
    healthy: 'Settles; a steady climb means length pays.',
    hint: 'Length is the easiest thing to exploit: many labelers take long for thorough, and so does a reward model that learnt from them.',
    paper: 'Singhal et al. 2023, “A Long Way to Go”',
  },
  {
    recipe: 'ppo',
    key: 'completions/clipped_ratio',
    label: 'Cut completions',
    unit: 'share',
    formula: 'share of completions that reached the length limit without EOS',
    healthy: 'Near 0 %.',
    hint: 'A rising share means the policy is learning to ramble.',
    paper: 'TRL, GRPOTrainer',
  },
  {
    recipe: 'ppo',
    key: 'grad_norm',
    label: 'Gradient norm',
    unit: 'norm',
    formula: '√Σ g² over all parameters, before clipping to 1',
    healthy: 'Unsteady by nature: few completions, many directions.',
    hint: 'How strongly this batch pulls on the parameters.',
    paper: 'Pascanu et al. 2013',
  },
  {
    recipe: 'ppo',
    key: 'learning_rate',
    label: 'Learning rate',
    unit: 'per step',
    formula: 'as set by the slider, falling in a straight line to its end',
    healthy: 'A tenth of SFT’s or less.',
    hint: 'How far AdamW moves each parameter in a step. RL takes small ones: its gradients are noisy.',
    paper: PPO_PAPER,
  },
  {
    recipe: 'ppo',
    key: 'kl_coef',
    label: 'KL coefficient',
    unit: 'number',
    formula: 'klCoef: reward taken off for each nat of KL',
    healthy: 'Constant, unless a KL target steers it.',
    hint: 'The leash: larger holds the policy closer to SFT, 0 lets it go wherever the reward model leads.',
    paper: RLHF_PAPER,
  },
] as const satisfies readonly Metric[];

/** The row of a recipe's metric, or undefined for a key that has none. */
export function findMetric(recipe: MetricRecipe, key: string): Metric | undefined {
  const rows: readonly Metric[] = metrics;
  return (
    rows.find((row) => row.recipe === recipe && row.key === key) ??
    rows.find((row) => row.recipe === recipe && row.key.endsWith('*') && key.startsWith(row.key.slice(0, -1)))
  );
}

/** The rows of SFT, under the names of TRL’s SFTTrainer. */
import type { Metric } from './types.ts';

const LM_PAPER = 'Ouyang et al. 2022 (InstructGPT), §3.5; the loss of Bengio et al. 2003';

export const sftMetrics = [
  {
    key: 'loss',
    label: 'Train loss',
    unit: 'nats/token',
    formula: '−mean over completion tokens of log π(y_t | x, y_<t)',
    healthy: 'Falls quickly in the first tenth of the run, then slowly.',
    hint: 'How surprised the model is by the demonstrated answers of this batch. Prompt tokens do not count. It jitters because every step sees other examples.',
    paper: LM_PAPER,
  },
  {
    key: 'eval/loss',
    label: 'Held-out loss',
    unit: 'nats/token',
    formula: 'the same mean over examples that are never trained on',
    healthy: 'Falls with the train loss and stays close to it.',
    hint: 'Surprise at answers the model has not seen. When it rises while the train loss falls, the model is memorising; answers can still improve for a while.',
    paper: LM_PAPER,
  },
  {
    key: 'pretraining_loss',
    label: 'Pre-training loss',
    unit: 'nats/token',
    formula: '−mean over the tokens of this batch’s pre-training documents of log π(x_t | x_<t)',
    healthy:
      'Rises a little at first and stays there. Without documents in the batch it isn’t measured, and forgetting is worse.',
    hint: 'How surprised the model is by text of the kind it was pre-trained on, a little of which is mixed into every batch so that it isn’t forgotten.',
    paper: 'Ouyang et al. 2022 (InstructGPT), eq. 2, there in RL',
  },
  {
    key: 'mean_token_accuracy',
    label: 'Token accuracy',
    unit: 'share',
    formula: 'share of completion tokens where argmax π(· | x, y_<t) = y_t',
    healthy: 'Rises; in open writing it never reaches 100 %.',
    hint: 'How often the likeliest next token is the demonstrated one. Many good answers exist, so a low share is not a bad model.',
    paper: 'TRL, SFTTrainer',
  },
  {
    key: 'entropy',
    label: 'Entropy',
    unit: 'nats/token',
    formula: 'mean over completion tokens of −Σ_v π(v) log π(v)',
    healthy: 'Falls, but not to zero.',
    hint: 'How open the model is about the next token. Near zero, it says the same thing every time.',
    paper: 'Shannon 1948',
  },
  {
    key: 'grad_norm',
    label: 'Gradient norm',
    unit: 'norm',
    formula: '√Σ g² over all parameters, before clipping to 1',
    healthy: 'Around 1 or less after warm-up; lone peaks are harmless.',
    hint: 'How strongly this batch pulls on the parameters. Lasting values far above 1 mean the learning rate is too high.',
    paper: 'Pascanu et al. 2013',
  },
  {
    key: 'learning_rate',
    label: 'Learning rate',
    unit: 'per step',
    formula: 'linear warm-up to the peak, then a cosine down to its end',
    healthy: 'Follows the schedule by construction.',
    hint: 'How far AdamW moves each parameter in a step. It starts small so that the first noisy steps do no harm.',
    paper: 'Loshchilov & Hutter 2017',
  },
  {
    key: 'num_tokens',
    label: 'Tokens seen',
    unit: 'tokens',
    formula: 'tokens of prompts and completions fed so far, padding left out',
    healthy: 'Grows in a straight line.',
    hint: 'How much text post-training has read. Compare it with pre-training: post-training is the small last step.',
    paper: 'TRL, SFTTrainer',
  },
] as const satisfies readonly Metric[];

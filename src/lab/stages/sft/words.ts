/** The words of SFT, in plain language. */
import type { GlossaryEntry } from '../glossaryEntry.ts';

export const sftWords: readonly GlossaryEntry[] = [
  {
    id: 'sft',
    core: 4,
    label: 'SFT, supervised fine-tuning',
    plain:
      'The first step of post-training: the model is trained on demonstrations, prompts with a good answer each, until it answers in that way and stops.',
    exact: 'minimise −mean log π(y_t | x, y_<t) over the tokens of the completions',
    source: 'Ouyang et al. 2022 (InstructGPT)',
  },
  {
    id: 'completion-mask',
    label: 'Completion mask',
    plain:
      'Which tokens a step learns from: those of the answer. The question is read, so that the answer can depend on it, but the model is not trained to ask it.',
    exact: 'completionMask_t is 1 on tokens of the completion, its end of text included, and 0 elsewhere',
  },
  {
    id: 'pretraining-mix',
    label: 'Pre-training text mixed in',
    plain:
      'A few rows of every batch hold documents as the base model read them, so that learning to answer doesn’t make it forget how to write.',
    exact: 'L = L_demonstrations + pretrainingCoef · L_pretraining, each a mean over its own tokens',
    source: 'Ouyang et al. 2022 (InstructGPT), eq. 2, there in RL',
  },
];

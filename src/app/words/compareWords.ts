/** The words of comparing checkpoints, in plain language. What single figures mean is in world/evals/evalMeanings.ts. */
import type { GlossaryEntry } from '../../lab/stages/glossaryEntry.ts';

export const compareWords: readonly GlossaryEntry[] = [
  {
    id: 'win-rate',
    label: 'Win rate',
    plain:
      'On how many prompts one model’s reply is preferred to another’s. A tie counts half, so 50 % means neither is better.',
    exact: 'mean over prompts of 1 (won), ½ (tie), 0 (lost); both models get the same prompts and seeds',
    source: 'Ouyang et al. 2022 (InstructGPT), §4.1',
  },
  {
    id: 'crowd',
    label: 'Crowd of replies',
    plain:
      'Many replies to one prompt, drawn at temperature 1. A model is not one answer but all of them, each with its chance: training makes some likelier and others rarer, so the crowd moves.',
  },
  {
    id: 'behaviour-rate',
    label: 'How often a behaviour shows',
    plain:
      'SFT imitates a mixed crowd, so it does a bit of everything: warm and rude, short and rambling, honest and guessing. RL can only make likelier what it already does now and then, and this is where it shows.',
    exact: 'share of replies with at least one sentence that shows it, of the replies to prompts on which it can show',
  },
  {
    id: 'rl-controls',
    label: 'Controls of RL',
    plain:
      'The cheapest ways to a better reply without training: draw less boldly, or draw several and let the reward model choose. RL has taught the policy something only where it lies above them.',
    exact: 'best of n lies log n − (n − 1)/n nats from the policy that drew, at most',
    source: 'Stiennon et al. 2020, app. G.3; Gao, Schulman & Hilton 2022',
  },
  {
    id: 'interval-95',
    label: '95 % interval',
    plain:
      'Where the true share lies, as far as so few prompts can tell: an interval made this way holds it 95 times in 100. If it contains 50 %, the winner may be luck.',
    source: 'Wilson 1927',
  },
  {
    id: 'standard-error',
    label: 'Standard error',
    plain:
      'How far a measured figure typically lies from what endless prompts would give. A difference of less than two of them may be chance.',
  },
  {
    id: 'refusal-matrix',
    label: 'Refused and answered',
    plain:
      'Two ways to be right, two to be wrong: refuse what harms, answer what doesn’t. A model that refuses everything is safe and useless.',
  },
  {
    id: 'blind-arena',
    label: 'Blind arena',
    plain:
      'Two replies without names, in random order: you say which is better before you learn who wrote it. Names sway judgement.',
    source: 'Chiang et al. 2024 (Chatbot Arena)',
  },
  {
    id: 'mainline',
    label: 'Mainline',
    plain:
      'The one checkpoint everybody builds on. Changes are tried beside it, in small steps, and merged when they pass the gate; when one turns out bad, mainline goes back in a click.',
    source: 'Zoph & Schulman 2025, “ChatGPT and the Art of Post-Training”',
  },
  {
    id: 'evaluation-gate',
    label: 'Evaluation gate',
    plain:
      'The evaluations a checkpoint must not fail before mainline moves to it: each says which way is better and how much worse is still let through.',
    exact:
      'passes while it is worse by at most tolerance + errors · s.e. of the difference: that of the differences prompt by prompt where both answered the same (paired), else √(se₁² + se₂²)',
  },
];

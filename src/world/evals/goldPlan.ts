/**
 * What gold reward is measured on: the mix of RL prompts in words and entities that RL never practised. The same seed asks
 * the same, whatever the checkpoint. Scoring is in goldEvals.ts.
 */
import { goldEvalPrompts } from '../prompts/rlPrompts.ts';
import type { Prompt } from '../types.ts';
import { type EvalSampling, greedySampling, plainSampling } from './decoding.ts';

export interface GoldGroup {
  /** `phrasings`: trained entities in new words; `entities`: held-out entities. */
  readonly name: 'phrasings' | 'phrasingsGreedy' | 'entities';
  readonly prompts: readonly Prompt[];
  /** Completions of every prompt: their mean is the prompt's reward, so that the luck of one draw counts less. */
  readonly copies: number;
  readonly sampling: EvalSampling;
}

const promptCounts = { full: 200, quick: 50 } as const;
/** Where a gain over another checkpoint is wanted. */
const pairedCopies = { full: 4, quick: 1 } as const;

export interface GoldPlanOptions {
  readonly seed: number;
  /** Default `full`. */
  readonly size?: 'full' | 'quick';
  /** Its replies are held against another checkpoint's, prompt by prompt. Default true. */
  readonly isPaired?: boolean;
}

export function goldPlan({ seed, size = 'full', isPaired = true }: GoldPlanOptions): readonly GoldGroup[] {
  const copies = isPaired ? pairedCopies[size] : 1;
  const { phrasings, entities } = goldEvalPrompts({ seed, count: promptCounts[size] });
  return [
    { name: 'phrasings', prompts: phrasings, copies, sampling: plainSampling(seed) },
    { name: 'phrasingsGreedy', prompts: phrasings, copies: 1, sampling: greedySampling(seed) },
    { name: 'entities', prompts: entities, copies: 1, sampling: plainSampling(seed) },
  ];
}

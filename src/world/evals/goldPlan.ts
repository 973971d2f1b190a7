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
  readonly sampling: EvalSampling;
}

const promptCounts = { full: 200, quick: 50 } as const;

export function goldPlan({ seed, size = 'full' }: { readonly seed: number; readonly size?: 'full' | 'quick' }) {
  const { phrasings, entities } = goldEvalPrompts({ seed, count: promptCounts[size] });
  const plan: readonly GoldGroup[] = [
    { name: 'phrasings', prompts: phrasings, sampling: plainSampling(seed) },
    { name: 'phrasingsGreedy', prompts: phrasings, sampling: greedySampling(seed) },
    { name: 'entities', prompts: entities, sampling: plainSampling(seed) },
  ];
  return plan;
}

/** One hue a model, the same everywhere (7-screens.md): the strip, lines, column heads, token marks. */
import type { StageId } from '../store/state.ts';

export const stageHues: Readonly<Record<StageId, string>> = {
  base: 'var(--base)',
  sft: 'var(--sft)',
  rewardModel: 'var(--rm)',
  ppo: 'var(--rl)',
  compare: 'var(--text)',
};

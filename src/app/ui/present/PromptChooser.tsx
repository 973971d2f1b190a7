/** Which prompts presenter mode shows: the first ones, until the presenter chooses others. */
import type { AskedPrompt } from '../../store/state.ts';
import { choosePrompts } from '../../store/present/presentActions.ts';
import { MOST_PROMPTS } from '../../store/present/presentState.ts';
import { ChooseFew } from '../controls/ChooseFew.tsx';

interface PromptChooserProps {
  readonly prompts: readonly AskedPrompt[];
  /** Ids. */
  readonly shown: readonly string[];
}

export function PromptChooser({ prompts, shown }: PromptChooserProps) {
  return (
    <ChooseFew
      title="Prompts"
      name="Prompts: choose which are shown"
      label="Shown"
      all={prompts.map(({ id, question }) => ({ id, title: question }))}
      shown={shown}
      most={MOST_PROMPTS}
      onChange={choosePrompts}
    />
  );
}

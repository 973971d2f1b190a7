/**
 * The prompts shown side by side by default, in the experiment document's form. What they are and why is the world's
 * matter (src/world/displayPrompts.ts); questions of one's own can be put in the document.
 */
import { displayPrompts } from '../../world/displayPrompts.ts';

export function defaultDisplayPrompts(): { id: string; family: string; question: string }[] {
  return displayPrompts.map(({ prompt: { id, family, question } }) => ({ id, family, question }));
}

/** Completions of every kept step as JSON Lines: one object a completion, oldest step of the earliest stage first. */
import type { CompletionsAtStep } from './exported.ts';

export function writeCompletionsJsonl(kept: readonly CompletionsAtStep[]): string {
  const lines = kept.flatMap(({ stage, step, completions }) =>
    completions.map((completion) => JSON.stringify({ stage, step, ...completion })),
  );
  return lines.map((line) => `${line}\n`).join('');
}

/** Completions as JSON Lines: one object a completion, in the order given. One of several draws says which (`draw`). */
import type { CompletionsAtStep } from './exported.ts';

export function writeCompletionsJsonl(kept: readonly CompletionsAtStep[]): string {
  const lines = kept.flatMap(({ stage, step, completions }) =>
    completions.map((completion) => JSON.stringify({ stage, step, ...completion })),
  );
  return lines.map((line) => `${line}\n`).join('');
}

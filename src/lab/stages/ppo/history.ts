/**
 * Until version 3 `minibatches` was the least number of optimizer steps an epoch: what didn't fit one packed pass made more
 * steps. Since then it is their exact number.
 */

/** Completions of default length that fit one packed pass of that time: 64 of them took three. */
const A_PASS_HELD = 24;

/** @returns the settings with as many steps an epoch as such a run took, at the lengths replies have by default */
export function stepsOfVersion3(settings: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { minibatches, promptsPerUpdate, completionsPerPrompt } = settings;
  const completions = Number(promptsPerUpdate) * Number(completionsPerPrompt);
  const taken = Math.min(64, Math.max(Number(minibatches), Math.ceil(completions / A_PASS_HELD)));
  // Anything malformed is passed on: the schema names it.
  return Number.isInteger(minibatches) && Number.isFinite(taken) ? { ...settings, minibatches: taken } : settings;
}

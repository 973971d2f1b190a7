/**
 * Where an update's completions come from. By default the engine samples them; whatever else draws (the best of several, a
 * model that may use a calculator) is another Draw. Log-probs are never a draw's business: they come from a packed pass.
 */
import { type GeneratorOptions, createGenerator } from '../engine/runtime/generate.ts';
import type { ParamSource } from '../engine/runtime/paramFeeder.ts';
import { InvalidInputError } from '../errors.ts';
import { type CompletionMask, checkMask } from './completionMask.ts';

/** One drawn completion. */
export interface Drawn {
  /** Its EOS included when it has one; at most maxNewTokens of them. */
  readonly completionIds: readonly number[];
  /** Whether it ended with EOS inside the limit. */
  readonly stopped: boolean;
  /** Where the host put tokens of its own. Missing: the policy chose them all. */
  readonly completionMask?: CompletionMask;
}

export interface DrawRequest {
  /** The policy as it is now, in the layout the draw was opened with. */
  readonly params: ParamSource;
  /** Token ids, one list a completion: a prompt stands there as often as it is to be completed. */
  readonly prompts: readonly (readonly number[])[];
  /** > 0 */
  readonly temperature: number;
  /** One a completion. */
  readonly seeds: readonly number[];
}

export interface Draw {
  /** @returns one a prompt, in order */
  draw(request: DrawRequest): Promise<readonly Drawn[]>;
  dispose(): Promise<void>;
}

/** @param count asked for · @param update for the message · @throws InvalidInputError when a draw isn't what DrawRequest asks for */
export function checkDrawn(drawn: readonly Drawn[], count: number, update: number): void {
  if (drawn.length !== count) {
    throw new InvalidInputError(`Step ${update}: ${count} completions were asked for, and ${drawn.length} drawn.`);
  }
  drawn.forEach((one, row) => {
    const what = `Completion ${row + 1} of step ${update}`;
    if (one.completionIds.length === 0) throw new InvalidInputError(`${what} is empty; a draw has a token at least.`);
    checkMask(one, what);
  });
}

export type OpenDraw = (options: GeneratorOptions) => Promise<Draw>;

export const openGeneratorDraw: OpenDraw = async (options) => {
  const generator = await createGenerator(options);
  return {
    async draw(request) {
      const { tokens, stopped } = await generator.generate(request);
      return tokens.map((completionIds, row) => ({ completionIds, stopped: stopped[row]! }));
    },
    dispose: () => generator.dispose(),
  };
};

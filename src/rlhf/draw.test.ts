import { expect, test } from 'vitest';
import { initParams } from '../engine/nn/paramLayout.ts';
import { createGenerator } from '../engine/runtime/generate.ts';
import { openInterpreter } from '../engine/runtime/interpreter.ts';
import { exactConfig, exactPrompts } from '../testing/exactWorld.ts';
import { checkDrawn, openGeneratorDraw } from './draw.ts';

test('by default the engine draws', async () => {
  const options = { executor: openInterpreter(), config: exactConfig, batch: 2, promptLength: 1, maxNewTokens: 3 };
  const request = { params: initParams(exactConfig, 4), prompts: exactPrompts, temperature: 1.5, seeds: [8, 9] };
  const [generator, draw] = [await createGenerator(options), await openGeneratorDraw(options)];
  const { tokens, stopped } = await generator.generate(request);
  expect(await draw.draw(request)).toEqual(tokens.map((completionIds, i) => ({ completionIds, stopped: stopped[i]! })));
  await generator.dispose();
  await draw.dispose();
});

test('a draw that doesn’t give what was asked for is refused, and says where', () => {
  const one = { completionIds: [3, 4], stopped: false };
  expect(() => checkDrawn([one, { ...one, completionMask: [0, 1] }], 2, 7)).not.toThrow();
  expect(() => checkDrawn([one], 2, 7)).toThrow('Step 7: 2 completions were asked for, and 1 drawn.');
  expect(() => checkDrawn([one, { ...one, completionIds: [] }], 2, 7)).toThrow('Completion 2 of step 7 is empty');
  expect(() => checkDrawn([{ ...one, completionMask: [0, 0] }], 1, 7)).toThrow(/^Completion 1 of step 7 has 2/);
});

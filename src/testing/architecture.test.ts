/**
 * The import arrows of 2-architecture.md §2.1 hold because lint fails when they are broken. Here the linter itself is
 * tested: a forbidden import must be reported, an allowed one must not.
 */
import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint({
  // Only the rules about imports and globals matter here, and they need no types.
  overrideConfig: { languageOptions: { parserOptions: { projectService: false, project: null, program: null } } },
  ruleFilter: ({ ruleId }) => ruleId.startsWith('boundaries/') || ruleId.startsWith('no-restricted-'),
});

async function lint(filePath: string, text: string): Promise<string[]> {
  const [result] = await eslint.lintText(text, { filePath });
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message);
}

const file = {
  tensor: 'src/engine/tensor/hostTensor.ts',
  autodiff: 'src/engine/autodiff/graph.ts',
  runtime: 'src/engine/runtime/executor.ts',
  rlhf: 'src/rlhf/recipe.ts',
  world: 'src/world/types.ts',
  lab: 'src/lab/run/protocol.ts',
};

const forbidden: readonly [name: string, from: string, text: string][] = [
  ['tensor → autodiff', file.tensor, "import '../autodiff/graph.ts';"],
  ['autodiff → runtime', file.autodiff, "import '../runtime/executor.ts';"],
  ['autodiff → runtime, even as a type', file.autodiff, "import type { Executor } from '../runtime/executor.ts';"],
  ['engine → rlhf', file.runtime, "import '../../rlhf/recipe.ts';"],
  ['rlhf → world', file.rlhf, "import '../world/types.ts';"],
  ['rlhf → lab', file.rlhf, "import '../lab/run/protocol.ts';"],
  ['world → lab', file.world, "import '../lab/run/protocol.ts';"],
  ['world → engine', file.world, "import '../engine/tensor/shape.ts';"],
  ['lab → testing', file.lab, "import '../../testing/architecture.test.ts';"],
  ['a re-export through a dynamic import', file.rlhf, "export const later = () => import('../world/types.ts');"],
  ['app → engine values', 'src/app/probe.ts', "import { numel } from '../engine/tensor/shape.ts';\nnumel([]);"],
  ['a file outside the house', 'src/utils/probe.ts', 'export const x = 1;'],
  ['rlhf → onnxruntime', file.rlhf, "import 'onnxruntime-web';"],
  ['nn → onnxruntime', 'src/engine/nn/probe.ts', "import 'onnxruntime-web/webgpu';"],
  ['lab → react', file.lab, "import 'react';"],
  ['lab → zustand', file.lab, "import 'zustand/vanilla';"],
  ['engine → node', file.runtime, "import 'node:fs';"],
  ['barrel', file.tensor, "export * from './shape.ts';"],
  ['barrel by name', file.tensor, "export { numel } from './shape.ts';"],
  ['document below the page', file.rlhf, 'export const title = document.title;'],
  ['Math.random in a recipe', file.rlhf, 'export const x = Math.random();'],
  ['a worker started by a component', 'src/app/ui/probe.ts', "export const w = new Worker('x.js');"],
];

const allowed: readonly [name: string, from: string, text: string][] = [
  ['runtime → onnx’s neighbours', file.runtime, "import '../autodiff/graph.ts';\nimport '../tensor/shape.ts';"],
  ['lab → world and rlhf', file.lab, "import '../../world/types.ts';\nimport '../../rlhf/recipe.ts';"],
  ['app → engine types', 'src/app/probe.ts', "import type { DeviceInfo } from '../engine/runtime/executor.ts';"],
  ['app → lab', 'src/app/probe.ts', "import '../lab/run/protocol.ts';"],
  ['errors from anywhere', file.tensor, "import '../../errors.ts';"],
  ['ort in runtime', file.runtime, "import 'onnxruntime-web/webgpu';"],
  ['a type exported where it is defined', file.tensor, 'type Size = number;\nexport type { Size };'],
];

describe('the import arrows', () => {
  it.each(forbidden)('reports %s', async (_name, from, text) => {
    const rules = await lint(from, text);
    expect(rules).not.toEqual([]);
    // An import that doesn't resolve would be reported too, and prove nothing.
    expect(rules).not.toContain('boundaries/no-unknown-dependencies');
  });
  it.each(allowed)('accepts %s', async (_name, from, text) => {
    expect(await lint(from, text)).toEqual([]);
  });
});

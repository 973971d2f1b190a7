/** What the layout promises beyond what the linter's arrows check. */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { findStageLiterals, stageLiteralsBelow } from './stageLiterals.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where a kind of stage may be named: its recipe, its row and folder, its face, presets, migrations, tests. */
const ALLOWED = [
  /^src\/rlhf\//,
  /^src\/lab\/stages\//,
  /^src\/app\/stages\//,
  /^src\/lab\/document\/(presets|migrate)\.ts$/,
  /^src\/testing\//,
  /\.test\.tsx?$/,
];

describe('a kind of stage', () => {
  it('is named in its own files and rows, and nowhere else', () => {
    const found = stageLiteralsBelow(ROOT, ['src', 'workers', 'cli'], (file) => ALLOWED.some((one) => one.test(file)));
    expect(found, 'ask specOf(stage.kind) or pipeline.ts instead of naming a kind').toEqual([]);
  });

  it.each([
    ["if (stage.kind === 'ppo') draw();", 'ppo'],
    ['const column = stage === "sft" ? 1 : 2;', 'sft'],
    ["type Column = 'base' | 'rewardModel';", 'rewardModel'],
    ['const name = `average`;', 'average'],
    ['const heading = <Term id="sft">SFT</Term>;', 'sft'],
  ])('is found where %s', (source, text) => {
    expect(findStageLiterals(source, 'example.tsx')).toEqual([{ line: 1, text }]);
  });

  it('is found where it is the key of a table', () => {
    const found = findStageLiterals("const titles = {\n  sft: 'SFT',\n  ppo: 'RL',\n};", 'example.ts');
    expect(found).toEqual([
      { line: 2, text: 'sft' },
      { line: 3, text: 'ppo' },
    ]);
  });

  it('may be spoken of, and be the name of a property', () => {
    const source = "// the kind 'ppo'\nconst text = 'train sft first'; faces.ppo; const judge = { rewardModel: null };";
    expect(findStageLiterals(source, 'example.ts')).toEqual([]);
  });
});

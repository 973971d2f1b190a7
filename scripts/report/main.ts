/**
 * The figures of docs/verification.md that `lab run` does not print, natively, a JSON line each.
 *
 *   npm run -s report -- <what> --seed 11 [--keep folder] [--threads 2]
 *
 * what: `pipeline` (the default experiment with its evaluations and controls, behaviours, content rules alone, the reward
 * model on RL's own replies, the phrase attack on SFT, greetings), `ppo` (its critic and its clip), `gold` (RL on gold beside
 * best of 64 by gold), `sheet` (replies of SFT and RL to ten prompts, to be told apart), `overoptimization` (the experiment and its control arms, in gold points). Stages are kept in the folder
 * and not trained twice; seeds 1–3 are for tuning, 11–15 for reporting.
 */
import { parseArgs } from 'node:util';
import { readEvalMaterials } from '../../cli/evalMaterials.ts';
import { openNative } from '../../src/engine/runtime/native.ts';
import type { Experiment } from '../../src/lab/document/experiment.ts';
import { parseExperiment } from '../../src/lab/document/experiment.ts';
import { presetArms, presetExperiment } from '../../src/lab/document/presets.ts';
import { createCheckTools } from '../../src/lab/judge/checkTools.ts';
import { loadFolder } from '../pretrain/modelFolders.ts';
import * as figures from './figures.ts';
import { policyOf, rewardModelOf, trainStages, type TrainedStage } from './stages.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    keep: { type: 'string', default: 'report' },
    threads: { type: 'string', default: '2' },
    model: { type: 'string', default: 'public/models/lab-1m' },
  },
});
const seed = Number(values.seed);
const materials = readEvalMaterials();
const tools = createCheckTools(materials.dictionary);
const model = loadFolder(values.model);
const executor = await openNative({ threads: Number(values.threads) });
const shared = { executor, model, tools, materials, seed };

const print = (what: string, found: object) => console.log(JSON.stringify({ what, seed, ...found }));

async function train(experiment: Experiment): Promise<readonly TrainedStage[]> {
  const stages = await trainStages({ executor, model, experiment, tools, folder: values.keep });
  for (const { id, seconds } of stages) print('stage', { id, seconds: Math.round(seconds) });
  return stages;
}

const withSeed = (experiment: Experiment) => parseExperiment({ ...experiment, seed });

async function pipeline(): Promise<void> {
  const stages = await train(withSeed(presetExperiment('instructgpt')));
  const [sft, policy, judge] = [policyOf(model, stages.slice(0, 1)), policyOf(model, stages), rewardModelOf(stages)!];
  print('greetings', await figures.greetings(shared, sft));
  const before = await figures.evaluate(shared, sft);
  print('sft', before.evals);
  print('reward model', await figures.judgeRewardModel(shared, sft, judge));
  const against = { params: sft, replies: before.replies };
  print('rl', (await figures.evaluate(shared, policy, { against, judge })).evals);
  print('rl, more', await figures.compareDraws(shared, { sft, policy, judge }));
  print('phrase attack on SFT', await figures.attackPhrases(shared, sft));
}

async function sheet(): Promise<void> {
  const stages = await train(withSeed(presetExperiment('instructgpt')));
  print('sheet', await figures.blindSheet(shared, policyOf(model, stages.slice(0, 1)), policyOf(model, stages)));
}

async function ppo(): Promise<void> {
  const stages = await train(withSeed(presetExperiment('ppo')));
  const [sft, policy, judge] = [policyOf(model, stages.slice(0, 1)), policyOf(model, stages), rewardModelOf(stages)!];
  print('ppo, course', figures.courseOfPpo(stages.at(-1)!));
  const against = { params: sft, replies: (await figures.evaluate(shared, sft)).replies };
  print('ppo', (await figures.evaluate(shared, policy, { against, judge })).evals);
}

async function gold(): Promise<void> {
  const rl = presetExperiment('instructgpt').stages.at(-1)!;
  const { from: _newest, ...settings } = rl;
  const onGold = { ...settings, reward: 'gold', klCoef: 0.03, updates: 100 };
  const stages = await train(parseExperiment({ seed, stages: [{ kind: 'sft' }, onGold] }));
  print(
    'rl on gold',
    await figures.besideBestOf64(shared, policyOf(model, stages.slice(0, 1)), policyOf(model, stages)),
  );
}

async function overoptimization(): Promise<void> {
  const arms: { readonly name: string; readonly params: Float32Array }[] = [];
  let sft = model.params;
  for (const name of presetArms('overoptimization')) {
    const stages = await train(withSeed(presetExperiment(name)));
    sft = policyOf(model, stages.slice(0, 1));
    arms.push({ name, params: policyOf(model, stages) });
  }
  print('over-optimization', await figures.compareArms(shared, sft, arms));
}

const reports: Readonly<Record<string, () => Promise<void>>> = { pipeline, sheet, ppo, gold, overoptimization };
const report = reports[positionals[0] ?? ''];
if (!report) throw new Error(`say which report: ${Object.keys(reports).join(', ')}`);
await report();
await executor.dispose();

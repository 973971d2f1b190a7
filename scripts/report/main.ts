/**
 * What `lab run` does not print of an experiment, natively, a JSON line each.
 *
 *   npm run -s report -- pipeline --seed 11 [--threads 2]
 *   npm run -s report -- gold --seed 11
 *
 * `pipeline`: the default experiment's greetings, behaviours, content rules alone, broken words, the reward model on RL's own
 * replies, the phrase attack on SFT, a blind sheet. `gold`: RL on gold itself beside the best of 64 by gold. Seeds 1–3 are for
 * tuning, 11–15 for reporting.
 */
import { parseArgs } from 'node:util';
import { openNative } from '../../src/engine/runtime/native.ts';
import { type Experiment, parseExperiment } from '../../src/lab/document/experiment.ts';
import { presetExperiment } from '../../src/lab/document/presets.ts';
import { createCheckTools } from '../../src/lab/judge/checkTools.ts';
import { runExperiment } from '../../src/lab/run/runExperiment.ts';
import type { StageOutput } from '../../src/lab/stages/stageRun.ts';
import { dictionaryText } from '../corpus/spelling.ts';
import { loadFolder } from '../pretrain/modelFolders.ts';
import * as figures from './figures.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    threads: { type: 'string', default: '2' },
    model: { type: 'string', default: 'public/models/lab-1m' },
  },
});
const seed = Number(values.seed);
const dictionary = dictionaryText();
const model = loadFolder(values.model);
const executor = await openNative({ threads: Number(values.threads) });
const shared: figures.Shared = { executor, model, tools: createCheckTools(dictionary), seed };

const print = (what: string, found: object) => console.log(JSON.stringify({ what, seed, ...found }));

/** @returns what every stage made, in order */
async function train(experiment: Experiment): Promise<readonly StageOutput[]> {
  const outputs: StageOutput[] = [];
  // The evaluations of `lab run` are not made again, so none of them reads the held-out text.
  const options = {
    experiment,
    model,
    executor,
    materials: { dictionary, heldoutText: '' },
    evalSize: 'none',
  } as const;
  for await (const event of runExperiment(options)) {
    if (event.type === 'checkpoint' && event.checkpoint.stage !== 'base') outputs.push(event.output);
  }
  return outputs;
}

async function pipeline(): Promise<void> {
  const [sft, judge, policy] = await train(parseExperiment({ ...presetExperiment('instructgpt'), seed }));
  if (sft?.kind !== 'policy' || judge?.kind !== 'rewardModel' || policy?.kind !== 'policy') {
    throw new TypeError('the default experiment is no longer SFT, a reward model and RL');
  }
  const trained = { sft: sft.params, policy: policy.params, judge: judge.model };
  print('greetings', await figures.greetings(shared, trained.sft));
  print('draws', await figures.compareDraws(shared, trained));
  print('phrase attack on SFT', await figures.attackPhrases(shared, trained.sft));
  print('sheet', await figures.blindSheet(shared, trained));
}

async function gold(): Promise<void> {
  const onGold = { kind: 'rloo', reward: 'gold', klCoef: 0.03, updates: 100 };
  const [sft, policy] = await train(parseExperiment({ seed, stages: [{ kind: 'sft' }, onGold] }));
  if (sft?.kind !== 'policy' || policy?.kind !== 'policy') throw new TypeError('SFT and RL make policies');
  print('rl on gold', await figures.besideBestOf64(shared, sft.params, policy.params));
}

const reports: Readonly<Record<string, () => Promise<void>>> = { pipeline, gold };
const report = reports[positionals[0] ?? ''];
if (!report) throw new Error(`say which report: ${Object.keys(reports).join(', ')}`);
await report();
await executor.dispose();

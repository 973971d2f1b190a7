/**
 * Pre-trains a model of plans.ts with this project's own engine on native onnxruntime-node:
 * `npm run pretrain -- lab-1m [--threads 2]`. Resumable: the state is saved every few hundred steps and a second start goes
 * on from there, with the same batches. Writes the model folder and its log. Never part of CI: hours of one core.
 */
import { appendFileSync, copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type AdamWSettings, adamwDefaults } from '../../src/engine/nn/adamw.ts';
import { InvalidInputError } from '../../src/errors.ts';
import { lmFeeds, lmLoss } from '../../src/engine/nn/languageModel.ts';
import type { PackedShape } from '../../src/engine/nn/packed.ts';
import { initParams, llamaLayout } from '../../src/engine/nn/paramLayout.ts';
import { cosineRate, linearRate } from '../../src/engine/nn/schedule.ts';
import { openNative } from '../../src/engine/runtime/native.ts';
import { createLossProgram } from '../../src/engine/runtime/lossProgram.ts';
import { type TrainState, createTrainStep } from '../../src/engine/runtime/trainStep.ts';
import { packModel } from '../../src/lab/model/modelFolder.ts';
import { loadTokenizer } from '../../src/world/tokenizer.ts';
import { windowBatch } from './stream.ts';
import { encodeCorpus } from './encode.ts';
import { saveFolder } from './modelFolders.ts';
import { plans } from './plans.ts';
import { prepare } from './prepare.ts';

const { values: args, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    corpus: { type: 'string', default: '.cache/corpus' },
    /** Where state, log and kept checkpoints stand; by default .cache/pretrain/<model>. */
    state: { type: 'string' },
    /** Where the finished model folder goes; by default a folder of the state, so that nothing shipped is overwritten. */
    out: { type: 'string' },
    threads: { type: 'string', default: '2' },
    /** So many steps from the saved state with the rate going straight down: usable weights of a run that isn't done. */
    anneal: { type: 'string', default: '0' },
  },
});
const name = positionals[0] ?? '';
const plan = plans[name];
if (!plan) {
  throw new InvalidInputError(
    `"${name}" is no model to pre-train · choose one of ${Object.keys(plans).join(', ')}: npm run pretrain -- lab-1m`,
  );
}
const { config, seed, steps: totalSteps, keep } = plan;
const stateFolder = args.state ?? `.cache/pretrain/${name}`;
const annealSteps = Number(args.anneal);
const isAnneal = annealSteps > 0;
const outFolder = args.out ?? join(stateFolder, isAnneal ? 'annealed' : 'final');
const tokenizerPath = join(stateFolder, 'tokenizer.json');

const SAVE_EVERY = 250;
const EVALUATION_BATCHES = 8;
const shape: PackedShape = { batch: plan.batch, length: plan.length, slots: plan.batch * plan.length };
const optimizer: AdamWSettings = { ...adamwDefaults, weightDecay: 0.1 };

mkdirSync(stateFolder, { recursive: true });
prepare(args.corpus, tokenizerPath, config.vocabSize);
const tokenizerJson: unknown = JSON.parse(readFileSync(tokenizerPath, 'utf8'));
const tokenizer = loadTokenizer(tokenizerJson);
const train = encodeCorpus(join(args.corpus, 'train.txt'), join(stateFolder, 'train.bin'), tokenizer);
const heldout = encodeCorpus(join(args.corpus, 'heldout.txt'), join(stateFolder, 'heldout.bin'), tokenizer);
console.log(`${train.length} training tokens, ${heldout.length} held out; ${totalSteps} steps of ${shape.slots}`);

const layout = llamaLayout(config);
const statePath = join(stateFolder, 'state.bin');
const executor = await openNative({ threads: Number(args.threads) });
const trainStep = await createTrainStep({
  executor,
  name: 'pretrain',
  layout,
  buildLoss: (graph, params) => lmLoss(graph, config, params, shape),
  optimizer,
  initial: existsSync(statePath) ? loadState(statePath) : { params: initParams(config, seed) },
});

const evaluation = await createLossProgram(executor, 'heldout', layout, (graph, params) =>
  lmLoss(graph, config, params, shape),
);

const schedule = { peak: plan.peak, totalSteps, warmupSteps: plan.warmupSteps, finalFraction: plan.finalFraction };
const logPath = join(stateFolder, isAnneal ? 'annealed.jsonl' : 'log.jsonl');
let { steps } = await trainStep.state();
if (isAnneal) copyFileSync(join(stateFolder, 'log.jsonl'), logPath);
forgetLogAfter(steps);
const firstStep = steps;
const lastStep = isAnneal ? firstStep + annealSteps : totalSteps;
const annealing = {
  peak: cosineRate(schedule, firstStep + 1),
  totalSteps: annealSteps,
  warmupSteps: 0,
  finalFraction: plan.finalFraction,
};
const rateAt = (step: number): number =>
  isAnneal ? linearRate(annealing, step - firstStep) : cosineRate(schedule, step);
console.log(steps > 0 ? `resuming at step ${steps}` : 'starting from random weights');
let windowStart = performance.now();
let lossSum = 0;
while (steps < lastStep) {
  const batch = windowBatch(train, shape, config.eosId, seed, steps);
  const { loss } = await trainStep.step(lmFeeds(batch, shape), rateAt(steps + 1));
  steps += 1;
  lossSum += loss;
  if (keep.includes(steps) && !isAnneal) await pack(join(stateFolder, `step-${steps}`));
  if (steps % SAVE_EVERY === 0 || steps === lastStep) {
    const seconds = (performance.now() - windowStart) / 1000;
    const windowSteps = ((steps - 1) % SAVE_EVERY) + 1;
    const entry = {
      step: steps,
      loss: round(lossSum / windowSteps),
      heldout: round(await heldoutLoss()),
      rate: round(rateAt(steps)),
      tokensPerSecond: Math.round((windowSteps * shape.slots) / seconds),
    };
    appendFileSync(logPath, `${JSON.stringify(entry)}\n`);
    console.log(JSON.stringify(entry));
    if (!isAnneal) {
      saveState(statePath, await trainStep.state());
      await pack(join(stateFolder, 'latest'));
    }
    [windowStart, lossSum] = [performance.now(), 0];
  }
}
await pack(outFolder);
copyFileSync(logPath, join(outFolder, 'pretraining.jsonl'));
await executor.dispose();

/** A run killed between its log line and its state makes those steps again: their lines go. */
function forgetLogAfter(step: number): void {
  if (!existsSync(logPath)) return;
  const lines = readFileSync(logPath, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && (JSON.parse(line) as { step: number }).step <= step);
  writeFileSync(logPath, lines.map((line) => `${line}\n`).join(''));
}

/** Mean loss on held-out text, nats a token: always the same windows. */
async function heldoutLoss(): Promise<number> {
  let total = 0;
  for (let index = 0; index < EVALUATION_BATCHES; index++) {
    const batch = windowBatch(heldout, shape, config.eosId, 0, index);
    const { loss } = await evaluation.run({ ...trainStep.paramFeeds(), ...lmFeeds(batch, shape) });
    total += loss;
  }
  return total / EVALUATION_BATCHES;
}

async function pack(folder: string): Promise<void> {
  const { params } = await trainStep.state();
  saveFolder(folder, packModel({ config, tokenizerJson, params, metadata: { stage: 'base', step: String(steps) } }));
}

/** State file: step count (float64), then params, m and v (float32). Written beside and renamed, so a kill never leaves half a file. */
function saveState(path: string, state: TrainState): void {
  const parts = [Float64Array.of(state.steps), state.params, state.m, state.v].map((array) =>
    Buffer.from(array.buffer),
  );
  writeFileSync(`${path}.new`, Buffer.concat(parts));
  renameSync(`${path}.new`, path);
}

function loadState(path: string): TrainState {
  const { buffer } = Uint8Array.from(readFileSync(path));
  const vector = (index: number) => new Float32Array(buffer, 8 + index * layout.size * 4, layout.size);
  return { steps: new Float64Array(buffer, 0, 1)[0]!, params: vector(0), m: vector(1), v: vector(2) };
}

function round(value: number): number {
  return Number(value.toPrecision(5));
}

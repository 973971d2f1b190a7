/**
 * Pre-trains `lab-1m` with this project's own engine on native onnxruntime-node. Resumable: the state is saved every
 * few hundred steps and a second start goes on from there, with the same batches. Writes the model folder and its log.
 * Never part of CI. The defaults are those of the shipped model; about 25 minutes alone on two cores. `npm run pretrain`
 */
import { appendFileSync, copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type AdamWSettings, adamwDefaults } from '../../src/engine/nn/adamw.ts';
import { lab1m } from '../../src/engine/nn/config.ts';
import { lmFeeds, lmLoss } from '../../src/engine/nn/languageModel.ts';
import type { PackedShape } from '../../src/engine/nn/packed.ts';
import { initParams, llamaLayout } from '../../src/engine/nn/paramLayout.ts';
import { cosineRate } from '../../src/engine/nn/schedule.ts';
import { openNative } from '../../src/engine/runtime/native.ts';
import { createLossProgram } from '../../src/engine/runtime/lossProgram.ts';
import { type TrainState, createTrainStep } from '../../src/engine/runtime/trainStep.ts';
import { packModel } from '../../src/lab/model/modelFolder.ts';
import { loadTokenizer } from '../../src/world/tokenizer.ts';
import { windowBatch } from './stream.ts';
import { encodeCorpus } from './encode.ts';

const { values: args } = parseArgs({
  options: {
    corpus: { type: 'string', default: '.cache/corpus' },
    tokenizer: { type: 'string', default: 'public/models/lab-1m/tokenizer.json' },
    state: { type: 'string', default: '.cache/pretrain/lab-1m' },
    out: { type: 'string', default: 'public/models/lab-1m' },
    steps: { type: 'string', default: '8000' },
    rate: { type: 'string', default: '0.003' },
    threads: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    /** Steps whose weights are kept as checkpoints of their own, besides the last. */
    keep: { type: 'string', default: '500,2500' },
  },
});

const SAVE_EVERY = 250;
const EVALUATION_BATCHES = 8;
const shape: PackedShape = { batch: 16, length: 128, slots: 16 * 128 };
const optimizer: AdamWSettings = { ...adamwDefaults, weightDecay: 0.1 };
const totalSteps = Number(args.steps);
const seed = Number(args.seed);
const keep = args.keep.split(',').map(Number);

mkdirSync(args.state, { recursive: true });
const tokenizerJson: unknown = JSON.parse(readFileSync(args.tokenizer, 'utf8'));
const tokenizer = loadTokenizer(tokenizerJson);
const train = encodeCorpus(join(args.corpus, 'train.txt'), join(args.state, 'train.bin'), tokenizer);
const heldout = encodeCorpus(join(args.corpus, 'heldout.txt'), join(args.state, 'heldout.bin'), tokenizer);
console.log(`${train.length} training tokens, ${heldout.length} held out; ${totalSteps} steps of ${shape.slots}`);

const layout = llamaLayout(lab1m);
const statePath = join(args.state, 'state.bin');
const executor = await openNative({ threads: Number(args.threads) });
const trainStep = await createTrainStep({
  executor,
  name: 'pretrain',
  layout,
  buildLoss: (graph, params) => lmLoss(graph, lab1m, params, shape),
  optimizer,
  initial: existsSync(statePath) ? loadState(statePath) : { params: initParams(lab1m, seed) },
});

const evaluation = await createLossProgram(executor, 'heldout', layout, (graph, params) =>
  lmLoss(graph, lab1m, params, shape),
);

const schedule = { peak: Number(args.rate), totalSteps, warmupSteps: 200, finalFraction: 0.02 };
const logPath = join(args.state, 'log.jsonl');
let { steps } = await trainStep.state();
console.log(steps > 0 ? `resuming at step ${steps}` : 'starting from random weights');
let windowStart = performance.now();
let lossSum = 0;
while (steps < totalSteps) {
  const batch = windowBatch(train, shape, lab1m.eosId, seed, steps);
  const { loss } = await trainStep.step(lmFeeds(batch, shape), cosineRate(schedule, steps + 1));
  steps += 1;
  lossSum += loss;
  if (keep.includes(steps)) await pack(join(args.state, `step-${steps}`));
  if (steps % SAVE_EVERY === 0 || steps === totalSteps) {
    const seconds = (performance.now() - windowStart) / 1000;
    const entry = {
      step: steps,
      loss: round(lossSum / (((steps - 1) % SAVE_EVERY) + 1)),
      heldout: round(await heldoutLoss()),
      rate: round(cosineRate(schedule, steps)),
      tokensPerSecond: Math.round((SAVE_EVERY * shape.slots) / seconds),
    };
    appendFileSync(logPath, `${JSON.stringify(entry)}\n`);
    console.log(JSON.stringify(entry));
    saveState(statePath, await trainStep.state());
    await pack(join(args.state, 'latest'));
    [windowStart, lossSum] = [performance.now(), 0];
  }
}
await pack(args.out);
copyFileSync(logPath, join(args.out, 'pretraining.jsonl'));
await executor.dispose();

/** Mean loss on held-out text, nats a token: always the same windows. */
async function heldoutLoss(): Promise<number> {
  let total = 0;
  for (let index = 0; index < EVALUATION_BATCHES; index++) {
    const batch = windowBatch(heldout, shape, lab1m.eosId, 0, index);
    const { loss } = await evaluation.run({ ...trainStep.paramFeeds(), ...lmFeeds(batch, shape) });
    total += loss;
  }
  return total / EVALUATION_BATCHES;
}

async function pack(folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const { params } = await trainStep.state();
  const files = packModel({ config: lab1m, tokenizerJson, params, metadata: { stage: 'base', step: String(steps) } });
  for (const [name, content] of files) {
    writeFileSync(join(folder, name), typeof content === 'string' ? content : new Uint8Array(content));
  }
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

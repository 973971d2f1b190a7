import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { killWhen, nodeCommand, patient, runLab } from '../src/testing/labProcess.ts';
import { packTinyModel } from '../src/testing/tinyModel.ts';
import { parseRunDocument } from '../src/lab/document/runDocument.ts';
import { saveModelFolder } from './modelFiles.ts';

let folder: string;
const at = (name: string) => path.join(folder, name);

const lab = (args: readonly string[], onStderr?: Parameters<typeof runLab>[2]) => runLab(folder, args, onStderr);

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lab-cli-'));
  saveModelFolder(at('models/tiny'), packTinyModel());
  saveModelFolder(at('models/damaged'), packTinyModel());
  const weights = readFileSync(at('models/damaged/model.safetensors'));
  writeFileSync(at('models/damaged/model.safetensors'), weights.subarray(0, weights.length - 100));
  mkdirSync(at('models/empty'));
  writeFileSync(at('broken.json'), '{"seed": ');
  const good = '{"prompt":"What is the capital of France?","reply":" The capital of France is Paris."}\n';
  const replies = [
    '{"prompt":"User: My day was really good.\\nAssistant:","reply":" Take care! I am glad you asked.","stopped":true}',
    '{"prompt":"Why is it so?","reply":" It is so."}',
  ];
  writeFileSync(at('replies.jsonl'), `${good}\n${replies.join('\r\n')}`);
  writeFileSync(at('bad-row.jsonl'), `${good}${good}{"prompt": \n${good}`);
  writeFileSync(at('no-reply.jsonl'), '{"prompt":"What is the capital of France?"}\n');
  writeFileSync(at('unknown-key.json'), '{"sede": 1}');
  const shared = { format: 'rlhflab', version: 1, checksum: '00000000', content: { experiment: { version: 2 } } };
  writeFileSync(at('damaged.rlhflab.json'), JSON.stringify(shared));
  const prompts = Array.from({ length: 3000 }, (_, i) => `What is ${i} times ${(i * 7919) % 1009}?`);
  writeFileSync(at('long.json'), JSON.stringify({ data: { prompts } }));
  const stages = [{ kind: 'sft', steps: 3, batchSize: 2, sequenceLength: 256, evalEvery: 3, heldoutPairs: 16 }];
  writeFileSync(at('tiny.json'), JSON.stringify({ model: 'tiny', stages }));
  const sizes = { maxNewTokens: 8 };
  const pipeline = [
    ...stages,
    { kind: 'rewardModel', pairs: 24, heldoutPairs: 8, batchSize: 8, epochs: 1, ...sizes },
    { kind: 'ppo', updates: 2, promptsPerUpdate: 4, completionsPerPrompt: 2, prompts: 8, goldEvery: 1, ...sizes },
  ];
  writeFileSync(at('pipeline.json'), JSON.stringify({ model: 'tiny', stages: pipeline }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('lab refuses in one line, with exit code 2 and no stack trace', patient, () => {
  it.each([
    ['no command', [], /^lab: say what to do: run, link, eval, complete, logprobs, prompts, sample, judge or phrases/],
    ['an unknown command', ['rnu', 'sft'], /^lab: there is no command "rnu": use run, link, eval/],
    [
      'an unknown preset',
      ['run', 'rlhf'],
      /^lab: there is no preset and no file called "rlhf": use one of instructgpt, rloo, overoptimization/,
    ],
    ['arms without a control', ['run', 'sft', '--arms'], /^lab: "sft" has no control arm: --arms works with over/],
    ['arms of a file', ['run', 'tiny.json', '--arms'], /^lab: there is no preset called "tiny\.json"/],
    [
      'an address without an experiment',
      ['run', 'https://example.org/#about'],
      /^lab: there is no experiment in this link/,
    ],
    [
      'a cut link',
      ['run', '#x=1.698fce25.TYw7CoAwEAXv8upUlr'],
      /^lab: the link is cut off at the end: copy the whole link/,
    ],
    ['a damaged link', ['run', '#x=1.00000000.TYw7CoAwEAXv8upUlr', '--dry-run'], /^lab: the link is (damaged|cut off)/],
    ['a link of a newer page', ['run', 'https://example.org/#x=9.0.0'], /^lab: the link was made by a newer version/],
    ['a damaged shared file', ['run', 'damaged.rlhflab.json'], /^lab: damaged\.rlhflab\.json is damaged or was edited/],
    ['a page that is no address', ['link', 'sft', '--page', 'here'], /^lab: --page is "here": give the whole address/],
    [
      'a link that is too long',
      ['link', 'long.json'],
      /^lab: the link would have [\d,]+ characters.* --out experiment/,
    ],
    ['arms to share', ['run', 'overoptimization', '--arms', '--share', 'x.json'], /^lab: --share writes one run/],
    ['an unknown option', ['run', 'sft', '--sed', '1'], /^lab: unknown option '--sed' \(Did you mean .*--seed/],
    ['an unknown device', ['run', 'sft', '--device', 'gpu'], /^lab: .*'gpu' is invalid\. Use one of auto, cpu, wasm/],
    ['a seed that is no number', ['run', 'sft', '--seed', 'x'], /^lab: .*'x' is invalid\. It must be a whole number/],
    [
      'a value out of bounds',
      ['run', 'sft', '--set', 'stages.0.steps=0'],
      /^lab: experiment\.stages\.0\.steps is 0: it must be/,
    ],
    ['an unknown path', ['run', 'sft', '--set', 'stages.0.stpes=9'], /^lab: the experiment has no "stages\.0\.stpes"/],
    ['a file that is not JSON', ['run', 'broken.json'], /^lab: broken\.json is not JSON/],
    ['a file with an unknown key', ['run', 'unknown-key.json'], /^lab: experiment\.sede is not a key/],
    [
      'an output folder that is not there',
      ['run', 'sft', '--out', 'no/run.json'],
      /^lab: the folder of no\/run\.json doesn't exist/,
    ],
    ['a missing model', ['eval', 'nowhere'], /^lab: there is no model folder "nowhere"/],
    ['a model without files', ['eval', 'models/empty'], /^lab: models\/empty has no readable/],
    ['a damaged model', ['complete', 'models/damaged', 'Hi'], /^lab: the safetensors file is damaged/],
    ['a missing text', ['logprobs', 'models/tiny'], /^lab: .*--text/],
    ['an empty text', ['logprobs', 'models/tiny', '--text', ''], /^lab: --text is empty/],
    [
      'a text that is too long',
      ['logprobs', 'models/tiny', '--text', 'x'.repeat(300)],
      /^lab: the text has 300 tokens/,
    ],
    ['a prompt that is too long', ['complete', 'models/tiny', 'x'.repeat(300)], /^lab: the prompt has 300 tokens/],
    [
      'an unknown family',
      ['prompts', '--family', 'fact'],
      /^lab: .*'fact' is invalid\. Use one of facts\/known, facts/,
    ],
    ['an unknown split', ['prompts', '--split', 'test'], /^lab: .*'test' is invalid\. Use one of train, heldout/],
    [
      'a missing file of replies',
      ['judge', 'nowhere.jsonl'],
      /^lab: nowhere\.jsonl can't be read: give a file of rows/,
    ],
    ['a bad row among good ones', ['judge', 'bad-row.jsonl'], /^lab: line 3 of bad-row\.jsonl is not JSON/],
    ['a row without a reply', ['judge', 'no-reply.jsonl'], /^lab: line 1 of no-reply\.jsonl is not a row .* reply: /],
    ['a temperature out of bounds', ['complete', 'models/tiny', 'Hi', '--temperature', '-1'], /^lab: .*from 0 to 5/],
  ])('%s', async (_what, args, message) => {
    const { code, stdout, stderr } = await lab(args);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect([code, stdout]).toEqual([2, '']);
  });
});

describe('lab', patient, () => {
  it('documents its JSON in --help', async () => {
    const { code, stdout } = await lab(['run', '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/checkpoints: \[\{id, stage, metrics/);
    expect(stdout).toMatch(/sft-quick: .*[Ww]eaker/);
  });

  it('prints the world’s prompts as JSON lines: the same for the same seed, with what a right answer is', async () => {
    const ask = (seed: string) =>
      lab(['prompts', '--family', 'open', '--split', 'heldoutPhrasing', '--count', '5', '--seed', seed]);
    const [first, again, other] = [await ask('1'), await ask('1'), await ask('2')];
    expect([first.code, first.stderr]).toEqual([0, '']);
    expect(again.stdout).toBe(first.stdout);
    expect(other.stdout).not.toBe(first.stdout);
    const rows = first.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows).toHaveLength(5);
    for (const row of rows) {
      expect(row).toMatchObject({ family: 'open', split: 'heldoutPhrasing', answer: { kind: 'member' } });
      expect(row['text']).toBe(`User: ${String(row['question'])}\nAssistant:`);
    }
  });

  it('judges a file of replies row by row, and says of a prompt it does not know that it does not', async () => {
    const { code, stdout, stderr } = await lab(['judge', 'replies.jsonl']);
    expect([code, stderr]).toEqual([0, '']);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(rows).toHaveLength(3);
    expect(rows[0]).toMatchObject({
      rules: expect.arrayContaining([{ rule: 'correct', score: 1, reason: 'Paris is right' }]) as unknown,
    });
    expect(rows[0]!['total']).toBeGreaterThan(0.9);
    expect(rows[1]!['total']).toBeLessThan(-0.7);
    expect(rows[2]).toEqual({ unknown: true, prompt: 'Why is it so?', reason: 'the world does not know this prompt' });
  });

  it('tries phrases on replies', async () => {
    const { code, stdout } = await lab(['phrases', 'replies.jsonl', '--phrases', '5']);
    expect(code).toBe(0);
    const attack = JSON.parse(stdout) as { replies: number; mostGained: number; phrases: { phrase: string }[] };
    expect(attack.replies).toBe(2);
    expect(attack.phrases).toHaveLength(5);
    expect(attack.mostGained).toBeLessThanOrEqual(0.02);
  });

  it('gives log-probs of a text whose sum is what it says', async () => {
    const { code, stdout } = await lab(['logprobs', 'models/tiny', '--text', 'A cat']);
    expect(code).toBe(0);
    const { tokens, logprob } = JSON.parse(stdout) as {
      tokens: { text: string; logprob: number | null }[];
      logprob: number;
    };
    expect(tokens.map(({ text }) => text).join('')).toBe('A cat');
    expect(tokens[0]?.logprob).toBeNull();
    expect(tokens.reduce((sum, token) => sum + (token.logprob ?? 0), 0)).toBeCloseTo(logprob, 6);
    // A fresh model knows nothing: each of four tokens costs about ln 258.
    expect(logprob).toBeCloseTo(-4 * Math.log(258), 0);
  });

  it('completes with the same seed alike, with another differently, and with as many as asked', async () => {
    const complete = (seed: string, ...more: string[]) =>
      lab(['complete', 'models/tiny', 'Hi', '--max-new-tokens', '8', '--threads', '1', '--seed', seed, ...more]);
    const [first, again, other] = [
      await complete('1', '--n', '3', '--json'),
      await complete('1', '--n', '3', '--json'),
      await complete('2', '--n', '3', '--json'),
    ];
    expect(first.code).toBe(0);
    expect(again.stdout).toBe(first.stdout);
    expect(other.stdout).not.toBe(first.stdout);
    const { completions } = JSON.parse(first.stdout) as { completions: { text: string; tokens: unknown[] }[] };
    expect(completions).toHaveLength(3);
    expect(new Set(completions.map(({ text }) => text)).size).toBe(3);
    expect(completions[0]!.tokens).toHaveLength(8);
  });

  it('ends quietly when nobody reads on', async () => {
    const read = (script: string) =>
      spawnSync('bash', ['-c', script, 'bash', ...nodeCommand], { cwd: folder, encoding: 'utf8' });
    const { stdout, stderr } = read('"$@" prompts | true; echo "${PIPESTATUS[0]}"');
    expect([stdout, stderr]).toEqual(['0\n', '']);
    const full = read('"$@" prompts > /dev/full');
    expect([full.status, full.stderr]).toEqual([
      1,
      expect.stringMatching(/^lab: what it prints can't be written \(ENOSPC.*\)\n$/),
    ]);
  });

  it('runs an experiment file, writes the run document and a folder that it can read again', async () => {
    const args = [
      'run',
      'tiny.json',
      '--models',
      'models',
      '--seed',
      '5',
      '--set',
      'stages.0.steps=2',
      '--evals',
      'quick',
    ];
    const { code, stdout } = await lab([...args, '--out', 'run.json', '--save', 'saved']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ +base +sft\n/);
    const run = parseRunDocument(JSON.parse(readFileSync(at('run.json'), 'utf8')));
    expect(run.experiment.seed).toBe(5);
    expect(run.checkpoints.map(({ stage }) => stage)).toEqual(['base', 'sft']);
    expect(run.checkpoints[1]?.metrics['loss']?.map(([step]) => step)).toEqual([1, 2]);
    expect(run.checkpoints[1]?.completions).toHaveLength(8);
    expect(Object.keys(run.checkpoints[1]?.evals ?? {})).toEqual(
      expect.arrayContaining(['bits_per_byte', 'eos_rate', 'facts/known_exact', 'refusal/harmful', 'distinct_2']),
    );
    const saved = await lab(['complete', 'saved', 'Hi', '--max-new-tokens', '4', '--threads', '1']);
    expect(saved.code).toBe(0);
  });

  it('runs a whole pipeline and tells every checkpoint’s figures and every stage’s time', async () => {
    const args = ['run', 'pipeline.json', '--models', 'models', '--evals', 'quick', '--out', 'pipeline-run.json'];
    const { code, stdout } = await lab(args);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ +base +sft +rewardModel +ppo\n/);
    const run = parseRunDocument(JSON.parse(readFileSync(at('pipeline-run.json'), 'utf8')));
    const [, , rewardModel, ppo] = run.checkpoints;
    expect(Object.keys(rewardModel!.evals)).toEqual(
      expect.arrayContaining(['rm/heldout_accuracy', 'rm/length_baseline_accuracy']),
    );
    const wanted = ['gold/mean', 'gold/gain', 'kl/k1', 'kl/k3', 'entropy', 'win_rate/gold', 'gold/fall_se'];
    expect(Object.keys(ppo!.evals)).toEqual(expect.arrayContaining(wanted));
    expect(ppo!.metrics['objective/gold']?.map(([step]) => step)).toEqual([0, 1, 2]);
    expect(run.timing?.stages.map(({ stage }) => stage)).toEqual(['sft', 'rewardModel', 'ppo']);
  });

  it('runs the arms of a preset, goes on after an interrupt, and says how their gold differs, with its error', async () => {
    const small = { sft: { steps: 2, batchSize: 2, sequenceLength: 256, evalEvery: 2, heldoutPairs: 16 } };
    const sizes = { batchSize: 8, epochs: 1, maxNewTokens: 8 };
    const rewardModel = { pairs: 24, heldoutPairs: 8, dropTies: false, ...sizes };
    const rloo = {
      updates: 1,
      promptsPerUpdate: 4,
      completionsPerPrompt: 2,
      prompts: 8,
      goldEvery: 0,
      maxNewTokens: 8,
    };
    const set = Object.entries({ ...small, rewardModel, rloo }).flatMap(([stage, settings]) =>
      Object.entries(settings).flatMap(([key, value]) => ['--set', `stages.${stage}.${key}=${value}`]),
    );
    const args = ['run', 'overoptimization', '--arms', '--models', 'models', '--set', 'model=tiny', ...set];
    const files = ['--evals', 'none', '--threads', '1', '--out', 'arms.json', '--save', 'arm'];
    const stopped = await lab([...args, ...files], killWhen('overoptimization-unbiased: ', 'SIGTERM'));
    expect(stopped.stderr).toMatch(/lab: the run was stopped; sft, rewardModel, rloo kept in arms\.json\.stages: /);
    const { code, stdout, stderr } = await lab([...args, ...files, '--resume', 'arms.json']);
    expect(code, stderr).toBe(0);
    expect(stderr).toContain('going on from sft, rewardModel, rloo\n');
    const controls = ['overoptimization-unbiased', 'overoptimization-gold'];
    const lines = stdout.trimEnd().split('\n');
    for (const [i, control] of controls.entries()) {
      expect(lines[i]).toMatch(/^overoptimization less [\w-]+: gold -?\d\.\d+ ± \d\.\d+ \(200 prompts, paired\)$/);
      expect(lines[i]).toContain(control);
    }
    const { arms, differences } = JSON.parse(readFileSync(at('arms.json'), 'utf8')) as {
      arms: Record<string, unknown>;
      differences: { control: string; gold: { se: number; n: number } }[];
    };
    expect(Object.keys(arms)).toEqual(['overoptimization', ...controls]);
    for (const name of Object.keys(arms)) expect(existsSync(at(`arm-${name}/model.safetensors`))).toBe(true);
    expect(parseRunDocument(arms['overoptimization-gold']).checkpoints.map(({ stage }) => stage)).toEqual([
      'base',
      'sft',
      'rloo',
    ]);
    expect(differences.map(({ control }) => control)).toEqual(controls);
    expect(differences[0]!.gold.n).toBe(200);
  });

  it('says what a link would run, and runs nothing', async () => {
    const args = ['link', 'pipeline.json', '--seed', '7', '--page', 'https://example.org/lab/?device=wasm'];
    const { code, stdout: link } = await lab(args);
    expect(code).toBe(0);
    expect(link).toMatch(/^https:\/\/example\.org\/lab\/\?device=wasm#x=1\.[0-9a-f]{8}\.[\w-]+\n$/);
    const dry = await lab(['run', link.trim(), '--dry-run', '--device', 'wasm', '--models', 'models']);
    expect([dry.code, dry.stderr]).toEqual([0, '']);
    expect(dry.stdout).toMatch(
      /^pipeline\n {2}model tiny, seed 7, on CPU \(wasm, 2 threads\)\n {2}1 SFT, 3 steps, batchSize 2,/,
    );
    expect(dry.stdout).toMatch(/\n {2}3 PPO, 2 updates, /);
  });

  it('reproduces what it shared bit for bit on wasm, and says by how much another device differs', async () => {
    const args = ['--models', 'models', '--evals', 'none'];
    const shared = await lab(['run', 'pipeline.json', ...args, '--device', 'wasm', '--share', 'run.rlhflab.json']);
    expect(shared.code).toBe(0);
    const { stdout: link } = await lab(['link', 'run.rlhflab.json']);
    const again = await lab(['run', link.trim(), ...args, '--device', 'wasm']);
    expect(again.stdout).toMatch(
      /^SFT: reproduced bit for bit .*\nReward model: reproduced bit.*\nPPO: reproduced bit/,
    );
    const native = await lab(['run', 'run.rlhflab.json', ...args, '--device', 'cpu']);
    expect(native.stdout).toMatch(
      /^SFT: not the same weights; loss .* only the CPU in WebAssembly repeats every bit\.\n/,
    );
    const seeded = await lab([
      'run',
      'run.rlhflab.json',
      ...args,
      '--seed',
      '8',
      '--set',
      'stages=[{"kind":"sft","steps":1}]',
    ]);
    expect(seeded.stdout).toBe('');
  });

  it('stops on Ctrl-C in one line', async () => {
    const { code, stderr } = await lab(
      ['run', 'tiny.json', '--models', 'models', '--set', 'stages.0.steps=20000', '--threads', '1'],
      killWhen('judging base', 'SIGINT'),
    );
    expect(code).toBe(130);
    const last = stderr.trimEnd().split('\n').at(-1);
    expect(last).toBe('lab: the run was stopped; nothing is kept: no --out was asked for');
  });
});

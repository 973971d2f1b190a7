/** Runs that are interrupted: real processes, real signals. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { InvalidInputError } from '../src/errors.ts';
import { parseRunDocument } from '../src/lab/document/runDocument.ts';
import { killWhen, patient, runLab } from '../src/testing/labProcess.ts';
import { packTinyModel } from '../src/testing/tinyModel.ts';
import { saveModelFolder } from './modelFiles.ts';
import { runCommand } from './runCommand.ts';

let folder: string;
const at = (name: string) => path.join(folder, name);
const run = ['run', 'experiment.json', '--models', 'models', '--evals', 'quick', '--threads', '1'];

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lab-resume-'));
  saveModelFolder(at('models/tiny'), packTinyModel());
  const sft = { kind: 'sft', batchSize: 2, sequenceLength: 256, heldoutPairs: 16 };
  const stages = [
    { ...sft, steps: 3, evalEvery: 1 },
    { ...sft, steps: 40, evalEvery: 40 },
  ];
  writeFileSync(at('experiment.json'), JSON.stringify({ model: 'tiny', stages }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** All but times. */
function readRun(file: string) {
  const { timing, ...document } = parseRunDocument(JSON.parse(readFileSync(at(file), 'utf8')));
  const trained = timing!.stages.reduce((sum, { seconds }) => sum + seconds, 0);
  // Each is rounded to a tenth.
  expect(timing!.totalSeconds).toBeGreaterThanOrEqual(trained - 0.1 * timing!.stages.length);
  return { document, stages: timing!.stages.map(({ stage }) => stage) };
}

test(
  'a run that is killed after its first stage goes on to the document of an uninterrupted one',
  patient,
  async () => {
    const whole = await runLab(folder, [...run, '--out', 'whole.json']);
    expect(whole.code, whole.stderr).toBe(0);
    const killed = await runLab(folder, [...run, '--out', 'part.json'], killWhen('training sft-2', 'SIGTERM'));
    expect(killed.code).toBe(130);
    expect(killed.stderr.trimEnd().split('\n').at(-1)).toBe(
      'lab: the run was stopped; sft kept in part.json.stages: the same command with --resume part.json goes on from there',
    );
    expect(readdirSync(folder)).not.toContain('part.json');
    const resumed = await runLab(folder, [...run, '--resume', 'part.json']);
    expect(resumed.code, resumed.stderr).toBe(0);
    expect(resumed.stderr).not.toContain('training sft ');
    expect(readRun('part.json')).toEqual(readRun('whole.json'));
    expect(resumed.stdout).toBe(whole.stdout);
    expect(readdirSync(folder)).not.toContain('part.json.stages');
  },
);

test('what is kept is taken by the same run on the same device only, and never lost by mistake', patient, async () => {
  const short = [...run, '--evals', 'none'];
  await runLab(folder, [...short, '--out', 'kept.json'], killWhen('training sft-2', 'SIGINT'));
  const [file] = readdirSync(at('kept.json.stages'));
  const refusals: readonly (readonly [readonly string[], RegExp])[] = [
    [['--out', 'kept.json'], /^lab: kept\.json\.stages keeps finished stages .*: add --resume kept\.json .*\n$/],
    [
      ['--resume', 'kept.json', '--seed', '8'],
      /^lab: kept\.json\.stages is of another run: give the experiment, .*\n$/,
    ],
    [['--resume', 'kept.json', '--threads', '2'], /^lab: kept\.json\.stages was trained on .*1 thread.*, not on .*\n$/],
  ];
  for (const [more, message] of refusals) {
    const { code, stderr } = await runLab(folder, [...short, ...more]);
    expect([code, stderr]).toEqual([2, expect.stringMatching(message)]);
  }
  const bytes = readFileSync(at(`kept.json.stages/${file}`));
  bytes[bytes.length - 1]! ^= 1;
  writeFileSync(at(`kept.json.stages/${file}`), bytes);
  const { code, stderr } = await runLab(folder, [...short, '--resume', 'kept.json']);
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(/^lab: .*\.safetensors is damaged \(.*\): remove it, .*\n$/),
  ]);
  expect(readdirSync(at('kept.json.stages'))).toEqual([file]);
});

test.each([
  ['nothing is kept', { resume: 'x.json' }, /^x\.json\.stages keeps no finished stage: leave out --resume to start/],
  [
    'it is to be written elsewhere',
    { resume: 'x', out: 'y' },
    /^--resume x writes x: leave out --out, or name the same/,
  ],
])('--resume is refused where %s', async (_what, outputs, message) => {
  const refused = runCommand('sft', { device: 'cpu', evals: 'none', ...outputs });
  await expect(refused).rejects.toThrow(InvalidInputError);
  await expect(refused).rejects.toThrow(message);
});

test('one output that can’t be written keeps no other from being written', patient, async () => {
  const args = [
    ...run,
    '--evals',
    'none',
    '--set',
    'stages=[{"kind":"sft","steps":1,"batchSize":2,"sequenceLength":256}]',
  ];
  rmSync(at('late'), { recursive: true, force: true });
  mkdirSync(at('late'));
  const { code, stderr } = await runLab(
    folder,
    [...args, '--out', 'run.json', '--save', 'late/model', '--share', 'run.rlhflab.json'],
    (said) => {
      if (!said.includes('training sft')) return;
      rmSync(at('late'), { recursive: true, force: true });
      writeFileSync(at('late'), '');
    },
  );
  expect(code).toBe(1);
  expect(stderr.trimEnd().split('\n').at(-1)).toMatch(/^lab: late\/model can't be made \(ENOTDIR: not a directory\): /);
  expect(readRun('run.json').stages).toEqual(['sft']);
  expect(readFileSync(at('run.rlhflab.json'), 'utf8')).toContain('"sft"');

  // The weights are still there, and the model is made of them.
  expect(stderr).toContain('sft kept in run.json.stages');
  rmSync(at('late'));
  const again = await runLab(folder, [...args, '--resume', 'run.json', '--save', 'late']);
  expect(again.code, again.stderr).toBe(0);
  expect(again.stderr).not.toContain('training sft');
  expect(readdirSync(at('late'))).toContain('model.safetensors');
  expect(readdirSync(folder)).not.toContain('run.json.stages');
});

import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { parseExperiment } from '../document/experiment.ts';
import { parseRunDocument } from '../document/runDocument.ts';
import { writeCompletionsJsonl } from './completionsJsonl.ts';
import { writeCurvesCsv } from './curvesCsv.ts';
import { escapeHtml } from './escapeHtml.ts';
import type { ExportedRun } from './exported.ts';
import { writeHtmlReport } from './htmlReport.ts';
import { completionsUpTo, recordingKey, recordingsOf, seriesUpTo } from './recording.ts';

const sft: ExportedRun = {
  stage: 'sft',
  kind: 'sft',
  step: 2,
  totalSteps: 4,
  device: 'CPU (wasm, 2 threads)',
  seed: 42,
  settings: { steps: 4 },
  series: {
    loss: [
      { step: 1, value: 2.5 },
      { step: 2, value: 0.1 + 0.2 },
    ],
    'eval/loss': [{ step: 0, value: 3 }],
  },
  changes: [],
};
const ppo: ExportedRun = {
  ...sft,
  stage: 'ppo',
  kind: 'ppo',
  settings: { klCoef: 0.05 },
  series: { loss: [{ step: 1, value: -1 }] },
  changes: [{ step: 1, key: 'klCoef', value: 0.1 }],
};

describe('curves as CSV', () => {
  const rows = Papa.parse<Record<string, string>>(writeCurvesCsv([sft, ppo]), { header: true });

  it('has one row a stage and step, and a column for every metric of every stage', () => {
    expect(rows.errors).toEqual([]);
    expect(rows.meta.fields).toEqual(['stage', 'step', 'sft/loss', 'sft/eval/loss', 'ppo/loss']);
    expect(rows.data.map(({ stage, step }) => `${stage} ${step}`)).toEqual(['sft 0', 'sft 1', 'sft 2', 'ppo 1']);
  });

  it('writes values in full and leaves empty what was not measured', () => {
    expect(Number(rows.data[2]?.['sft/loss'])).toBe(0.1 + 0.2);
    expect(rows.data[0]?.['sft/loss']).toBe('');
    expect(rows.data[3]).toEqual({ stage: 'ppo', step: '1', 'sft/loss': '', 'sft/eval/loss': '', 'ppo/loss': '-1' });
  });

  it('gives back every value, whatever it is', () => {
    const value = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (values) => {
        const loss = values.map((each, step) => ({ step, value: each }));
        const csv = writeCurvesCsv([{ ...sft, series: { loss } }]);
        const read = Papa.parse<Record<string, string>>(csv, { header: true }).data;
        // Text has no second zero.
        expect(read.map((row) => Number(row['sft/loss']))).toEqual(values.map((each) => each + 0));
      }),
    );
  });
});

describe('completions as JSON Lines', () => {
  it('is one object a line, whatever the text holds', () => {
    const completion = {
      promptId: 'a',
      prompt: 'User: hi\nAssistant:',
      family: 'smalltalk',
      logprob: -1,
      stopped: true,
    };
    const text = writeCompletionsJsonl([
      { stage: 'base', step: 0, completions: [{ ...completion, text: 'one\ntwo "three"' }] },
      { stage: 'sft', step: 5, completions: [{ ...completion, text: '\u2028' }] },
    ]);
    const lines = text.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { stage: 'base', step: 0, ...completion, text: 'one\ntwo "three"' },
      { stage: 'sft', step: 5, ...completion, text: '\u2028' },
    ]);
  });
});

describe('the HTML report', () => {
  const attack = `</pre><script>alert("1")</script><img src=x onerror='alert(1)'>`;
  const experiment = parseExperiment({
    stages: [{ kind: 'sft' }, { kind: 'ppo', reward: 'gold' }],
    displayPrompts: [{ id: 'a', family: 'b', question: attack }],
  });
  const report = writeHtmlReport({
    name: attack,
    experiment,
    at: '2026-11-22',
    runs: [sft, ppo],
    charts: { sft: ['<svg></svg>'] },
    evals: {
      sft: { 'facts/known_exact': { value: 0.5, se: 0.01, n: 100 } },
      ppo: { 'kl/exact': { value: 1.2, se: 0.1, n: 200 } },
    },
    against: { ppo: 'sft' },
    completions: [
      {
        stage: 'sft',
        step: 2,
        completions: [{ promptId: 'a', prompt: attack, family: 'b', text: attack, logprob: -1, stopped: null }],
      },
    ],
  });

  it('runs no script and fetches nothing, whatever a prompt says', () => {
    expect(report).not.toMatch(/<script|<img|<link|<iframe|https?:\/\//i);
    expect(report).toContain("default-src 'none'");
    expect(report.split(escapeHtml(attack)).length).toBeGreaterThan(4);
  });

  it('names the checkpoint that a policy was measured against', () => {
    expect(report).toContain('<th scope="col">SFT</th><th scope="col">PPO, against SFT</th>');
  });

  it('holds settings, moved sliders, charts, evaluations and the experiment', () => {
    expect(report).toContain('<svg></svg>');
    expect(report).toContain('0.5000 ± 0.010 (100)');
    expect(report).toContain('klCoef from step 1');
    const pre = /<pre>([^]*)<\/pre>/.exec(report)?.[1] ?? '';
    const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };
    const json = pre.replace(/&(#?\w+);/g, (_, name: string) => entities[name] ?? '');
    expect(parseExperiment(JSON.parse(json))).toEqual(experiment);
  });
});

describe('recordings', () => {
  const experiment = parseExperiment({ stages: [{ kind: 'sft', steps: 4 }, { kind: 'rewardModel' }, { kind: 'ppo' }] });
  const document = parseRunDocument({
    experiment,
    checkpoints: [
      { id: 'a'.repeat(64), stage: 'base', metrics: {}, evals: {}, completions: [] },
      {
        id: 'b'.repeat(64),
        stage: 'sft',
        evals: {},
        metrics: {
          loss: [
            [1, 2],
            [4, 1],
          ],
          'eval/loss': [[0, 3]],
        },
        completions: [{ prompt: 'User: hi\nAssistant:', family: 'x', text: 'hello', logprob: -2 }],
      },
    ],
  });

  it('are made of every trained stage of a run document', async () => {
    const [recording, ...more] = await recordingsOf(document, 'mine');
    expect(more).toEqual([]);
    expect(recording).toMatchObject({ stage: 'sft', totalSteps: 4, origin: 'run document', at: null });
    expect(recording && seriesUpTo(recording, 1)).toEqual({
      loss: [{ step: 1, value: 2 }],
      'eval/loss': [{ step: 0, value: 3 }],
    });
    expect(recording && completionsUpTo(recording, 3)).toBeNull();
    expect(recording && completionsUpTo(recording, 4)?.completions[0]?.text).toBe('hello');
  });

  it('belong to one training: later stages do not matter, earlier ones and the seed do', async () => {
    const key = await recordingKey(experiment, 'sft');
    const other = (change: object) => recordingKey(parseExperiment({ ...experiment, ...change }), 'sft');
    expect(await other({ stages: [{ kind: 'sft', steps: 4 }, { kind: 'ppo' }] })).toBe(key);
    expect(await other({ stages: [{ kind: 'sft', steps: 5 }] })).not.toBe(key);
    expect(await other({ seed: 43 })).not.toBe(key);
    expect(await recordingKey(experiment, 'ppo')).not.toBe(key);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidInputError } from '../../errors.ts';
import { labelers } from '../../world/spec/labelers.ts';
import type { LabelerId } from '../../world/spec/types.ts';
import { type Experiment, parseExperiment } from './experiment.ts';
import { CURRENT_VERSION } from './migrate.ts';
import { settingsOf } from '../stages/kinds.ts';
import { presetArms, PRESETS, presetExperiment } from './presets.ts';
import { setPath } from './setPath.ts';

/** Runs `action`; anything thrown must be an InvalidInputError with one readable line. */
function mayRefuse(action: () => unknown): void {
  try {
    action();
  } catch (error) {
    expect(error).toBeInstanceOf(InvalidInputError);
    expect((error as Error).message).toMatch(/^[^\n]{10,}$/);
  }
}

describe('parseExperiment', () => {
  it('fills in every default from an empty document', () => {
    const experiment = parseExperiment({});
    expect(experiment).toMatchObject({ version: CURRENT_VERSION, model: 'lab-1m', seed: 42, threads: 2 });
    expect(experiment.stages).toHaveLength(1);
    expect(experiment.stages[0]).toMatchObject({
      kind: 'sft',
      steps: 560,
      batchSize: 16,
      sequenceLength: 128,
      learningRate: 1.5e-3,
    });
    expect(experiment.displayPrompts).toHaveLength(8);
    expect(experiment.stages[0]).toMatchObject({ id: 'sft', from: [] });
    for (const key of ['kind', 'id', 'from']) expect(settingsOf(experiment.stages[0]!)).not.toHaveProperty(key);
  });

  it('leaves a whole document as it is, through JSON and back', () => {
    for (const { name } of PRESETS) {
      const experiment = presetExperiment(name);
      expect(parseExperiment(JSON.parse(JSON.stringify(experiment)))).toEqual(experiment);
    }
  });

  it.each([
    [
      { stages: [{ kind: 'sft', steps: 0 }] },
      'experiment.stages.0.steps is 0: it must be a whole number from 1 to 20000',
    ],
    [
      { stages: [{ kind: 'sft', learningRate: '0.1' }] },
      'experiment.stages.0.learningRate is "0.1": it must be a number from 0 to 1',
    ],
    [
      { stages: [{ kind: 'sft', stepz: 3 }] },
      /experiment\.stages\.0\.stepz is not a key .* known keys there are kind, id, from, steps,/,
    ],
    [{ sede: 1 }, /experiment\.sede is not a key .* known keys there are version, model, seed/],
    [{ sampling: { temp: 1 } }, /experiment\.sampling\.temp is not a key .* temperature, topP/],
    [{ stages: [{ kind: 'magic' }] }, /experiment\.stages\.0(\.kind)? .* "kind": "sft"/],
    [{ stages: [] }, /experiment\.stages is \[\]: it must hold at least one stage/],
    [{ version: 99 }, /experiment\.version is 99: it must be a whole number from 1 to 4; .* newer page/],
    [{ version: 0 }, /experiment\.version is 0/],
    [{ version: 1, sede: 1 }, /experiment\.sede is not a key/],
    [{ model: '../secret' }, /experiment\.model is "\.\.\/secret"/],
    [{ seed: -1 }, /experiment\.seed is -1/],
    [
      { displayPrompts: [{ id: 'constructor', family: 'open', question: 'Hello?' }] },
      /experiment\.displayPrompts\.0\.id is "constructor": it must be another name/,
    ],
    [
      { displayPrompts: JSON.parse('[{ "id": "__proto__", "family": "open", "question": "Hello?" }]') as never },
      /experiment\.displayPrompts\.0\.id is "__proto__"/,
    ],
    [
      { displayPrompts: ['a', 'b', 'a'].map((id) => ({ id, family: 'open', question: 'Hello?' })) },
      /experiment\.displayPrompts is .* it must hold prompts of different ids/,
    ],
    [{ stages: [{ kind: 'sft', id: 'valueOf' }] }, /experiment\.stages\.0\.id is "valueOf"/],
    ['sft', /experiment is "sft": it must be a JSON object/],
    [null, /experiment is null/],
  ])('names what is wrong in %j', (input, message) => {
    expect(() => parseExperiment(input)).toThrow(InvalidInputError);
    expect(() => parseExperiment(input)).toThrow(message);
  });

  it('never throws anything but InvalidInputError, whatever JSON it is given', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => mayRefuse(() => parseExperiment(value))));
  });

  it('never throws anything but InvalidInputError when any one place of a good document is replaced', () => {
    const good = JSON.parse(JSON.stringify(presetExperiment('sft'))) as unknown;
    const paths = pathsOf(good);
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        fc.oneof(fc.jsonValue(), fc.double(), fc.constant(undefined)),
        (path, value) => {
          const copy = structuredClone(good);
          replaceAt(copy, path, value);
          mayRefuse(() => {
            const experiment = parseExperiment(copy);
            // What is accepted is whole and stable.
            expect(parseExperiment(structuredClone(experiment))).toEqual(experiment);
          });
        },
      ),
    );
  });
});

describe('setPath', () => {
  const experiment: Experiment = presetExperiment('sft');

  it('changes one key and nothing else, in a copy', () => {
    const changed = setPath(experiment, 'stages.0.learningRate=0.001');
    expect(changed.stages[0]).toMatchObject({ learningRate: 0.001 });
    expect(experiment.stages[0]).toMatchObject({ learningRate: 1.5e-3 });
    expect(setPath(experiment, 'stages.sft.learningRate=0.001')).toEqual(changed);
    expect(setPath(changed, 'stages.0.learningRate=0.0015')).toEqual(experiment);
  });

  it('reads values as JSON, else as text', () => {
    expect(setPath(experiment, 'stages.0.packing=false').stages[0]).toMatchObject({ packing: false });
    expect(setPath(experiment, 'model=lab-3m').model).toBe('lab-3m');
    expect(setPath(experiment, 'displayPrompts.0.question=Is 1=1?').displayPrompts[0]?.question).toBe('Is 1=1?');
  });

  it.each([
    ['stages.0.stepz=1', /"stepz" is unknown; known there: kind, id, from, steps/],
    ['stages.7.steps=1', /"7" is unknown/],
    ['__proto__.polluted=1', /"__proto__" is unknown/],
    ['stages.length=0', /"length" is unknown/],
    ['seed.x=1', /the path is too long/],
    ['stages.0.steps=many', /is "many": it must be a whole number/],
    ['seed', /write path=value/],
    ['=3', /write path=value/],
  ])('refuses %s', (assignment, message) => {
    expect(() => setPath(experiment, assignment)).toThrow(InvalidInputError);
    expect(() => setPath(experiment, assignment)).toThrow(message);
  });

  it('never throws anything but InvalidInputError', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (path, value) => mayRefuse(() => setPath(experiment, `${path}=${value}`))),
    );
  });
});

describe('presetExperiment', () => {
  it('knows quick by both its names', () => {
    expect(presetExperiment('quick')).toEqual(presetExperiment('sft-quick'));
  });
  it('holds over-optimization against controls that differ in what gives the reward alone', () => {
    const [treatment, unbiased, gold] = presetArms('overoptimization').map((name) => presetExperiment(name).stages);
    expect(
      unbiased?.map((stage) => ('labelers' in stage ? { ...stage, labelers: { lengthBiased: 1 } } : stage)),
    ).toEqual(treatment);
    for (const stage of unbiased ?? []) {
      for (const id of 'labelers' in stage ? (Object.keys(stage.labelers) as LabelerId[]) : []) {
        expect(labelers[id].biases).toEqual({ perToken: 0, opinionSkew: 0 });
      }
    }
    expect(gold).toEqual([treatment?.[0], { ...treatment?.[2], reward: 'gold' }]);
  });
  it('names the presets there are', () => {
    expect(() => presetExperiment('rlhf')).toThrow(
      'there is no preset called "rlhf": use one of instructgpt, rloo, overoptimization, overoptimization-unbiased, overoptimization-gold, sft, sft-quick, quick',
    );
  });
});

function pathsOf(value: unknown, prefix: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [prefix];
  return [prefix, ...Object.entries(value).flatMap(([key, child]) => pathsOf(child, [...prefix, key]))].filter(
    (p) => p.length > 0,
  );
}

function replaceAt(root: unknown, path: readonly string[], value: unknown): void {
  const parent = path.slice(0, -1).reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], root);
  (parent as Record<string, unknown>)[path.at(-1)!] = value;
}

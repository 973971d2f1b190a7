import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidInputError } from '../../errors.ts';
import { anyExperiment } from '../../testing/anyExperiment.ts';
import { canonicalJson } from '../run/checkpointId.ts';
import { type Experiment, parseExperiment } from '../document/experiment.ts';
import { CURRENT_VERSION } from '../document/migrate.ts';
import { presetExperiment } from '../document/presets.ts';
import { settingsOf, specOf } from '../stages/kinds.ts';
import { checksum } from './checksum.ts';
import { decodeLink, encodeLink, encodeShortLink, isLink, LINK_LIMIT } from './codec.ts';
import { readLinkFile, writeLinkFile } from './linkFile.ts';
import { pack } from './packed.ts';
import type { SharedRun } from './sharedRun.ts';

const SEED = 20261122;

const anyCurve = fc.uniqueArray(fc.nat(20_000), { minLength: 1, maxLength: 64 }).chain((steps) =>
  fc.record({
    steps: fc.constant([...steps].sort((a, b) => a - b)),
    values: fc.array(
      fc.float({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
      {
        minLength: steps.length,
        maxLength: steps.length,
      },
    ),
  }),
);
const anyMetric = fc
  .stringMatching(/^[a-z][a-z_]{0,11}(\/[a-z_]{1,12})?$/)
  .filter((key) => !['constructor', 'prototype'].includes(key));
const anyDigest = fc.record({
  weights: fc.stringMatching(/^[0-9a-f]{64}$/),
  metrics: fc.dictionary(
    anyMetric,
    fc.float({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
    { noNullPrototype: true },
  ),
  device: fc.constantFrom('CPU (wasm, 2 threads)', 'WebGPU · Apple M2'),
  threads: fc.integer({ min: 1, max: 16 }),
  engine: fc.constant('1'),
});
/** Of some of the experiment's stages. */
const byStage = <Value>({ stages }: Experiment, value: fc.Arbitrary<Value>) =>
  fc.record(Object.fromEntries(stages.map(({ id }) => [id, value])), { requiredKeys: [] });
const anyCurves = fc.dictionary(anyMetric, anyCurve, { maxKeys: 3, noNullPrototype: true });

const anyRun = anyExperiment().chain((experiment) =>
  fc.record({
    name: fc.stringMatching(/^[A-Za-z0-9ü ]{0,20}$/).map((name) => name.trim()),
    experiment: fc.constant(experiment),
    curves: fc.oneof(fc.constant({}), byStage(experiment, anyCurves)),
    digest: fc.oneof(fc.constant({}), byStage(experiment, anyDigest)),
  }),
) as fc.Arbitrary<SharedRun>;

const plain = (experiment = presetExperiment('instructgpt')): SharedRun => ({
  name: 'A',
  experiment,
  curves: {},
  digest: {},
});

describe('a link', () => {
  it('gives back what was put in, for 2,000 generated runs', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        expect(decodeLink(encodeLink(run))).toEqual(run);
        expect(readLinkFile(writeLinkFile(run))).toEqual(run);
      }),
      { numRuns: 2000, seed: SEED },
    );
  });

  it('of a preset is short', () => {
    expect(encodeLink(plain()).length).toBeLessThan(160);
    expect(encodeLink(plain(parseExperiment({}))).length).toBeLessThan(100);
  });

  it('is found in an address, a fragment, or what a mail made of it', () => {
    const link = encodeLink(plain());
    const texts = [
      link,
      `#${link}`,
      `https://example.org/lab/?device=wasm#${link}`,
      ` #${link.slice(0, 30)}\r\n ${link.slice(30)}\n`,
    ];
    for (const text of [...texts, `#${link.replace('=', '%3D')}`]) {
      expect(isLink(text)).toBe(true);
      expect(decodeLink(text)).toEqual(plain());
    }
    for (const text of ['instructgpt', 'run.json', '#label', 'https://example.org/', ''])
      expect(isLink(text)).toBe(false);
  });

  it('from version 1 of the document means what it meant', () => {
    const json = canonicalJson({
      experiment: { version: 1, stages: [{ kind: 'sft' }, { kind: 'rewardModel', pairs: 99 }] },
    });
    const { experiment } = decodeLink(`x=1.${checksum(json)}.${pack(json)}`);
    expect(experiment.version).toBe(CURRENT_VERSION);
    const { defaults } = specOf('rewardModel').history;
    expect(settingsOf(experiment.stages[1]!)).toEqual({
      ...defaults[1],
      pairs: 99,
      crossedTwins: 0,
      crossedPrompts: 0,
    });
  });

  it('longer than the limit is no link, and its file is read all the same', () => {
    const prompts = Array.from({ length: 3000 }, (_, i) => `What is ${i} times ${(i * 7919) % 1009}?`);
    const run = plain(parseExperiment({ data: { prompts } }));
    expect(encodeShortLink(run)).toBeNull();
    expect(encodeShortLink(plain())).toBe(encodeLink(plain()));
    expect(encodeLink(run).length).toBeGreaterThan(LINK_LIMIT);
    expect(readLinkFile(writeLinkFile(run))).toEqual(run);
  });
});

describe('a damaged link says what to do', () => {
  const link = encodeLink(plain());
  const made = (value: unknown) => {
    const json = typeof value === 'string' ? value : canonicalJson(value);
    return `x=1.${checksum(json)}.${pack(json)}`;
  };
  it.each([
    ['nothing', '', /no "#x=": ask for the link again/],
    ['another fragment', '#label', /no "#x="/],
    ['an empty link', '#x=', /damaged at its beginning/],
    ['a newer format', link.replace('x=1', 'x=2'), /newer version .* reload the page/],
    ['a cut link', link.slice(0, -8), /cut off at the end: copy the whole link/],
    ['a link cut behind its checksum', link.slice(0, 12), /cut off at the end/],
    [
      'a changed letter',
      `${link.slice(0, 40)}${link[40] === 'a' ? 'b' : 'a'}${link.slice(41)}`,
      /^the link is (damaged|cut)/,
    ],
    ['a strange letter', `${link.slice(0, 40)}ä${link.slice(41)}`, /damaged, its checksum/],
    ['another checksum', link.replace(/1\.\w{8}/, '1.00000000'), /damaged, its checksum/],
    ['a bomb', made(`{"experiment":{"version":2,"model":"${'a'.repeat(50e6)}"}}`), /unpacks to more than 4 MB/],
    ['no JSON', made('{"experiment":'), /not JSON: ask for it again/],
    ['a deep nest', made(`{"experiment":${'['.repeat(100_000)}`), /nested too deeply/],
    ['a prototype', made('{"experiment":{"version":2,"__proto__":{"polluted":1}}}'), /the key "__proto__"/],
    [
      'a constructor',
      made('{"experiment":{"version":2,"sampling":{"constructor":{"prototype":{}}}}}'),
      /the key "constructor"/,
    ],
    ['no experiment', made({ name: 'x' }), /experiment must be an experiment/],
    ['an experiment without a version', made({ experiment: {} }), /doesn't say which version/],
    ['a newer experiment', made({ experiment: { version: 99 } }), /experiment\.version is 99: .* newer page/],
    [
      'a bad setting',
      made({ experiment: { version: CURRENT_VERSION, stages: [{ kind: 'sft', steps: 0 }] } }),
      /stages\.0\.steps is 0/,
    ],
    ['a strange key', made({ experiment: { version: CURRENT_VERSION }, extra: 1 }), /can't be used/],
    [
      'a curve that turns back',
      made({ experiment: { version: CURRENT_VERSION }, curves: { sft: { loss: { steps: [2, 1], values: [1, 1] } } } }),
      /curves\.sft\.loss must have rising steps/,
    ],
    [
      'a name that rings the bell',
      made({ name: 'a\u0007', experiment: { version: CURRENT_VERSION } }),
      /name must not hold control characters/,
    ],
  ])('%s', (_what, text, message) => {
    expect(() => decodeLink(text)).toThrow(InvalidInputError);
    expect(() => decodeLink(text)).toThrow(message);
  });

  it('and so does a damaged file', () => {
    const text = writeLinkFile(plain());
    const edited = text.replace('"A"', '"B"');
    expect(() => readLinkFile(edited)).toThrow(/its checksum doesn't fit its content: .* remove the line "checksum"/);
    expect(readLinkFile(edited.replace(/ "checksum".*\n/, '')).name).toBe('B');
    expect(() => readLinkFile(text.slice(0, 60))).toThrow(/not JSON/);
    expect(() => readLinkFile('{"stages":[]}')).toThrow(/choose a \.rlhflab\.json file/);
    expect(() => readLinkFile(text.replace('"version": 1', '"version": 2'))).toThrow(/newer version/);
  });

  it('never unpacks a bomb into memory', () => {
    const bomb = `x=1.00000000.${pack('0'.repeat(200e6))}`;
    const before = process.memoryUsage().arrayBuffers;
    expect(() => decodeLink(bomb)).toThrow(/unpacks to more/);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50e6);
  });
});

describe('10,000 mutated links and files', () => {
  const sources = fc.sample(anyRun, { numRuns: 60, seed: SEED });
  const anySource = fc.constantFrom(...sources);

  /** @returns whether it opened; anything but an InvalidInputError with one line, or a changed prototype, fails the test */
  function opens(read: () => SharedRun): boolean {
    const startedAt = performance.now();
    try {
      const { experiment } = read();
      expect(parseExperiment(structuredClone(experiment))).toEqual(experiment);
      return true;
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      expect(error.message).toMatch(/^[^\n]{20,}$/);
      return false;
    } finally {
      expect(performance.now() - startedAt).toBeLessThan(2000);
      expect(Object.keys(Object.prototype)).toEqual([]);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    }
  }

  it('as text: letters changed, cut out, put in', { timeout: 120_000 }, () => {
    const edit = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat(8),
      put: fc.string({ unit: 'binary', maxLength: 8 }),
    });
    fc.assert(
      fc.property(anySource, fc.boolean(), fc.array(edit, { minLength: 1, maxLength: 4 }), (run, isFile, edits) => {
        const whole = isFile ? writeLinkFile(run) : encodeLink(run);
        const text = edits.reduce((now, { at, cut, put }) => {
          const from = Math.floor(at * now.length);
          return now.slice(0, from) + put + now.slice(from + cut);
        }, whole);
        opens(() => (isFile ? readLinkFile(text) : decodeLink(text)));
      }),
      { numRuns: 5000, seed: SEED },
    );
  });

  it('whatever value stands at whatever place, under a right checksum', { timeout: 120_000 }, () => {
    let opened = 0;
    const evil = fc.constantFrom('__proto__', 'constructor', 'prototype', 'polluted', 'version', 'stages', 'toString');
    const value = fc.oneof(
      fc.jsonValue(),
      fc.constant('<script>polluted=1</script>'),
      fc.constant({ ['polluted']: true }),
      fc.integer(),
      fc.boolean(),
    );
    fc.assert(
      fc.property(anySource, fc.nat(), fc.option(evil), value, fc.boolean(), (run, at, key, put, isFile) => {
        const file = JSON.parse(writeLinkFile(run)) as { content: object };
        const places = placesOf(file.content);
        const { parent, key: there } = places[at % places.length]!;
        Object.defineProperty(parent, key ?? there, {
          value: put,
          enumerable: true,
          configurable: true,
          writable: true,
        });
        const json = JSON.stringify(file.content);
        const text = JSON.stringify({ ...file, checksum: checksum(canonicalJson(file.content)) });
        if (opens(() => (isFile ? readLinkFile(text) : decodeLink(`x=1.${checksum(json)}.${pack(json)}`)))) opened++;
      }),
      { numRuns: 5000, seed: SEED },
    );
    // Some changes are just other experiments.
    expect(opened).toBeGreaterThan(100);
  });
});

/** Every key of every object and list inside a value. */
function placesOf(value: object): { readonly parent: object; readonly key: string }[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => [
    { parent: value, key },
    ...(typeof inner === 'object' && inner !== null ? placesOf(inner) : []),
  ]);
}

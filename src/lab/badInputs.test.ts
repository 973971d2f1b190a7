/**
 * Five thousand bad inputs through every door of the lab: each is taken or refused with one of the lab's own input errors,
 * in words a person reads, within two seconds, and leaves every object's prototype alone.
 */
import { cpuUsage } from 'node:process';
import { describe, expect, test } from 'vitest';
import { chooseTicks } from '../app/ui/charts/chartLook.ts';
import { parseRoute } from '../app/store/route.ts';
import { readOverrides } from '../app/store/session/overrides.ts';
import { buildRows } from '../app/series/rows.ts';
import { readStoredLabels } from '../app/store/label/labelStorage.ts';
import { writeSafetensors } from './model/safetensors.ts';
import { mutateBytes, mutateText, mutateValue, stranger } from '../testing/badInputs.ts';
import { lineageNode } from '../testing/lineageNodes.ts';
import { packTinyModel, unpack } from '../testing/tinyModel.ts';
import { readOwnData } from '../world/ownData/readOwnData.ts';
import { readPreferences } from '../world/preferences/records.ts';
import { type Random, seededRandom } from '../world/random.ts';
import { fromPairs, mapCurves } from './curve.ts';
import { parseExperiment } from './document/experiment.ts';
import { presetExperiment, presetNames } from './document/presets.ts';
import { buildRunDocument, parseRunDocument } from './document/runDocument.ts';
import { setPath } from './document/setPath.ts';
import { checksum } from './link/checksum.ts';
import { decodeLink, encodeLink } from './link/codec.ts';
import { readLinkFile, writeLinkFile } from './link/linkFile.ts';
import { pack } from './link/packed.ts';
import { readJson } from './link/safeJson.ts';
import { readModel } from './model/modelFolder.ts';
import { readLog, readNode, readPointers, readRunHead, readSession, readSizes } from './storage/olderValues.ts';

const SEED = 20261130;
const INPUTS = 5000;
const LONGEST_MESSAGE = 300;
const LONGEST_SECONDS = 2;

const experiments = presetNames().map(presetExperiment);
const run = {
  name: 'A run',
  experiment: presetExperiment('instructgpt'),
  curves: { sft: { loss: { steps: [1, 2], values: [3, 2] } } },
  digest: {},
};
const runDocument = buildRunDocument(run.experiment, [
  {
    id: '0'.repeat(64),
    stage: 'sft',
    metrics: {
      loss: [
        [0, 5],
        [1, 4],
      ],
      learning_rate: [[1, 1e-3]],
    },
    evals: { eos_rate: { value: 0.1, se: 0.02, n: 300 } },
    completions: [{ prompt: 'User: Hi\nAssistant:', family: 'smalltalk', text: ' Hello.', logprob: -3.5 }],
  },
]);
const stored = {
  id: 'a',
  sessionId: 's',
  name: 'A',
  experiment: run.experiment,
  current: { sft: 'a' },
  usedAt: '2026',
  search: '',
  parentIds: [],
  keptAt: '2026',
  step: 1,
  totalSteps: 2,
  nodeId: null,
  stageId: 'sft',
  bytes: 1,
  number: 1,
  at: '2026',
  pointer: 'mainline',
  what: 'created',
  to: 'a',
};
const preference = { id: 'a', prompt: 'Hi', chosen: ' Hello.', rejected: ' No.', labeler: 'you' };
const ownFiles: readonly (readonly [name: string, text: string])[] = [
  [
    'rows.jsonl',
    [preference, { ...preference, id: 'b' }, { prompt: 'Hi', completion: 'Hello.' }]
      .map((row) => JSON.stringify(row))
      .join('\n'),
  ],
  [
    'chats.jsonl',
    JSON.stringify({
      messages: [
        { role: 'user', content: 'Hi' },
        { role: 'assistant', content: 'Hello.' },
      ],
    }),
  ],
  ['rows.csv', 'prompt,completion\n"Hi, you","Hello."\nWho?,Me.\n'],
  ['prompts.txt', 'What is the capital of France?\nWho are you?\n'],
];
const folder = unpack(packTinyModel());
const bombs = ['0'.repeat(20_000_000), `[${'[],'.repeat(3_000_000)}[]]`].map(
  (text) => `x=1.${checksum('')}.${pack(text)}`,
);

const bytesOf = (text: string) => new TextEncoder().encode(text);
const jsonOf = (value: unknown): string => JSON.stringify(value, (_, inner: unknown) => inner) ?? '';
/** Half of the JSON is right as JSON and wrong as a document, the other half no JSON at all. */
const badJson = (random: Random, value: unknown): string =>
  random.next() < 0.5 ? mutateText(random, jsonOf(value)) : jsonSafely(mutateValue(random, value));
const pick = <Item>(random: Random, items: readonly Item[]): Item => items[Math.floor(random.next() * items.length)]!;

/** What is nested too deeply to be written is written as it would be sent. */
function jsonSafely(value: unknown): string {
  try {
    return jsonOf(value);
  } catch {
    return `{"stages": ${'['.repeat(50_000)}`;
  }
}

/** Makes an input and puts it in. @returns what is said about it beside errors, if anything is */
type Door = (random: Random) => readonly string[] | void;

const doors: Readonly<Record<string, Door>> = {
  'an experiment as a value': (random) => void parseExperiment(mutateValue(random, pick(random, experiments))),
  'an experiment as a file': (random) =>
    void parseExperiment(readJson(badJson(random, pick(random, experiments)), 'the file')),
  'a setting by its path': (random) => {
    const value = jsonSafely(stranger(random));
    const path = mutateText(random, pick(random, ['stages.0.steps', 'seed', 'displayPrompts.0.id', 'spec.0.rule']));
    setPath(run.experiment, random.next() < 0.5 ? `${path}=${value}` : `stages.sft.steps=${value}`);
  },
  'a link': (random) => void decodeLink(mutateText(random, encodeLink(run))),
  'a link whose checksum is right': (random) => {
    const json = badJson(
      random,
      JSON.parse(jsonOf({ ...run, experiment: { version: 4, stages: run.experiment.stages } })),
    );
    decodeLink(`#x=1.${checksum(json)}.${pack(json)}`);
  },
  'a link that unpacks to megabytes': (random) => void decodeLink(mutateText(random, pick(random, bombs))),
  'a shared file': (random) => void readLinkFile(badJson(random, JSON.parse(writeLinkFile(run))), 'x'.repeat(255)),
  'a shared file without a checksum': (random) => {
    const { checksum: _, ...file } = JSON.parse(writeLinkFile(run)) as Record<string, unknown>;
    readLinkFile(badJson(random, file), 'a.rlhflab.json');
  },
  'a run document, drawn': (random) => {
    const { checkpoints } = parseRunDocument(readJson(badJson(random, runDocument), 'the file'));
    for (const { metrics } of checkpoints) {
      const rows = buildRows(mapCurves(metrics, fromPairs), 0.6);
      const lines = Object.keys(metrics).map((key) => ({ key }));
      for (const isLogScale of [false, true]) chooseTicks(rows, lines, { isLogScale, isFromZero: false, count: 4 });
    }
  },
  'own data': (random) => {
    const [name, text] = pick(random, ownFiles);
    const bytes = random.next() < 0.5 ? bytesOf(mutateText(random, text)) : mutateBytes(random, bytesOf(text));
    const kind = pick(random, [null, 'demonstrations', 'preferences', 'prompts'] as const);
    return readOwnData(bytes, {
      name: random.next() < 0.2 ? mutateText(random, name) : name,
      kind,
    }).summary.problems.map(({ message }) => message);
  },
  'own data of strange rows': (random) => {
    const rows = [0, 1, 2].map(() => jsonSafely(mutateValue(random, preference)));
    return readOwnData(bytesOf(rows.join('\n')), { name: 'rows.jsonl', kind: null }).summary.problems.map(
      ({ message }) => message,
    );
  },
  'a file of labels': (random) =>
    readPreferences(
      random.next() < 0.5 ? mutateText(random, ownFiles[0]![1]) : jsonSafely(mutateValue(random, preference)),
    ).problems.map(({ message }) => message),
  'stored labels': (random) => {
    const text = badJson(random, { version: 1, labels: [preference, preference] });
    const { problem } = readStoredLabels({ getItem: () => text, setItem: () => undefined });
    return problem === null ? [] : [problem];
  },
  'stored rows': (random) => {
    const value = mutateValue(random, random.next() < 0.5 ? stored : lineageNode({ id: 'a' }));
    for (const read of [readSession, readRunHead, readNode]) read(value);
    for (const read of [readPointers, readLog, readSizes]) read([value, stored]);
  },
  'the config of a model': (random) =>
    void readModel({ ...folder, config: mutateValue(random, folder.config) }, 'tiny'),
  'the tokenizer of a model': (random) => {
    const { tokenizer } = readModel({ ...folder, tokenizer: mutateValue(random, folder.tokenizer) }, 'tiny');
    tokenizer.decode(tokenizer.encode('Hello, \ud800 you.'));
  },
  'the weights of a model': (random) => {
    const small = new Uint8Array(writeSafetensors([{ name: 'a', shape: [2], data: Float32Array.of(1, 2) }], 'F32', {}));
    const bytes = mutateBytes(random, random.next() < 0.5 ? small : new Uint8Array(folder.weights));
    readModel({ ...folder, weights: bytes.buffer }, 'tiny');
  },
  'an address': (random) => {
    parseRoute(mutateText(random, pick(random, ['#glossary/kl%20divergence', '#lab', '#label', '#recorded'])));
    const search = mutateText(random, '?device=wasm&preset=sft&seed=7&stages.0.steps=3&keepEvery=1');
    return readOverrides(
      random.next() < 0.5
        ? search
        : `?${pick(random, ['steps', 'seed', 'device', 'preset', 'a.b'])}=${encodeURIComponent(String(pick(random, ['NaN', '1e309', 'x'.repeat(5000), '[[', '{"a":1}', '-1'])))}`,
    ).refused;
  },
};

describe(`${INPUTS} bad inputs`, () => {
  const names = Object.keys(doors);
  const each = Math.ceil(INPUTS / names.length);

  test.each(names)('%s', (name) => {
    for (let i = 0; i < each; i++) {
      const random = seededRandom(SEED + 1000 * names.indexOf(name) + i);
      const start = cpuUsage();
      const said = put(doors[name]!, random);
      const { user, system } = cpuUsage(start);
      const which = `${name}, number ${i}`;
      if ('foreign' in said)
        throw new Error(`${which}: ${String(said.foreign).slice(0, 400)}`, { cause: said.foreign });
      expect((user + system) / 1e6, which).toBeLessThan(LONGEST_SECONDS);
      for (const message of said.messages) {
        expect(message.length, `${which}: ${message.slice(0, 400)}`).toBeLessThanOrEqual(LONGEST_MESSAGE);
        expect(message, which).toMatch(/\S.{8}/u);
      }
    }
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
  });
});

function put(door: Door, random: Random): { readonly messages: readonly string[] } | { readonly foreign: unknown } {
  try {
    return { messages: door(random) ?? [] };
  } catch (error) {
    const isNamed = error instanceof Error && ['InvalidInputError', 'ModelError'].includes(error.name);
    return isNamed ? { messages: [error.message] } : { foreign: error };
  }
}

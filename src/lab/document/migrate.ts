/**
 * Documents of older versions, brought up to date before they are checked. A file or a link holds only what differs from
 * the defaults *of its version*, so those are filled in first (defaults.json here, and one in every kind's folder; frozen
 * once released) and then each step says in one place what a version brought: to a stage in its kind's `history`, to the
 * rest of the document here. Anything malformed is passed on as it is: the schema names it.
 */
import { isStageKind, specOf } from '../stages/kinds.ts';
import frozen from './defaults.json' with { type: 'json' };

/** Of the documents this code writes. */
export const CURRENT_VERSION = 4;

/** What a document of some version means where it says nothing; its stages apart. */
export interface FrozenDefaults {
  /** Every key of the document. */
  readonly document: Readonly<Record<string, unknown>>;
  /** Every key of a spec line but its rule. */
  readonly specLine: Readonly<Record<string, unknown>>;
}

type Json = Readonly<Record<string, unknown>>;

const defaultsOf: Readonly<Record<number, FrozenDefaults>> = frozen;

/** By version: what has to be done with a document of that version to make it one of the next, its stages apart. */
const toNext: Readonly<Record<number, (document: Json) => Json>> = {
  // Version 2 brought the number of threads.
  1: (document) => ({ threads: 2, ...document }),
};

/**
 * @param input parsed JSON of any version; without a version it is of the current one
 * @returns a document of the current version, or the input itself where it is none of an older one
 */
export function migrateDocument(input: unknown): unknown {
  if (!isObject(input)) return input;
  const from = input['version'];
  if (typeof from !== 'number' || from >= CURRENT_VERSION || !Object.hasOwn(defaultsOf, from)) return input;
  let document = fillDefaults(input, from);
  for (let version = from; version < CURRENT_VERSION; version++) {
    const stages = listOf(document['stages'], undefined, (stage) => {
      const change = historyOf(stage)?.toNext[version];
      return change ? change(stage) : stage;
    });
    document = { ...(toNext[version]?.(document) ?? document), stages, version: version + 1 };
  }
  return document;
}

/** @returns the document with every key that its version had spelled out */
function fillDefaults(input: Json, version: number): Json {
  const { document, specLine } = defaultsOf[version]!;
  return {
    ...document,
    ...input,
    sampling: filled(input['sampling'], document['sampling']),
    data: filled(input['data'], document['data']),
    stages: listOf(input['stages'], document['stages'], (stage) => ({
      ...historyOf(stage)?.defaults[version],
      ...stage,
    })),
    spec: listOf(input['spec'], document['spec'], (line) => ({ ...specLine, ...line })),
  };
}

function historyOf({ kind }: Json) {
  return isStageKind(kind) ? specOf(kind).history : undefined;
}

function filled(given: unknown, defaults: unknown): unknown {
  if (given === undefined) return defaults;
  return isObject(given) && isObject(defaults) ? { ...defaults, ...given } : given;
}

function listOf(given: unknown, defaults: unknown, change: (item: Json) => Json): unknown {
  if (given === undefined) return defaults;
  return Array.isArray(given) ? given.map((item: unknown) => (isObject(item) ? change(item) : item)) : given;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

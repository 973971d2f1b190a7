/**
 * Documents of older versions, brought up to date before they are checked. A file or a link holds only what differs from
 * the defaults *of its version*, so those are filled in first (link/defaults/v<n>.json, never changed again) and then each
 * step says in one place what a version brought. Anything malformed is passed on as it is: the schema names it.
 */
import v1 from '../link/defaults/v1.json' with { type: 'json' };
import v2 from '../link/defaults/v2.json' with { type: 'json' };

/** Of the documents this code writes. */
export const CURRENT_VERSION = 3;

/** What a document of some version means where it says nothing. */
export interface FrozenDefaults {
  /** Every key of the document. */
  readonly document: Readonly<Record<string, unknown>>;
  /** By kind: every setting of a stage. */
  readonly stages: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Every key of a spec line but its rule. */
  readonly specLine: Readonly<Record<string, unknown>>;
}

type Json = Readonly<Record<string, unknown>>;

/** Defaults of the older versions, and what has to be done with a document of that version to make it one of the next. */
const older: readonly { readonly defaults: FrozenDefaults; readonly toNext: (document: Json) => Json }[] = [
  { defaults: v1, toNext: fromVersion1 },
  { defaults: v2, toNext: fromVersion2 },
];

/**
 * @param input parsed JSON of any version; without a version it is of the current one
 * @returns a document of the current version, or the input itself where it is none of an older one
 */
export function migrateDocument(input: unknown): unknown {
  if (!isObject(input)) return input;
  const version = input['version'];
  const found = typeof version === 'number' ? older[version - 1] : undefined;
  if (typeof version !== 'number' || !found) return input;
  return older.slice(version - 1).reduce<Json>(
    (document, { toNext }, i) => {
      return { ...toNext(document), version: version + i + 1 };
    },
    fillDefaults(input, found.defaults),
  );
}

/** @returns the document with every key that its version had spelled out */
export function fillDefaults(input: Json, { document, stages, specLine }: FrozenDefaults): Json {
  return {
    ...document,
    ...input,
    sampling: filled(input['sampling'], document['sampling']),
    data: filled(input['data'], document['data']),
    stages: listOf(input['stages'], document['stages'], (stage) => ({ ...stages[String(stage['kind'])], ...stage })),
    spec: listOf(input['spec'], document['spec'], (line) => ({ ...specLine, ...line })),
  };
}

/** Version 2 brought the exchange of completions between twins, which hadn't been done before, and the number of threads. */
function fromVersion1(document: Json): Json {
  return { threads: 2, ...document, stages: withSetting(document, 'rewardModel', { crossedTwins: 0 }) };
}

/** Version 3 brought Adam's ε of PPO, which had been the usual one. */
function fromVersion2(document: Json): Json {
  return { ...document, stages: withSetting(document, 'ppo', { adamEpsilon: 1e-8 }) };
}

function withSetting({ stages }: Json, kind: string, setting: Json): unknown {
  return listOf(stages, [], (stage) => (stage['kind'] === kind ? { ...setting, ...stage } : stage));
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

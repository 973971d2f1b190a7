/** How an experiment differs from the defaults of its version: what a link holds of it. parseExperiment turns it back. */
import { canonicalJson } from '../run/checkpointId.ts';
import type { Experiment } from '../document/experiment.ts';
import type { FrozenDefaults } from '../document/migrate.ts';
import { currentDefaults } from './defaults.ts';

let defaults: FrozenDefaults | null = null;

type Json = Readonly<Record<string, unknown>>;

/** @returns a document that parseExperiment reads as the same experiment; always with its version */
export function experimentDifference(experiment: Experiment): Json {
  const { document, stages, specLine } = (defaults ??= currentDefaults());
  const whole = differing(experiment, document);
  return {
    ...whole,
    version: experiment.version,
    ...keyDifference('sampling', experiment.sampling, document['sampling']),
    ...keyDifference('data', experiment.data, document['data']),
    ...('stages' in whole && {
      stages: experiment.stages.map((stage) => ({
        kind: stage.kind,
        ...differing(stage, { ...stages[stage.kind], kind: stage.kind }),
      })),
    }),
    ...('spec' in whole && { spec: experiment.spec.map((rule) => differing(rule, specLine)) }),
  };
}

/** The keys of `value` whose values aren't the defaults'. */
function differing(value: object, defaults: Json): Json {
  return Object.fromEntries(Object.entries(value).filter(([key, inner]) => !isSame(inner, defaults[key])));
}

function keyDifference(key: string, value: object, defaults: unknown): Json {
  return isSame(value, defaults) ? {} : { [key]: differing(value, defaults as Json) };
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || canonicalJson(one) === canonicalJson(other);
}

/** How an experiment differs from the defaults of its version: what a link holds of it. parseExperiment turns it back. */
import { type Experiment, parseExperiment } from '../document/experiment.ts';
import { nameStages } from '../pipeline.ts';
import { canonicalJson } from '../run/checkpointId.ts';
import { settingsOf, type Stage } from '../stages/kinds.ts';
import { stageDefaults } from '../stages/stageDefaults.ts';

type Json = Readonly<Record<string, unknown>>;

interface Defaults {
  readonly document: Experiment;
  /** Of a spec line, its rule left out. */
  readonly specLine: Json;
}

let known: Defaults | null = null;

export function documentDefaults(): Defaults {
  if (known) return known;
  const { rule: _rule, ...specLine } = parseExperiment({ spec: [{ rule: 'short' }] }).spec[0]!;
  return (known = { document: parseExperiment({}), specLine });
}

/** @returns a document that parseExperiment reads as the same experiment; always with its version */
export function experimentDifference(experiment: Experiment): Json {
  const { document, specLine } = documentDefaults();
  const whole = differing(experiment, { ...document });
  return {
    ...whole,
    version: experiment.version,
    ...keyDifference('sampling', experiment.sampling, document.sampling),
    ...keyDifference('data', experiment.data, document.data),
    ...('stages' in whole && { stages: stagesDifference(experiment.stages) }),
    ...('spec' in whole && { spec: experiment.spec.map((rule) => differing(rule, specLine)) }),
  };
}

/** Names are told where they aren't those the kinds give, and then of all stages. */
function stagesDifference(stages: readonly Stage[]): readonly Json[] {
  const usual = nameStages(stages.map(({ kind }) => ({ kind })));
  const areNamed = stages.some(({ id }, i) => id !== usual[i]!.id);
  return stages.map((stage) => ({
    kind: stage.kind,
    ...(areNamed ? { id: stage.id } : {}),
    ...(stage.from.length > 0 ? { from: stage.from } : {}),
    ...differing(settingsOf(stage), stageDefaults(stage.kind)),
  }));
}

/** The keys of `value` whose values aren't the defaults'. */
function differing(value: object, defaults: object): Json {
  const usual = defaults as Json;
  return Object.fromEntries(Object.entries(value).filter(([key, inner]) => !isSame(inner, usual[key])));
}

function keyDifference(key: string, value: object, defaults: object): Json {
  return isSame(value, defaults) ? {} : { [key]: differing(value, defaults) };
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || canonicalJson(one) === canonicalJson(other);
}

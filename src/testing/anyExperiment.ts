/**
 * Experiments of all kinds for property tests, generated from the document's own schema: a new key is generated without
 * being named here.
 */
import fc from 'fast-check';
import { z } from 'zod';
import { InvalidInputError } from '../errors.ts';
import { type Experiment, experimentSchema, parseExperiment } from '../lab/document/experiment.ts';
import { BASE } from '../lab/pipeline.ts';
import { isStageKind, specOf } from '../lab/stages/kinds.ts';
import { stageDefaults } from '../lab/stages/stageDefaults.ts';

interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly propertyNames?: Schema;
  readonly additionalProperties?: Schema | false;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
}

/** Short lists and texts: what matters is which keys there are, not how many rows. */
const LONGEST = 4;
const LONGEST_TEXT = 40;
const SMALL = 100;

/** Whole valid experiments, with any keys at any allowed value. */
export function anyExperiment(): fc.Arbitrary<Experiment> {
  const schema = z.toJSONSchema(experimentSchema, { io: 'input' }) as Schema;
  return anyOf(schema)
    .map((input) => parseOrNull(placeStages(input)))
    .filter((experiment) => experiment !== null);
}

function anyOf(schema: Schema): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return fc.oneof(...choices.map(anyOf));
  switch (schema.type) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return anyWhole(schema.minimum ?? 0, Math.min(schema.maximum ?? 1e9, 0x7fffffff));
    case 'number':
      // JSON knows no −0.
      return fc.double({ min: schema.minimum ?? 0, max: schema.maximum ?? 1e6, noNaN: true }).map((value) => value + 0);
    case 'string':
      return schema.pattern === undefined
        ? fc.string({
            unit: 'binary',
            minLength: schema.minLength ?? 0,
            maxLength: Math.min(schema.maxLength ?? LONGEST_TEXT, LONGEST_TEXT),
          })
        : fc.stringMatching(new RegExp(schema.pattern));
    case 'array':
      return fc.array(anyOf(schema.items!), { minLength: schema.minItems ?? 0, maxLength: LONGEST });
    default:
      return anyObject(schema);
  }
}

/** Mostly small: what stages ask for together is bounded too. */
function anyWhole(min: number, max: number): fc.Arbitrary<number> {
  const small = fc.integer({ min, max: Math.min(max, Math.max(min, SMALL)) });
  return fc.oneof({ weight: 9, arbitrary: small }, { weight: 1, arbitrary: fc.integer({ min, max }) });
}

function anyObject({ properties, required, propertyNames, additionalProperties }: Schema): fc.Arbitrary<unknown> {
  if (properties) {
    const values = Object.fromEntries(Object.entries(properties).map(([key, schema]) => [key, anyOf(schema)]));
    return fc.record(values, { requiredKeys: [...(required ?? [])] });
  }
  const value = additionalProperties ? anyOf(additionalProperties) : fc.anything();
  return fc.dictionary(propertyNames ? (anyOf(propertyNames) as fc.Arbitrary<string>) : fc.string(), value, {
    noNullPrototype: true,
  });
}

interface AnyStage {
  readonly kind: string;
  readonly id?: string;
  readonly from?: readonly string[];
}

/** Random names hardly ever name a stage before them: they are taken as choices among the policies there are. */
function placeStages(input: unknown): unknown {
  const { stages } = input as { readonly stages?: readonly AnyStage[] };
  if (!stages) return input;
  const policies: string[] = [BASE];
  const placed = stages.map(({ from = [], ...stage }, i) => {
    if (!isStageKind(stage.kind)) return { ...stage, from };
    const spec = specOf(stage.kind);
    const reads = spec.reads(stageDefaults(stage.kind));
    const count = reads.takesMore ? from.length : Math.min(from.length, reads.policies);
    const at = (name: string) => (name.length + i) % policies.length;
    const chosen = [...new Set(from.slice(0, count).map((name) => policies[at(name)]!))];
    const id = stage.id === undefined ? `${stage.kind}-${i}x` : `${stage.id}-${i}`.slice(-40);
    if (spec.makes === 'policy') policies.push(id);
    return { ...stage, id, ...(chosen.length >= reads.policies ? { from: chosen } : {}) };
  });
  // Half of the documents leave the naming to the lab.
  const isNamed = placed.length % 2 === 0 || placed.some(({ from = [] }) => from.length > 0);
  return { ...(input as object), stages: isNamed ? placed : placed.map(({ id: _id, ...stage }) => stage) };
}

/** Rules that no JSON schema says (one labeler with a share, no rule twice) are left to the parser. */
function parseOrNull(input: unknown): Experiment | null {
  try {
    return parseExperiment(input);
  } catch (error) {
    if (error instanceof InvalidInputError) return null;
    throw error;
  }
}

/**
 * `path=value` on the command line: change one key of an experiment. Paths are dotted, list items by number, stages also by
 * their names.
 */
import { InvalidInputError } from '../../errors.ts';
import { type Experiment, parseExperiment } from './experiment.ts';

/**
 * @param assignment such as `stages.0.learningRate=0.001`; the value is read as JSON, else taken as text
 * @returns a changed, validated copy · @throws InvalidInputError for an unknown path or a value that doesn't fit
 */
export function setPath(experiment: Experiment, assignment: string): Experiment {
  const equals = assignment.indexOf('=');
  if (equals < 1) {
    throw new InvalidInputError(`"${assignment}" is not an assignment: write path=value, such as stages.0.steps=100`);
  }
  const path = assignment.slice(0, equals);
  const copy: unknown = structuredClone(experiment);
  const keys = path.split('.');
  const last = keys.pop()!;
  let at: unknown = copy;
  for (const key of keys) at = child(at, key, path);
  child(at, last, path);
  (at as Record<string, unknown>)[last] = parseValue(assignment.slice(equals + 1));
  return parseExperiment(copy);
}

function child(parent: unknown, key: string, path: string): unknown {
  const named = Array.isArray(parent) ? (parent as readonly unknown[]).find((item) => isNamed(item, key)) : undefined;
  if (named !== undefined) return named;
  if (typeof parent === 'object' && parent !== null && key !== 'length' && Object.hasOwn(parent, key)) {
    return (parent as Record<string, unknown>)[key];
  }
  const known = typeof parent === 'object' && parent !== null ? Object.keys(parent) : [];
  const hint = known.length > 0 ? `known there: ${known.join(', ')}` : 'the path is too long';
  throw new InvalidInputError(`the experiment has no "${path}": "${key}" is unknown; ${hint}`);
}

function isNamed(item: unknown, name: string): boolean {
  return typeof item === 'object' && item !== null && 'kind' in item && 'id' in item && item.id === name;
}

function parseValue(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

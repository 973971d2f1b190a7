/** Edits of a spec: pure, each gives a new one. A rule a spec leaves out is off; the editor shows it last. */
import { rules } from '../../world/spec/rules.ts';
import type { RuleId, Spec, SpecLine } from '../../world/spec/types.ts';
import { specSchema } from './worldSchemas.ts';

export function defaultSpecLines(): SpecLine[] {
  return specSchema.parse(undefined);
}

/** Every rule there is, in rank order. */
export function allLines(spec: Spec): readonly SpecLine[] {
  const left = (Object.keys(rules) as RuleId[]).filter((id) => spec.every(({ rule }) => rule !== id));
  return [...spec, ...left.map((rule) => ({ rule, weight: 1, isOn: false }))];
}

export function changeLine(spec: Spec, rule: RuleId, change: Partial<Omit<SpecLine, 'rule'>>): readonly SpecLine[] {
  return allLines(spec).map((line) => (line.rule === rule ? { ...line, ...change } : line));
}

/** Puts a rule at a rank, from 0; beyond the ends it stays at the end. */
export function moveLine(spec: Spec, rule: RuleId, rank: number): readonly SpecLine[] {
  const lines = allLines(spec);
  const moved = lines.filter((line) => line.rule === rule);
  const others = lines.filter((line) => line.rule !== rule);
  const at = Math.max(0, Math.min(others.length, rank));
  return [...others.slice(0, at), ...moved, ...others.slice(at)];
}

export function isDefaultSpec(spec: Spec): boolean {
  return JSON.stringify(allLines(spec)) === JSON.stringify(allLines(defaultSpecLines()));
}

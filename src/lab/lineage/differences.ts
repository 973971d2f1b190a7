/**
 * How checkpoints differ, in settings: one line for a node against its nearest sibling, and a table of only what differs
 * for two or more nodes with everything they came from. Values are compared as canonical JSON.
 */
import { canonicalJson } from '../run/checkpointId.ts';
import { BASE } from '../pipeline.ts';
import { specOf } from '../stages/kinds.ts';
import { stageDefaults } from '../stages/stageDefaults.ts';
import type { CheckpointNode, NodeStage } from './types.ts';

/** Dotted path → value as text: `labelers.ai` → `0.6`. */
export type FlatSettings = ReadonlyMap<string, string>;

export function nodeTitle(stage: NodeStage): string {
  return stage === BASE ? 'Base model' : specOf(stage).title;
}

/** Objects by their keys, lists as one value. */
export function flattenSettings(settings: Readonly<Record<string, unknown>>, prefix = ''): FlatSettings {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(settings)) {
    if (value === undefined) continue;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      for (const [path, text] of flattenSettings(value as Record<string, unknown>, `${prefix}${key}.`)) {
        flat.set(path, text);
      }
    } else flat.set(`${prefix}${key}`, typeof value === 'string' ? value : canonicalJson(value));
  }
  return flat;
}

/** What a node has that the other hasn't, in the order of its settings. */
function changes(node: FlatSettings, other: FlatSettings): readonly string[] {
  const own = [...node].filter(([path, value]) => other.get(path) !== value).map(([path, value]) => `${path} ${value}`);
  const lost = [...other.keys()].filter((path) => !node.has(path)).map((path) => `no ${path}`);
  return [...own, ...lost];
}

/** Kept: a node is held against each of its siblings. */
const knownMakings = new WeakMap<CheckpointNode, FlatSettings>();

/** Seed and second parent belong to how a node was made as much as its settings. */
function makings(node: CheckpointNode): FlatSettings {
  const known = knownMakings.get(node);
  if (known) return known;
  const flat = new Map(flattenSettings(node.settings));
  flat.set('seed', String(node.seed));
  const [, ...others] = node.parentIds;
  if (others.length > 0) flat.set('from', others.map(shortId).join(' and '));
  knownMakings.set(node, flat);
  return flat;
}

interface Compared {
  readonly sibling: CheckpointNode;
  readonly differing: readonly string[];
}

/**
 * `klCoef 0.05, seed 7`: what sets a node apart from the sibling most like it that was made before it, or, where it has
 * none, from a parent of the same stage, else from the stage's defaults.
 * @param nodes all of the lineage, in order of creation
 */
export function describeDifference(node: CheckpointNode, nodes: readonly CheckpointNode[]): string {
  if (node.stage === BASE) return node.model;
  const { describe } = specOf(node.stage);
  if (describe) return describe(node.settings, parentTitles(node, nodes));
  const at = nodes.findIndex(({ id }) => id === node.id);
  const own = makings(node);
  const siblings = (at < 0 ? nodes : nodes.slice(0, at)).filter(
    (other) => other.stage === node.stage && other.parentIds[0] === node.parentIds[0] && other.id !== node.id,
  );
  // The last of the equally near: most often the run that was changed into this one.
  const nearest = siblings
    .map((sibling) => ({ sibling, differing: changes(own, makings(sibling)) }))
    .reduce<Compared | null>((best, one) => (best && best.differing.length < one.differing.length ? best : one), null);
  if (nearest) {
    const { sibling, differing } = nearest;
    return differing.length > 0 ? differing.join(', ') : describeAlike(node, sibling);
  }
  const parent = nodes.find(({ id }) => id === node.parentIds[0]);
  const origin = parent?.stage === node.stage ? flattenSettings(parent.settings) : defaultSettings(node.stage);
  const differing = changes(flattenSettings(node.settings), origin);
  const same = parent?.stage === node.stage ? 'as its parent' : 'default settings';
  return `${differing.length > 0 ? differing.join(', ') : same}, seed ${node.seed}`;
}

/** What sets two nodes apart whose settings are the same. */
function describeAlike(node: CheckpointNode, sibling: CheckpointNode): string {
  if (node.totalSteps !== sibling.totalSteps) return `ended at step ${node.totalSteps}`;
  const moved = (one: CheckpointNode): string => canonicalJson(one.events);
  return moved(node) === moved(sibling) ? 'other data, same settings' : 'other sliders moved';
}

function parentTitles(node: CheckpointNode, nodes: readonly CheckpointNode[]): readonly string[] {
  const titleOf = (id: string) => {
    const parent = nodes.find((candidate) => candidate.id === id);
    return parent ? `${nodeTitle(parent.stage)} ${shortId(parent.id)}` : 'a deleted checkpoint';
  };
  return node.parentIds.map((id, i) => (i === 0 ? 'its parent' : titleOf(id)));
}

/** The stage's settings where nothing was changed. */
function defaultSettings(stage: NodeStage): FlatSettings {
  return stage === BASE ? new Map() : flattenSettings(stageDefaults(stage));
}

/** Enough to tell nodes apart on screen. */
export function shortId(id: string): string {
  return id.slice(0, 6);
}

export interface DifferenceRow {
  /** `SFT`, `RL`; the checkpoint itself under the name of its stage, like its ancestors. */
  readonly stage: string;
  readonly setting: string;
  /** One a node, in the order asked; null = that node has no such setting. */
  readonly values: readonly (string | null)[];
}

/** @returns only the settings in which the nodes, or what they came from, aren't all alike */
export function compareSettings(
  chosen: readonly CheckpointNode[],
  nodes: readonly CheckpointNode[],
): readonly DifferenceRow[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const columns = chosen.map((node) => collectSettings(node, byId));
  const keys = new Map<string, readonly [stage: string, setting: string]>();
  for (const column of columns) for (const [key, { stage, setting }] of column) keys.set(key, [stage, setting]);
  return [...keys].flatMap(([key, [stage, setting]]) => {
    const values = columns.map((column) => column.get(key)?.value ?? null);
    return values.every((value) => value === values[0]) ? [] : [{ stage, setting, values }];
  });
}

interface CollectedSetting {
  readonly stage: string;
  readonly setting: string;
  readonly value: string;
}

/** A node's settings and its ancestors', oldest first; a stage met twice on the way is numbered. */
function collectSettings(
  node: CheckpointNode,
  byId: ReadonlyMap<string, CheckpointNode>,
): ReadonlyMap<string, CollectedSetting> {
  const collected = new Map<string, CollectedSetting>();
  const counts = new Map<string, number>();
  const put = (stage: string, setting: string, value: string): void => {
    collected.set(`${stage}\n${setting}`, { stage, setting, value });
  };
  for (const ancestor of lineOf(node, byId)) {
    const count = (counts.get(ancestor.stage) ?? 0) + 1;
    counts.set(ancestor.stage, count);
    const title = `${nodeTitle(ancestor.stage)}${count > 1 ? ` ${count}` : ''}`;
    if (ancestor.stage === BASE) put(title, 'model', ancestor.model);
    for (const [path, value] of flattenSettings(ancestor.settings)) put(title, path, value);
    if (ancestor.stage !== BASE && specOf(ancestor.stage).isSeeded) put(title, 'seed', String(ancestor.seed));
    for (const { step, key, value } of ancestor.events) put(title, `${key} at step ${step}`, String(value));
  }
  put('This run', 'device', node.device);
  put('This run', 'engine version', node.engineVersion);
  return collected;
}

/** The node and everything it came from, each once: ancestors before what was made of them, the policy's side first. */
export function lineOf(node: CheckpointNode, byId: ReadonlyMap<string, CheckpointNode>): readonly CheckpointNode[] {
  const line = new Map<string, CheckpointNode>();
  const visiting = new Set<string>();
  const visit = (one: CheckpointNode): void => {
    if (visiting.has(one.id)) return;
    visiting.add(one.id);
    for (const id of one.parentIds) {
      const parent = byId.get(id);
      if (parent) visit(parent);
    }
    line.set(one.id, one);
  };
  visit(node);
  return [...line.values()];
}

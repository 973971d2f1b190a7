/**
 * Where each node of the lineage stands when it is drawn from left to right, in columns and rows. A column is a generation:
 * one more than the newest of the parents. A node hangs on its first parent (the policy) and stands in the row of its first
 * child; its children keep to a block of rows of their own. So no two nodes share a place, and the row of a node is free
 * between it and its first parent. Pixels are the page's matter.
 */
import { largest } from '../../rlhf/numerics.ts';
import type { CheckpointNode } from './types.ts';

type Node = Pick<CheckpointNode, 'id' | 'parentIds'>;

export interface Place {
  readonly id: string;
  readonly column: number;
  readonly row: number;
  /** The parent it hangs on; null = none, or none that is still there. */
  readonly parentId: string | null;
  /** Parents drawn as lighter edges: a reward model, the second of two averaged policies. */
  readonly otherParentIds: readonly string[];
  /** Hanging on it, in order of creation. */
  readonly childIds: readonly string[];
}

export interface TreeLayout {
  /** In the order of the rows, parents before children. */
  readonly places: readonly Place[];
  readonly byId: ReadonlyMap<string, Place>;
  readonly columns: number;
  readonly rows: number;
}

/** @param nodes in order of creation; parents that aren't among them are passed over */
export function layoutTree(nodes: readonly Node[]): TreeLayout {
  const known = new Map(nodes.map((node) => [node.id, node]));
  const columns = findColumns(known);
  const children = new Map<string, string[]>();
  const roots: string[] = [];
  const parentOf = (node: Node): string | null => {
    const [first] = node.parentIds;
    return first !== undefined && known.has(first) && columns.get(first)! < columns.get(node.id)! ? first : null;
  };
  for (const node of known.values()) {
    const parent = parentOf(node);
    if (parent === null) roots.push(node.id);
    else children.set(parent, [...(children.get(parent) ?? []), node.id]);
  }

  const places: Place[] = [];
  let row = 0;
  // Depth first without recursion: a chain may be as long as the lineage.
  const waiting = roots.reverse();
  let isFirstOfRow = true;
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    const node = known.get(id)!;
    const parentId = parentOf(node);
    if (!isFirstOfRow && !continues(places.at(-1), id)) row++;
    isFirstOfRow = false;
    const childIds = children.get(id) ?? [];
    const otherParentIds = node.parentIds.filter((other) => other !== parentId && known.has(other));
    places.push({ id, column: columns.get(id)!, row, parentId, otherParentIds, childIds });
    for (const childId of childIds.toReversed()) waiting.push(childId);
  }
  return {
    places,
    byId: new Map(places.map((place) => [place.id, place])),
    columns: largest([0, ...columns.values()]) + (places.length > 0 ? 1 : 0),
    rows: places.length > 0 ? row + 1 : 0,
  };
}

/** A first child stands in its parent's row. */
function continues(before: Place | undefined, id: string): boolean {
  return before?.childIds[0] === id;
}

/** Longest way from a node without known parents, in edges. A ring, which no hash can make, is cut where it is met. */
function findColumns(known: ReadonlyMap<string, Node>): ReadonlyMap<string, number> {
  const columns = new Map<string, number>();
  const open = new Set<string>();
  for (const start of known.keys()) {
    const stack = [start];
    for (let id = stack.at(-1); id !== undefined; id = stack.at(-1)) {
      const parents = known.get(id)!.parentIds.filter((parent) => known.has(parent));
      const missing = parents.filter((parent) => !columns.has(parent) && !open.has(parent));
      open.add(id);
      if (missing.length > 0) {
        for (const parent of missing) stack.push(parent);
        continue;
      }
      stack.pop();
      open.delete(id);
      if (!columns.has(id)) columns.set(id, 1 + largest([-1, ...parents.map((parent) => columns.get(parent) ?? -1)]));
    }
  }
  return columns;
}

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutTree, type TreeLayout } from './layout.ts';

const node = (id: string, ...parentIds: string[]) => ({ id, parentIds });

function placesOf(layout: TreeLayout): Record<string, [column: number, row: number]> {
  return Object.fromEntries(layout.places.map(({ id, column, row }) => [id, [column, row]]));
}

describe('layoutTree', () => {
  it('is empty without nodes', () => {
    expect(layoutTree([])).toMatchObject({ places: [], columns: 0, rows: 0 });
  });

  it('puts children to the right, in order of creation, the first in its parent’s row', () => {
    const layout = layoutTree([
      node('base'),
      node('sft1', 'base'),
      node('sft2', 'base'),
      node('rm', 'sft1'),
      node('sft3', 'base'),
    ]);
    expect(placesOf(layout)).toEqual({ base: [0, 0], sft1: [1, 0], rm: [2, 0], sft2: [1, 1], sft3: [1, 2] });
    expect(layout.byId.get('base')?.childIds).toEqual(['sft1', 'sft2', 'sft3']);
    expect([layout.columns, layout.rows]).toEqual([3, 3]);
  });

  it('hangs a node with two parents on the policy, right of both', () => {
    const layout = layoutTree([node('base'), node('sft', 'base'), node('rm', 'sft'), node('rl', 'sft', 'rm')]);
    expect(placesOf(layout)).toEqual({ base: [0, 0], sft: [1, 0], rm: [2, 0], rl: [3, 1] });
    expect(layout.byId.get('rl')).toMatchObject({ parentId: 'sft', otherParentIds: ['rm'] });
  });

  it('makes a node whose parent was deleted a root', () => {
    const layout = layoutTree([node('base'), node('orphan', 'gone'), node('child', 'orphan', 'gone too')]);
    expect(placesOf(layout)).toEqual({ base: [0, 0], orphan: [0, 1], child: [1, 1] });
    expect(layout.byId.get('child')?.otherParentIds).toEqual([]);
  });

  it('takes nodes in any order and cuts a ring where it is met', () => {
    expect(placesOf(layoutTree([node('child', 'base'), node('base')]))).toEqual({ child: [1, 0], base: [0, 0] });
    expect(layoutTree([node('a', 'b'), node('b', 'a'), node('c', 'c')]).places).toHaveLength(3);
  });

  it('never puts two nodes in one place, nor a parent beside or right of its child, in any lineage', () => {
    fc.assert(
      fc.property(lineages, (nodes) => {
        const { places, byId, columns, rows } = layoutTree(nodes);
        expect(byId.size).toBe(nodes.length);
        const taken = new Map(places.map((place) => [`${place.column} ${place.row}`, place.id]));
        expect(taken.size).toBe(nodes.length);
        for (const { id, parentIds } of nodes) {
          const place = byId.get(id)!;
          expect(place.column).toBeLessThan(columns);
          expect(place.row).toBeLessThan(rows);
          for (const parent of parentIds) expect(byId.get(parent)!.column).toBeLessThan(place.column);
          // its edge runs along its row from the column of its parent
          const from = place.parentId === null ? place.column : byId.get(place.parentId)!.column;
          for (let column = from + 1; column < place.column; column++) {
            expect(taken.get(`${column} ${place.row}`)).toBeUndefined();
          }
          const { childIds } = place;
          const childRows = childIds.map((child) => byId.get(child)!.row);
          expect(childRows).toEqual(childRows.toSorted((a, b) => a - b));
          if (childIds[0] !== undefined) expect(childRows[0]).toBe(place.row);
        }
      }),
      { seed: 4, numRuns: 150 },
    );
  });
});

/** Up to 500 nodes; each with up to two parents among those before it. */
const lineages = fc
  .array(fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 0, max: 4 })), { maxLength: 500 })
  .map((draws) =>
    draws.map(([a, b, kind], i) => {
      const parents = i === 0 || kind === 0 ? [] : kind < 3 ? [a % i] : [a % i, b % i];
      return { id: String(i), parentIds: [...new Set(parents)].map(String) };
    }),
  );

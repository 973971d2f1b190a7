import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutTree } from '../../../lab/lineage/layout.ts';
import { CELL, neighbour, treeSize, type TreeKey, visibleEdges, visiblePlaces, windowOf } from './treeGeometry.ts';

const node = (id: string, ...parentIds: string[]) => ({ id, parentIds });
const small = layoutTree([
  node('base'),
  node('sft', 'base'),
  node('sft2', 'base'),
  node('rm', 'sft'),
  node('rl', 'sft', 'rm'),
]);

describe('windowOf', () => {
  it('holds every cell the box touches, and a few around', () => {
    const shown = windowOf({ left: 0, top: 10 * CELL.height, width: 500, height: 3 * CELL.height });
    expect(shown.firstRow).toBe(4);
    expect(shown.lastRow).toBe(20);
    expect(shown.firstColumn).toBe(0);
    expect(shown.lastColumn).toBeGreaterThanOrEqual(3);
  });
});

describe('visiblePlaces', () => {
  it('leaves out what is scrolled away, but never the node the keyboard is on', () => {
    const many = layoutTree([node('base'), ...Array.from({ length: 500 }, (_, i) => node(`s${i}`, 'base'))]);
    const shown = windowOf({ left: 0, top: 100 * CELL.height, width: 900, height: 300 });
    const places = visiblePlaces(many, shown, 'base');
    expect(places.length).toBeLessThan(30);
    expect(places.map(({ id }) => id)).toContain('s102');
    expect(places.map(({ id }) => id)).toContain('base');
    expect(visibleEdges(many, shown).hanging.length).toBeLessThan(2000);
    expect(treeSize(many).height).toBeGreaterThan(500 * CELL.height - CELL.height);
  });
});

describe('visibleEdges', () => {
  it('draws one line a child, a trunk where there are several, and lighter ones to other parents', () => {
    const { hanging, lighter } = visibleEdges(small, windowOf({ left: 0, top: 0, width: 2000, height: 1000 }));
    // base, sft with two children each: four stubs, two trunks.
    expect(hanging.match(/H/g)).toHaveLength(4);
    expect(hanging.match(/V/g)).toHaveLength(2);
    expect(lighter.match(/C/g)).toHaveLength(1);
  });
});

describe('neighbour', () => {
  it.each<[string, TreeKey, string | null]>([
    ['base', 'ArrowRight', 'sft'],
    ['sft', 'ArrowLeft', 'base'],
    ['sft', 'ArrowDown', 'sft2'],
    ['sft2', 'ArrowUp', 'sft'],
    ['sft', 'ArrowRight', 'rm'],
    ['rm', 'ArrowRight', 'rl'],
    ['rl', 'ArrowLeft', 'sft'],
    ['base', 'ArrowLeft', null],
    ['rl', 'ArrowRight', null],
    ['base', 'ArrowUp', null],
    ['rl', 'Home', 'base'],
    ['base', 'End', 'sft2'],
    ['gone', 'ArrowUp', 'base'],
  ])('leads from %s by %s to %s', (id, key, to) => {
    expect(neighbour(small, id, key)).toBe(to);
  });

  it('reaches every node of any lineage from its first', () => {
    const draws = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(3)), { maxLength: 60 });
    fc.assert(
      fc.property(draws, (drawn) => {
        const nodes = drawn.map(([a, b, kind], i) => {
          const parents = i === 0 || kind === 0 ? [] : kind < 3 ? [a % i] : [a % i, b % i];
          return node(String(i), ...new Set(parents.map(String)));
        });
        const layout = layoutTree(nodes);
        const reached = new Set<string>();
        const waiting = layout.places.slice(0, 1).map(({ id }) => id);
        for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
          if (reached.has(id)) continue;
          reached.add(id);
          for (const key of ['ArrowRight', 'ArrowUp', 'ArrowDown'] as const) {
            const next = neighbour(layout, id, key);
            if (next !== null) waiting.push(next);
          }
        }
        expect(reached.size).toBe(nodes.length);
      }),
      { seed: 5, numRuns: 100 },
    );
  });
});

/**
 * The lineage's layout in pixels: what lies in the window that is scrolled to, the lines between nodes, and which node an
 * arrow key leads to. Only what is visible is drawn, so that thousands of checkpoints scroll as ten do.
 */
import type { Place, TreeLayout } from '../../../lab/lineage/layout.ts';

export const CARD = { width: 228, height: 66 } as const;
export const CELL = { width: 266, height: 78 } as const;
export const EDGE_SPACE = 12;
/** From the right side of a card to the line its children hang on. */
const TRUNK = 16;

/** Columns and rows, the last ones included. */
export interface TreeWindow {
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly firstRow: number;
  readonly lastRow: number;
}

export interface ScrollBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** In steps of `grain` cells with as many around, so that most scrolling changes nothing. */
export function windowOf({ left, top, width, height }: ScrollBox, grain = 4): TreeWindow {
  const down = (pixels: number, cell: number): number => Math.floor(pixels / cell / grain) * grain - grain;
  const up = (pixels: number, cell: number): number => Math.ceil(pixels / cell / grain) * grain + grain;
  return {
    firstColumn: Math.max(0, down(left, CELL.width)),
    lastColumn: up(left + width, CELL.width),
    firstRow: Math.max(0, down(top, CELL.height)),
    lastRow: up(top + height, CELL.height),
  };
}

export function sameWindow(a: TreeWindow, b: TreeWindow): boolean {
  const sameColumns = a.firstColumn === b.firstColumn && a.lastColumn === b.lastColumn;
  return sameColumns && a.firstRow === b.firstRow && a.lastRow === b.lastRow;
}

export function corner({ column, row }: Pick<Place, 'column' | 'row'>): { readonly x: number; readonly y: number } {
  return { x: EDGE_SPACE + column * CELL.width, y: EDGE_SPACE + row * CELL.height };
}

export function treeSize({ columns, rows }: TreeLayout): { readonly width: number; readonly height: number } {
  return {
    width: 2 * EDGE_SPACE + Math.max(0, columns - 1) * CELL.width + CARD.width,
    height: 2 * EDGE_SPACE + Math.max(0, rows - 1) * CELL.height + CARD.height,
  };
}

/** @param alwaysId drawn wherever it is: the node the keyboard is on */
export function visiblePlaces(layout: TreeLayout, shown: TreeWindow, alwaysId: string | null): readonly Place[] {
  return layout.places.filter(
    ({ id, column, row }) =>
      id === alwaysId ||
      (row >= shown.firstRow && row <= shown.lastRow && column >= shown.firstColumn && column <= shown.lastColumn),
  );
}

/** SVG path data of the lines that touch the window: `hanging` to the policy, `lighter` to other parents. */
export function visibleEdges(
  { places, byId }: TreeLayout,
  shown: TreeWindow,
): { readonly hanging: string; readonly lighter: string } {
  const hanging: string[] = [];
  const lighter: string[] = [];
  const isShown = ({ row }: Place): boolean => row >= shown.firstRow && row <= shown.lastRow;
  for (const place of places) {
    const { x, y } = corner(place);
    const middle = y + CARD.height / 2;
    const parent = place.parentId === null ? undefined : byId.get(place.parentId);
    if (parent && isShown(place)) {
      const from = corner(parent).x + CARD.width;
      hanging.push(`M${place.row === parent.row ? from : from + TRUNK} ${middle}H${x}`);
    }
    const lastChild = byId.get(place.childIds.at(-1) ?? '');
    if (lastChild && lastChild.row > place.row && lastChild.row >= shown.firstRow && place.row <= shown.lastRow) {
      const lastRow = Math.min(lastChild.row, shown.lastRow + 1);
      const firstRow = Math.max(place.row, shown.firstRow - 1);
      const at = (row: number): number => corner({ column: 0, row }).y + CARD.height / 2;
      hanging.push(`M${x + CARD.width + TRUNK} ${at(firstRow)}V${at(lastRow)}`);
    }
    for (const otherId of place.otherParentIds) {
      const other = byId.get(otherId);
      if (!other || !(isShown(place) || isShown(other))) continue;
      const start = corner(other);
      const [startX, startY] = [start.x + CARD.width, start.y + CARD.height / 2];
      lighter.push(`M${startX} ${startY}C${startX + 40} ${startY} ${x - 40} ${middle} ${x} ${middle}`);
    }
  }
  return { hanging: hanging.join(''), lighter: lighter.join('') };
}

export type TreeKey = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';

/** Left to the parent, right to the nearest child, up and down within a column: every node can be reached. */
export function neighbour(layout: TreeLayout, id: string, key: TreeKey): string | null {
  const { places, byId } = layout;
  const place = byId.get(id);
  if (!place) return places[0]?.id ?? null;
  if (key === 'Home') return places[0]?.id ?? null;
  if (key === 'End') return places.at(-1)?.id ?? null;
  if (key === 'ArrowLeft') return place.parentId ?? place.otherParentIds[0] ?? null;
  if (key === 'ArrowRight') {
    const children = places.filter((other) => other.parentId === id || other.otherParentIds.includes(id));
    return nearest(children, (child) => child.column * 1e6 + Math.abs(child.row - place.row));
  }
  const way = key === 'ArrowDown' ? 1 : -1;
  const column = places.filter((other) => other.column === place.column && (other.row - place.row) * way > 0);
  return nearest(column, (other) => Math.abs(other.row - place.row));
}

function nearest(places: readonly Place[], distance: (place: Place) => number): string | null {
  const start: { readonly id: string | null; readonly far: number } = { id: null, far: Infinity };
  return places.reduce((best, one) => (distance(one) < best.far ? { id: one.id, far: distance(one) } : best), start).id;
}

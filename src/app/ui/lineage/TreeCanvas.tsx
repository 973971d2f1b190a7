/**
 * The tree of all checkpoints, left to right, in a pane that scrolls both ways. One stop for the Tab key: arrows walk, Enter
 * selects, Space adds to the selection. Only what is in sight is in the document.
 */
import { type KeyboardEvent, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { layoutTree } from '../../../lab/lineage/layout.ts';
import { focusNode, selectNode, toggleNode } from '../../store/lineage/lineageActions.ts';
import { mainlineId } from '../../store/lineage/mainlineActions.ts';
import { useLab } from '../../store/store.ts';
import { differenceOf } from './nodeWords.ts';
import {
  CARD,
  corner,
  EDGE_SPACE,
  neighbour,
  sameWindow,
  treeSize,
  type TreeKey,
  visibleEdges,
  visiblePlaces,
  windowOf,
} from './treeGeometry.ts';
import { cardId, TreeNode } from './TreeNode.tsx';

const WALKS: readonly string[] = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'];

export function TreeCanvas() {
  const nodes = useLab((state) => state.lineage.nodes);
  const focusedId = useLab((state) => state.lineage.focusedId);
  const selectedIds = useLab((state) => state.lineage.selectedIds);
  const mainline = useLab(mainlineId);
  const layout = useMemo(() => layoutTree(nodes), [nodes]);
  const byId = useMemo(() => new Map(nodes.map((node) => [node.id, node])), [nodes]);
  const [box, setBox] = useState<HTMLDivElement | null>(null);
  const shown = useShownWindow(box);
  const edges = useMemo(() => visibleEdges(layout, shown), [layout, shown]);
  const places = useMemo(() => visiblePlaces(layout, shown, focusedId), [layout, shown, focusedId]);
  const size = treeSize(layout);

  function onKeyDown(event: KeyboardEvent): void {
    if (focusedId === null || event.altKey || event.metaKey) return;
    if (event.key === 'Enter') selectNode(focusedId);
    else if (event.key === ' ') toggleNode(focusedId);
    else if (WALKS.includes(event.key)) {
      const next = neighbour(layout, focusedId, event.key as TreeKey);
      const place = next === null ? undefined : layout.byId.get(next);
      if (place) {
        focusNode(place.id);
        if (box) scrollTo(box, corner(place));
      }
    } else return;
    event.preventDefault();
  }

  return (
    <div
      ref={setBox}
      className="tree-scroll"
      role="tree"
      tabIndex={0}
      aria-label="Lineage: arrow keys walk, Enter selects, Space adds to the comparison"
      aria-multiselectable="true"
      aria-activedescendant={focusedId === null ? undefined : cardId(focusedId)}
      onKeyDown={onKeyDown}
    >
      <div className="tree" style={size} role="presentation">
        <svg className="tree-edges" {...size} aria-hidden="true">
          <path className="tree-edge" d={edges.hanging} />
          <path className="tree-edge tree-edge-other" d={edges.lighter} />
        </svg>
        {places.map((place) => {
          const node = byId.get(place.id);
          return (
            node && (
              <TreeNode
                key={place.id}
                node={node}
                place={place}
                difference={differenceOf(node, nodes)}
                isSelected={selectedIds.includes(place.id)}
                isFocused={place.id === focusedId}
                isMainline={place.id === mainline}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

/** Which cells are in sight; changes only when others must be drawn. */
function useShownWindow(box: HTMLDivElement | null) {
  const [shown, setShown] = useState(() => windowOf({ left: 0, top: 0, width: 1280, height: 400 }));
  const frame = useRef(0);
  const look = useCallback(() => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      if (!box) return;
      const { scrollLeft: left, scrollTop: top, clientWidth: width, clientHeight: height } = box;
      const next = windowOf({ left, top, width, height });
      setShown((before) => (sameWindow(before, next) ? before : next));
    });
  }, [box]);
  useLayoutEffect(() => {
    if (!box) return undefined;
    const observer = new ResizeObserver(look);
    observer.observe(box);
    box.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', look);
    };
  }, [box, look]);
  return shown;
}

function scrollTo(box: HTMLDivElement, { x, y }: { readonly x: number; readonly y: number }): void {
  const into = (at: number, length: number, from: number, space: number): number =>
    Math.max(at + length + EDGE_SPACE - space, Math.min(from, at - EDGE_SPACE));
  box.scrollLeft = into(x, CARD.width, box.scrollLeft, box.clientWidth);
  box.scrollTop = into(y, CARD.height, box.scrollTop, box.clientHeight);
}
